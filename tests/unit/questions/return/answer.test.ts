import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Estimate } from '../../../../src/core/answer.ts';
import type { Json, Row } from '../../../../src/core/json.ts';
import { askReturn, storeLog } from '../../../fixtures/return/ask.ts';
import expected from '../../../fixtures/return/return.json';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
  await storeLog(database, expected.log);
});
afterAll(() => database.close());

type Expected = typeof expected.all;
const ask = (given: Record<string, Json> = {}) => askReturn(database, given);

/** All but one week were assigned over more than a month. */
const cases: { name: string; given: Record<string, Json>; of: Expected; isSpread?: boolean }[] = [
  { name: 'everybody', given: {}, of: expected.all, isSpread: true },
  { name: 'one segment', given: { where: "segment = 'a'" }, of: expected.segmentA, isSpread: true },
  { name: 'one week', given: { from: '2024-03-03', to: '2024-03-10' }, of: expected.oneWeek },
  { name: 'margin as a share', given: { margin: 0.5 }, of: expected.halfMargin, isSpread: true },
];

interface Interval {
  value: number;
  low: number;
  high: number;
}

function expectNear(found: Interval, { value, low, high }: Interval, tolerance: number) {
  expect(Math.abs(found.value - value)).toBeLessThan(tolerance);
  expect(Math.abs(found.low - low)).toBeLessThan(tolerance);
  expect(Math.abs(found.high - high)).toBeLessThan(tolerance);
}
const measured = ({ value, interval }: Estimate): Interval => ({ value, ...interval! });
const read = (row: Row, prefix = ''): Interval => ({
  value: Number(row[prefix || 'value']),
  low: Number(row[prefix ? `${prefix}_low` : 'low']),
  high: Number(row[prefix ? `${prefix}_high` : 'high']),
});

describe.each(cases)('return of $name', ({ given, of, isSpread = false }) => {
  it('agrees with scipy in every estimate that comes from the groups’ moments', async () => {
    const { estimate } = await ask(given);
    for (const [name, one] of Object.entries(of.estimates)) {
      expect(estimate(name), name).toMatchObject({ basis: 'estimated', interval: { level: 0.9, kind: 'confidence' } });
      expectNear(measured(estimate(name)!), one, 1e-7 * (1 + Math.abs(one.high)));
    }
    expect(estimate('treatedCustomers')).toEqual({
      ...{ name: 'treatedCustomers', value: of.treated, unit: 'customers', basis: 'counted' },
    });
  });

  it('shares the costs equally among treated customers', async () => {
    const { estimate, tables, evidence } = await ask(given);
    expect(estimate('cost')!.value).toBeCloseTo(of.cost, 9);
    expect(tables.costs.map(({ category }) => category)).toEqual(of.byCategory.map(([category]) => category));
    tables.costs.forEach(({ amount }, i) => expect(amount).toBeCloseTo(Number(of.byCategory[i][1]), 9));
    expect(evidence.steps.find(({ key }) => key === 'return.step.share')?.values.share).toBeCloseTo(of.share, 12);
    expect(evidence.steps.find(({ key }) => key === 'return.step.costs')?.values.end).toBe(of.end);
  });

  it('splits the gain as Shapley does, with intervals as numpy’s draws have them', async () => {
    const { tables, estimate } = await ask(given);
    const { low, high } = estimate('incrementalMargin')!.interval!;
    for (const { step, ...one } of of.components) {
      const row = tables.waterfall.find((candidate) => candidate.step === step)!;
      expect(row.value).toBeCloseTo(one.value, 7);
      // 20,000 draws know a 5% quantile to about 0.01 standard deviations.
      expectNear(read(row), one, 0.02 * (high - low));
    }
  });

  it('gives the probability that the margin exceeds the costs', async () => {
    const { estimate, tables } = await ask(given);
    const { value, interval } = estimate('probabilityPositive')!;
    expect(Math.abs(value - of.probability)).toBeLessThan(
      4 * Math.sqrt((of.probability * (1 - of.probability)) / 20_000),
    );
    expect(interval!.low).toBeLessThan(value);
    expect(interval!.high).toBeGreaterThan(value);
    expect(tables.draws.filter(({ netReturn }) => Number(netReturn) > 0)).toHaveLength(Math.round(value * 20_000));
  });

  it('adds the months up to the whole', async () => {
    const { tables, estimate } = await ask(given);
    expect(tables.months[0]).toMatchObject({ day: 0, margin: 0 });
    of.cumulative.forEach((one, k) => {
      const { margin, ...row } = tables.months[k + 1];
      expectNear(read({ ...row, value: margin }), one, 1e-6);
    });
    expect(tables.months.at(-1)).toMatchObject({ day: 90, cost: isSpread ? null : estimate('cost')!.value });
  });

  it('shows both groups', async () => {
    const { tables } = await ask(given);
    expect(tables.arms).toHaveLength(2);
    for (const row of tables.arms) {
      const { customers, ...means } = of.arms[row.variant as 'advice'];
      expect(row.customers).toBe(customers);
      for (const [name, one] of Object.entries(means)) expectNear(read(row, name), one, 1e-9 * (1 + one.high));
    }
  });

  it('shows what a plain before and after would have said', async () => {
    const { tables, check } = await ask(given);
    const [holdout, plain] = tables.comparison;
    expectNear(read(holdout), of.estimates.marginPerCustomer, 1e-9 * 100);
    expectNear(read(plain), of.beforeAfter, 1e-9 * 100);
    expect(check('pre-period')?.value).toBeCloseTo(of.before.pValue, 10);
    expect(check('outliers')?.message.values.capped).toBeCloseTo(of.capped, 9);
  });
});

