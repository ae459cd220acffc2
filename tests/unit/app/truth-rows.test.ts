import { describe, expect, it } from 'vitest';
import type { Answer, Estimate } from '../../../src/core/answer.ts';
import type { Json } from '../../../src/core/json.ts';
import { truthGroups } from '../../../src/app/pages/truth/truth-rows.ts';
import type { Truth } from '../../../src/samples/sample.ts';

const of = (estimate: string, parameters: Record<string, Json> = { initiative: 'Advice' }) => ({
  ...{ question: 'return', estimate, parameters },
});
const truth = (group: string, item: string, value: number, asks?: Truth['of']): Truth => ({
  ...{ group, item, value, unit: 'money' },
  ...(asks && { of: asks }),
});
const estimated = (name: string, value: number, reach: number): Estimate => ({
  ...{ name, value, unit: 'money', basis: 'estimated' },
  interval: { low: value - reach, high: value + reach, level: 0.9, kind: 'confidence' },
});
const counted = (name: string, value: number): Estimate => ({ name, value, unit: 'money', basis: 'counted' });
const answer = (estimates: Estimate[], parameters: Record<string, Json> = { initiative: 'Advice', level: 0.9 }) =>
  ({ question: 'return', parameters, estimates }) as unknown as Answer;

const rowOf = (one: Truth, asked: Answer[]) => truthGroups([one], asked)[0]!.rows[0]!;

describe('truthGroups', () => {
  it('keeps the order of groups and items, and asks each question with its parameters once', () => {
    const [first, second] = truthGroups(
      [
        truth('advice', 'margin', 1, of('margin')),
        truth('service', 'nps', 2),
        truth('advice', 'cost', 3, of('cost')),
        truth('advice', 'old', 4, of('margin', { initiative: 'Advice', where: 'age > 60' })),
      ],
      [],
    );
    expect([first!.group, second!.group]).toEqual(['advice', 'service']);
    expect(first!.rows.map((row) => row.truth.item)).toEqual(['margin', 'cost', 'old']);
    expect(first!.asks).toEqual([
      { question: 'return', parameters: { initiative: 'Advice' } },
      { question: 'return', parameters: { initiative: 'Advice', where: 'age > 60' } },
    ]);
    expect(second!.asks).toEqual([]);
  });

  it('has neither estimate nor judgement while nobody has asked, or nobody asks for it', () => {
    expect(rowOf(truth('a', 'b', 1, of('margin')), [])).not.toHaveProperty('found');
    expect(rowOf(truth('a', 'b', 1), [answer([estimated('margin', 1, 1)])])).not.toHaveProperty('estimate');
    expect(rowOf(truth('a', 'b', 1, of('margin')), [answer([counted('cost', 1)])])).not.toHaveProperty('estimate');
  });

  it('has found what the interval holds, its ends included', () => {
    const asked = [answer([estimated('margin', 10, 2)])];
    const found = [7.9, 8, 10, 12, 12.1].map((value) => rowOf(truth('a', 'b', value, of('margin')), asked).found);
    expect(found).toEqual([false, true, true, true, false]);
  });

  it('has found a complete count only where it is the truth but for rounding', () => {
    const found = (value: number) => rowOf(truth('a', 'b', 4000, of('cost')), [answer([counted('cost', value)])]).found;
    expect([found(4000), found(4000.000001), found(4000.1)]).toEqual([true, true, false]);
  });

  it('takes the newest answer', () => {
    const asked = [answer([estimated('margin', 10, 1)]), answer([estimated('margin', 20, 1)])];
    expect(rowOf(truth('a', 'b', 20, of('margin')), asked)).toMatchObject({ found: true, estimate: { value: 20 } });
  });

  it('takes no answer that was asked of others', () => {
    const about = truth('a', 'b', 10, of('margin'));
    const estimates = [estimated('margin', 10, 1)];
    const others: Record<string, Json>[] = [
      { initiative: 'Discount' },
      { initiative: 'Advice', where: 'age > 60' },
      { initiative: 'Advice', from: '2026-01-01' },
      { initiative: 'Advice', to: '2026-01-01' },
      {},
    ];
    for (const parameters of others) {
      expect(rowOf(about, [answer(estimates, parameters)])).not.toHaveProperty('estimate');
    }
    const other = { ...answer(estimates), question: 'experiment' };
    expect(rowOf(about, [other])).not.toHaveProperty('estimate');
  });

  it('takes one asked of a part for the truth of that part alone', () => {
    const where = "segment = 'home'";
    const part = truth('a', 'home', 10, of('margin', { initiative: 'Advice', where }));
    const asked = [answer([estimated('margin', 10, 1)], { initiative: 'Advice', where, level: 0.9 })];
    expect(rowOf(part, asked).found).toBe(true);
    expect(rowOf(truth('a', 'all', 10, of('margin')), asked)).not.toHaveProperty('estimate');
  });
});
