import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { isUnanswerable, type Answered } from '../../../../src/semantics/ask-context.ts';
import { sealBaseline, type FrozenBaseline } from '../../../../src/semantics/baseline.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { askOverview, bringShop, estimatesByName, orders, type Order } from '../../../fixtures/overview/shop.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
  await bringShop(database);
});
afterEach(() => database.close());

async function ask(given: Record<string, Json> = {}, baseline?: FrozenBaseline): Promise<Answered> {
  const result = await askOverview(database, { given, context: baseline ? { baseline } : {} });
  if (isUnanswerable(result)) throw new Error(result.reason);
  return result;
}

const january = { from: '2023-01-01', to: '2023-02-01' };

/** As the workbench seals it: the estimates of an overview of that range. */
async function freeze({ from, to } = january): Promise<FrozenBaseline> {
  const values = estimatesByName(await ask({ from, to }));
  return sealBaseline({ from, to, frozenAt: '2023-04-02T10:00:00Z', period: 'month', values, inputs: [] });
}
const seal = ({ checks }: Answered) => checks.find(({ id }) => id === 'baseline-frozen');
const rowOf = ({ tables }: Answered, name: string) => tables.comparison.find(({ metric }) => metric === name)!;

describe('a baseline of the parameters', () => {
  it('is compared by rates per day, without the part of the range that it is', async () => {
    const answered = await ask({ baselineTo: '2023-02-01' });
    const revenue = rowOf(answered, 'revenuePerDay');
    expect(revenue).toMatchObject({ from: '2023-02-01', to: '2023-04-01', ...{ baselineFrom: '2023-01-01' } });
    expect(revenue.value).toBeCloseTo(150 / 59, 12);
    expect(revenue.baseline).toBeCloseTo(50 / 31, 12);
    expect(revenue.changeRelative).toBeCloseTo(150 / 59 / (50 / 31) - 1, 12);
    expect(rowOf(answered, 'customersPerPeriod')).toMatchObject({ value: 2.5, baseline: 2 });
    expect(estimatesByName(answered).revenue).toBe(200);
    expect(answered.tables.trend.map(({ baseline }) => baseline)).toEqual([true, false, false]);
    expect(answered.verdict).toMatchObject({ key: 'overview.verdict.revenue.baseline', values: { direction: 'more' } });
    expect(seal(answered)).toBeUndefined();
  });

  it('can lie after the range', async () => {
    const answered = await ask({ to: '2023-02-01', baselineFrom: '2023-03-01', baselineTo: '2023-04-01' });
    expect(rowOf(answered, 'ordersPerDay')).toMatchObject({ value: 2 / 31, baseline: 3 / 31, change: -1 / 31 });
  });

  it('says when it holds nothing, and compares nothing', async () => {
    const answered = await ask({ baselineFrom: '2020-01-01', baselineTo: '2020-02-01' });
    expect(answered.tables.comparison).toBeUndefined();
    expect(answered.checks.find(({ id }) => id === 'baseline-empty')?.status).toBe('failed');
  });

  it('is rejected when it ends before it begins', async () => {
    await expect(ask({ baselineFrom: '2023-03-01', baselineTo: '2023-02-01' })).rejects.toMatchObject({
      code: 'parameter-invalid',
      details: { parameter: 'baselineTo' },
    });
  });
});

describe('a frozen baseline', () => {
  it('is what the range is compared with when the parameters name none', async () => {
    const answered = await ask({}, await freeze());
    expect(rowOf(answered, 'revenuePerDay')).toMatchObject({ baselineFrom: '2023-01-01', baselineTo: '2023-02-01' });
    expect(seal(answered)).toMatchObject({
      status: 'passed',
      message: { key: 'overview.check.baseline.intact', values: { frozenAt: '2023-04-02' } },
    });
  });

  it('warns when the data has changed since, naming what it was and is', async () => {
    const frozen = await freeze();
    await bringShop(database, [...orders, ['eve', '2023-01-25', 10, 'o9'] satisfies Order]);
    const { message, status } = seal(await ask({}, frozen))!;
    expect(status).toBe('warned');
    expect(message).toMatchObject({
      key: 'overview.check.baseline.changed',
      values: {
        metric: { key: 'estimate.overview.revenue' },
        sealed: { values: { value: 50 } },
        now: { values: { value: 60 } },
      },
    });
  });

  it('fails when it has been altered', async () => {
    const frozen = await freeze();
    const altered = { ...frozen, values: { ...frozen.values, revenue: 40 } };
    expect(seal(await ask({}, altered))).toMatchObject({ status: 'failed' });
  });

  it('warns when the parameters name another range', async () => {
    const answered = await ask({ baselineFrom: '2023-01-02', baselineTo: '2023-02-01' }, await freeze());
    expect(seal(answered)).toMatchObject({ status: 'warned', message: { key: 'overview.check.baseline.other' } });
    const same = await ask({ baselineFrom: january.from, baselineTo: january.to }, await freeze());
    expect(seal(same)).toMatchObject({ status: 'passed' });
  });

  it('does not take retention by other periods for a change', async () => {
    const frozen = await freeze({ from: '2023-01-01', to: '2023-04-01' });
    expect(seal(await ask({ period: 'week', to: '2023-03-20' }, frozen))).toMatchObject({ status: 'passed' });
    expect(seal(await ask({ period: 'month' }, frozen))).toMatchObject({ status: 'passed' });
  });
});
