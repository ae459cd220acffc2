import { describe, expect, it } from 'vitest';
import type { ShownFinding, ShownTable } from '../../../../../src/app/pages/quality/examination.svelte.ts';
import { qualityVerdict } from '../../../../../src/app/pages/quality/quality-verdict.ts';

const finding = (rule: string, points: number, share: number): ShownFinding =>
  ({ table: 'orders', rule, severity: 'serious', points, money: { amount: 1, share } }) as unknown as ShownFinding;

const tableOf = (...findings: ShownFinding[]): ShownTable => ({ table: 'orders', findings }) as unknown as ShownTable;

describe('qualityVerdict', () => {
  it('names what concerns most among those that take the most from the score', () => {
    const { values } = qualityVerdict(
      [tableOf(finding('orphans', 40, 0.167), finding('outliers', 40, 0.974), finding('duplicates', 12, 0.99))],
      false,
    );
    expect(values).toMatchObject({
      open: 1,
      largest: { key: 'quality.verdict.money', values: { what: { key: 'quality.rule.outliers' } } },
    });
  });

  it('says that it looks as long as nothing has been found, and that nothing was found at the end', () => {
    expect(qualityVerdict([tableOf()], true).key).toBe('quality.verdict.looking');
    expect(qualityVerdict([tableOf()], false).key).toBe('quality.verdict.clean');
  });
});
