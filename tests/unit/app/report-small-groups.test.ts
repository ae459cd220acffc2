import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import type { Json, Row } from '../../../src/core/json.ts';
import type { Mapping } from '../../../src/semantics/mapping.ts';
import { answer as experiment } from '../../../src/questions/experiment/answer.ts';
import { contract as ofExperiment } from '../../../src/questions/experiment/question.ts';
import { answer as returned } from '../../../src/questions/return/answer.ts';
import { contract as ofReturn } from '../../../src/questions/return/question.ts';
import { contract as ofSegments } from '../../../src/questions/rfm-segments/question.ts';
import { discloseSafely, mayLeave } from '../../../src/reports/suppress.ts';
import { suppressTable } from '../../../src/reports/suppress-table.ts';
import { askNatively } from '../../fixtures/ask-natively.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';
import { wholeAnswer } from '../../fixtures/reports/whole-answer.ts';

const privacy = { smallest: 5, ids: 'drop' as const };
let database: NativeDatabase;

beforeEach(async () => {
  database = await openNative();
});

async function ofArms(arms: Row[], given: Record<string, Json> = {}): Promise<Answer> {
  const parameters = { arms, ...given };
  return wholeAnswer(
    ofExperiment,
    await askNatively(database, {}, { contract: ofExperiment, answer: experiment }, parameters),
    parameters,
  );
}

const rowsOf = ({ tables }: Answer, name: string) => tables[name] as Row[];
const arm = (variant: string, n: number, sum: number, metric = 'value'): Row => ({
  ...{ variant, metric, n, sum, sumOfSquares: sum },
});

describe('a report of an experiment with a small group', () => {
  const sizes = [
    ['control', 100],
    ['a', 104],
    ['b', 3],
  ] as const;
  const arms = sizes.flatMap(([variant, n]) => ['x', 'y'].map((metric) => ({ ...arm(variant, n, n * 0.5, metric) })));

  it('tells the size of no group, whatever the metrics: neither counted nor planned', async () => {
    const whole = await ofArms(
      arms.map((row) => ({ ...row, sumOfSquares: Number(row.n) * 0.6 })),
      { shares: { control: 100, a: 104, b: 4 } },
    );
    const { answer, withheld } = discloseSafely(whole, ofExperiment.tables, privacy);
    expect(withheld).toMatchObject({ isWhole: true, tables: [] });
    const told = ['arms', 'metrics', 'groups'].flatMap((name) => rowsOf(answer, name).flatMap(Object.values));
    expect(told.filter((value) => typeof value === 'number')).toEqual([]);
    expect(answer.parameters).toMatchObject({ arms: '•', shares: '•', level: 0.9 });
  });

  it('lets no table of it leave as a file', async () => {
    const { tables } = await ofArms(arms.map((row) => ({ ...row, sumOfSquares: Number(row.n) * 0.6 })));
    const leaving = Object.keys(tables).filter((name) => mayLeave(name, tables, ofExperiment.tables, 5));
    expect(leaving).toEqual([]);
  });

  it('does not say who is alone in a group', async () => {
    const whole = await ofArms([arm('control', 100, 50), arm('ai', 100, 55), arm('solo', 1, 1)]);
    expect(whole.checks.map(({ id }) => id)).toContain('small-groups');
    const { answer } = discloseSafely(whole, ofExperiment.tables, privacy);
    expect(JSON.stringify(answer.checks)).not.toContain('solo');
  });
});

describe('a report of an experiment in which few said yes, or no', () => {
  it.each([
    ['yes', 2, 60],
    ['no', 440, 498],
  ])('tells neither how many said %s nor what follows from it', async (_, control, treated) => {
    const whole = await ofArms([arm('control', 500, control), arm('ai', 500, treated)]);
    expect(rowsOf(whole, 'metrics')).toHaveLength(1);
    const { answer } = discloseSafely(whole, ofExperiment.tables, privacy);
    expect(rowsOf(answer, 'arms').flatMap(({ sum, mean, low }) => [sum, mean, low])).toEqual([
      ...[null, null, null],
      ...[null, null, null],
    ]);
    expect([answer.estimates, answer.tables.metrics, answer.parameters.arms]).toEqual([[], [], '•']);
  });

  it('tells them where there are enough', async () => {
    const whole = await ofArms([arm('control', 500, 5), arm('ai', 500, 0)]);
    expect(discloseSafely(whole, ofExperiment.tables, privacy).answer).toEqual(whole);
  });
});