describe('answer', () => {
  it('has a waterfall whose steps follow one another and end at the net return', async () => {
    const { tables, estimate } = await ask();
    const steps = tables.waterfall.slice(0, -1);
    steps.forEach(({ from, to, value }, i) => {
      expect(from).toBe(i === 0 ? 0 : steps[i - 1].to);
      expect(to).toBeCloseTo(Number(from) + Number(value), 9);
    });
    expect(steps.at(-1)!.to).toBeCloseTo(estimate('netReturn')!.value, 7);
    expect(tables.waterfall.at(-1)).toMatchObject({ kind: 'total', value: estimate('netReturn')!.value, from: 0 });
    expect(steps.filter(({ kind }) => kind === 'cost').every(({ low, high }) => low === null && high === null)).toBe(
      true,
    );
  });

  it('leaves out customers whose window is not over, and names no day after the data as its end', async () => {
    const { check, eligibility } = await ask();
    expect(check('window')).toMatchObject({ status: 'warned', value: 10, message: { values: { used: 140 } } });
    expect(eligibility.values).toMatchObject({ customers: 140, from: '2024-03-01', to: '2024-07-09' });
    expect((await ask({ to: '2024-04-01' })).eligibility.values).toMatchObject({ to: '2024-06-09' });
  });

  it('gives the same digits for the same seed, and draws others for another', async () => {
    const [one, same, other] = [await ask(), await ask(), await ask({ seed: 2 })];
    expect(same.estimates).toEqual(one.estimates);
    expect(same.tables).toEqual(one.tables);
    expect(other.tables.draws).not.toEqual(one.tables.draws);
    expect(other.estimate('netReturn')).toEqual(one.estimate('netReturn'));
  });

  it('shows four headlines, with the payback only where it has an end', async () => {
    const headlines = (found: { estimates: Estimate[] }) =>
      found.estimates.filter(({ headline }) => headline).map(({ name }) => name);
    expect(headlines(await ask())).toEqual(['netReturn', 'roi', 'marginPerCustomer', 'paybackMonths']);
    const open = await ask({ from: '2024-03-03', to: '2024-03-10', level: 0.999 });
    expect(headlines(open)).toEqual(['netReturn', 'roi', 'marginPerCustomer', 'incrementalMargin']);
    expect(open.estimate('paybackMonths')).toBeUndefined();
    expect(open.check('payback')).toMatchObject({ status: 'warned', message: { key: 'return.check.payback.open' } });
  });

  it('leaves out a rate that not all draws have, and says so', async () => {
    const { estimate, check } = await ask({ from: '2024-03-03', to: '2024-03-10' });
    expect(estimate('irr')).toBeUndefined();
    expect(check('irr')?.message.key).toBe('return.check.irr');
    expect(check('timing')).toBeUndefined();
  });

  it('says nothing of when money comes and goes where customers were assigned over months', async () => {
    const { estimate, check, tables } = await ask();
    expect([estimate('irr'), check('irr')]).toEqual([undefined, undefined]);
    expect(check('timing')?.message.key).toBe('return.check.timing');
    expect(tables.months.map(({ cost }) => cost)).toEqual([null, null, null, null]);
  });

  it('says what costs come later, and when the last one came', async () => {
    const { check } = await ask();
    expect(check('costs-later')).toMatchObject({ value: 999 });
    expect(check('costs')).toMatchObject({
      status: 'passed',
      message: { values: { last: '2024-06-20', days: 86 } },
    });
  });

  it('measures the groups against the shares planned', async () => {
    expect((await ask({ shares: { advice: 3, holdout: 2 } })).check('sample-ratio')).toMatchObject({ value: 1 });
    expect((await ask()).check('sample-ratio')!.value).toBeLessThan(0.02);
    await expect(ask({ shares: { advice: 3 } })).rejects.toMatchObject({ details: { parameter: 'shares' } });
  });

  it('withholds the verdict when the groups are not as large as planned', async () => {
    const { check, verdict } = await ask({ shares: { advice: 1, holdout: 4 } });
    expect(check('sample-ratio')).toMatchObject({ status: 'failed' });
    expect(verdict.key).toBe('return.verdict.withheld');
  });
});
