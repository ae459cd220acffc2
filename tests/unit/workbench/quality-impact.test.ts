import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../src/semantics/mapping.ts';
import type { QualityFinding } from '../../../src/semantics/quality/quality.ts';
import { affectedQuestions } from '../../../src/workbench/quality-impact.ts';

const orders = ['customer_id', 'ordered_at', 'amount'];
const contracts = [
  { id: 'overview', needs: [[{ table: 'orders', columns: orders }]] },
  { id: 'cohort-retention', needs: [[{ table: 'orders', columns: orders }]] },
  { id: 'churn-risk', needs: [[{ table: 'labels', columns: ['label'] }], [{ table: 'orders', columns: orders }]] },
  { id: 'experiment', needs: [[{ table: 'assignments', columns: ['variant'] }]] },
];
const mapping: Mapping = {
  orders: { table: 'log', columns: Object.fromEntries([...orders, 'channel'].map((name) => [name, name])) },
};
const finding: QualityFinding = {
  ...{
    id: 'outliers.amount',
    rule: 'outliers',
    table: 'orders',
    column: 'amount',
    severity: 'look',
    points: 3,
    sql: '',
  },
  message: { key: '', values: {} },
  rows: { count: 2, share: 0.001 },
  money: { count: 900, share: 0.032 },
  customers: { count: 2, share: 0.004 },
};

describe('affectedQuestions', () => {
  it('names the questions that read the table, each by what it is about', () => {
    expect(affectedQuestions(finding, contracts, mapping)).toEqual([
      { question: 'overview', of: 'money', share: 0.032 },
      { question: 'cohort-retention', of: 'customers', share: 0.004 },
      { question: 'churn-risk', of: 'customers', share: 0.004 },
    ]);
  });

  it('leaves out those that do not need the only column concerned', () => {
    expect(affectedQuestions({ ...finding, rule: 'missing', column: 'channel' }, contracts, mapping)).toEqual([]);
  });

  it('leaves out those whose tables are not there', () => {
    expect(affectedQuestions({ ...finding, table: 'assignments' }, contracts, mapping)).toEqual([]);
  });

  it('gives no share where none is known', () => {
    const { rows: _, money: __, customers: ___, ...timeless } = finding;
    expect(affectedQuestions(timeless, contracts, mapping)[0]).toEqual({ question: 'overview', of: 'some' });
  });
});