describe('a report of a return with few buyers', () => {
  const mapping: Mapping = {
    orders: { table: 'log', columns: { customer_id: 'who', ordered_at: 'at', amount: 'paid' } },
    assignments: {
      table: 'groups',
      columns: { initiative: { value: 'x' }, variant: 'arm', customer_id: 'who', assigned_at: 'day' },
    },
    costs: {
      table: 'bills',
      columns: { occurred_on: 'day', category: 'kind', initiative: 'what', amount: 'amount' },
    },
  };

  /** Two groups of 500, of whom so many buy. */
  async function withBuyers(control: number, treated: number): Promise<Answer> {
    await database.run({
      text: `CREATE TABLE raw.groups AS SELECT 'c' || c AS who, CASE WHEN c % 2 = 0 THEN 'control' ELSE 'ai' END AS arm,
             TIMESTAMP '2023-03-01' AS day, c + 1 AS _row FROM range(1000) t(c)`,
    });
    await database.run({
      text: `CREATE TABLE raw.log AS SELECT 'c' || c AS who, TIMESTAMP '2023-03-05' + to_days(CAST(c % 40 AS INTEGER)) AS at,
             10.0 + c % 3 AS paid, c + 1 AS _row FROM range(1000) t(c)
             WHERE c < 2 * CASE WHEN c % 2 = 0 THEN ${control} ELSE ${treated} END
             UNION ALL SELECT 'zz', TIMESTAMP '2022-01-01', 5, 9998 UNION ALL SELECT 'zz', TIMESTAMP '2023-12-01', 5, 9999`,
    });
    await database.run({
      text: `CREATE TABLE raw.bills AS SELECT DATE '2023-03-01' AS day, 'technology' AS kind, 'x' AS what,
             5.0::DOUBLE AS amount, 1 AS _row`,
    });
    const given = { margin: 0.5 };
    return wholeAnswer(
      ofReturn,
      await askNatively(database, mapping, { contract: ofReturn, answer: returned }, given),
      given,
    );
  }

  it('tells neither their share nor what rests on them', async () => {
    const whole = await withBuyers(2, 40);
    expect(rowsOf(whole, 'arms').map(({ buyers }) => Number(buyers) * 500)).toEqual([40, 2]);
    const { answer } = discloseSafely(whole, ofReturn.tables, privacy);
    expect(rowsOf(answer, 'arms').flatMap(({ buyers, buyers_low }) => [buyers, buyers_low])).toEqual([
      ...[null, null],
      ...[null, null],
    ]);
    expect([answer.estimates, answer.tables.waterfall, answer.tables.comparison]).toEqual([[], [], []]);
  });

  it('tells them where there are enough', async () => {
    const { answer } = discloseSafely(await withBuyers(20, 40), ofReturn.tables, privacy);
    expect(rowsOf(answer, 'arms').map(({ buyers }) => Number(buyers) * 500)).toEqual([40, 20]);
    expect(answer.estimates.length).toBeGreaterThan(0);
  });
});

describe('a report of segments', () => {
  it('hides a small part of a segment among others of the same segment', () => {
    const cells = [
      ['loyal', 3],
      ['loyal', 40],
      ['loyal', 50],
      ['new', 6],
      ['new', 90],
    ] as const;
    const shownOf = (name: string, column: string) =>
      suppressTable(
        cells.map(([segment, customers]) => ({ [column]: segment, customers })),
        ofSegments.tables[name]!,
        5,
      ).map(({ customers }) => customers);
    expect(shownOf('grid', 'segment')).toEqual([null, null, 50, 6, 90]);
    expect(shownOf('movement', 'to_segment')).toEqual([null, null, 50, 6, 90]);
  });
});
