import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages, translate } from '../../../../src/i18n/translate.ts';
import { askReturn, storeLog, type ReturnLog } from '../../../fixtures/return/ask.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

const customers = Array.from({ length: 60 }, (_, i) => ({ who: `c${i}`, treated: i % 2 === 1, i }));
const assignments = customers.map(({ who, treated }) => [who, treated ? 'ai' : 'control', '2020-03-01']);
/** Each buys once after, the treated for more. */
const after = customers.map(({ who, treated, i }) => [
  ...[`a${i}`, who, `2020-03-0${2 + (i % 5)}`, 100],
  (treated ? 30 : 20) + (i % 7),
]);
/** The log reaches from long before the assignments to long after. */
const others = [
  ['y', 'stranger', '2019-12-01', 1, 1],
  ['z', 'stranger', '2020-04-30', 1, 1],
];
const costs = [['2020-03-01', 'team', 'advice', 60]];

async function reopen() {
  await database.close();
  database = await openNative();
}

async function checks(changes: Partial<ReturnLog> = {}, given = {}) {
  await storeLog(database, { assignments, orders: [...after, ...others], costs, ...changes });
  const { check, checks: all, ...rest } = await askReturn(database, { windowDays: 30, ...given });
  for (const { message } of all) {
    for (const language of languages) {
      expect(translate(message, { language, currency: 'EUR' })).not.toMatch(/^$|undefined|NaN|null/);
    }
  }
  const said = (id: string) => ({
    status: check(id)?.status,
    key: check(id)?.message.key.split('.').slice(3).join('.'),
  });
  return { check, said, ...rest };
}

describe('checks of return', () => {
  it('pass where there is nothing to say', async () => {
    const before = customers.map(({ who, i }) => [
      ...[`b${i}`, who, `2020-02-1${i % 7}`, 30],
      9 + (Math.floor(i / 2) % 6),
    ]);
    const { said } = await checks({ orders: [...before, ...after, ...others] });
    expect(said('pre-period')).toEqual({ status: 'passed', key: 'passed' });
    expect(said('outliers')).toEqual({ status: 'passed', key: 'passed' });
    expect(said('window')).toEqual({ status: 'passed', key: 'over' });
    expect(said('margin-known')).toEqual({ status: 'passed', key: 'passed' });
    expect(said('costs')).toEqual({ status: 'passed', key: 'passed' });
    expect(said('payback')).toEqual({ status: 'passed', key: 'within' });
    expect(said('before-after')).toEqual({ status: 'passed', key: 'agrees' });
  });

  it('warn when the groups differed before, and when that cannot be seen', async () => {
    const before = customers.map(({ who, treated, i }) => [
      ...[`b${i}`, who, `2020-02-1${i % 7}`, 30],
      (treated ? 20 : 9) + (i % 6),
    ]);
    expect((await checks({ orders: [...before, ...after, ...others] })).said('pre-period')).toEqual({
      status: 'warned',
      key: 'warned',
    });
  });

  it('warn when nothing was bought before', async () => {
    expect((await checks()).said('pre-period')).toEqual({ status: 'warned', key: 'nothing' });
  });

  it('warn when one customer carries the result', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => ({ who: `n${i}`, treated: i % 2 === 1, i }));
    const orders = many.map(({ who, treated, i }) => [
      ...[`n${i}`, who, '2020-03-05', 100],
      i === 0 ? 90_000 : (treated ? 25 : 20) + (i % 7),
    ]);
    const groups = many.map(({ who, treated }) => [who, treated ? 'ai' : 'control', '2020-03-01']);
    const { said, check } = await checks({ orders: [...orders, ...others], assignments: groups });
    expect(said('outliers')).toEqual({ status: 'warned', key: 'warned' });
    expect(check('outliers')!.message.values.capped).toBeCloseTo(5, 0);
    expect(check('outliers')!.message.values.effect).toBeLessThan(0);
  });

  it('warn of orders whose margin is not known', async () => {
    const orders = after.map((order, i) => (i < 6 ? [...order.slice(0, 4), null] : order));
    const { check, said } = await checks({ orders: [...orders, ...others] });
    expect(said('margin-known')).toEqual({ status: 'warned', key: 'warned' });
    expect(check('margin-known')).toMatchObject({ value: 6, message: { values: { missing: 6, purchases: 60 } } });
  });

  it('say nothing of margins that are a share of revenue', async () => {
    const orders = after.map(([id, who, at, , margin]) => [id, who, at, Number(margin) * 2, null]);
    const { check } = await checks({ orders: [...orders, ...others] }, { margin: 0.3 });
    expect(check('margin-known')).toBeUndefined();
  });

  it('fail when many customers were in both groups, who are then in none', async () => {
    const twice = customers.slice(0, 4).map(({ who }) => [who, 'ai', '2020-03-05']);
    const { check, said } = await checks({ assignments: [...assignments, ...twice] });
    expect(said('multiple-variants').status).toBe('failed');
    expect(check('multiple-variants')!.value).toBeCloseTo(2 / 60, 12);
  });

  it('warn when payback lies beyond the window, and when costs end long before it', async () => {
    const launch = ['2020-02-20', 'team', 'advice', 600];
    const once = await checks({ costs: [launch] });
    expect(once.said('payback')).toEqual({ status: 'warned', key: 'beyond' });
    expect(once.said('costs')).toEqual({ status: 'passed', key: 'passed' });
  });

  it('warn when costs that came back end before half of the window is over', async () => {
    const costs = (day: string) => [
      ['2020-02-20', 'team', 'advice', 60],
      [day, 'team', 'advice', 60],
    ];
    expect((await checks({ costs: costs('2020-03-10') })).said('costs')).toEqual({ status: 'warned', key: 'warned' });
    await reopen();
    expect((await checks({ costs: costs('2020-03-20') })).said('costs')).toEqual({ status: 'passed', key: 'passed' });
  });

  it('warn when the orders do not reach back far enough, and show no before and after then', async () => {
    const { said, tables } = await checks({ orders: [...after, ['y', 'stranger', '2020-02-01', 1, 1], others[1]!] });
    expect(said('pre-period')).toEqual({ status: 'warned', key: 'unseen' });
    expect(said('before-after').status).toBeUndefined();
    expect(tables.comparison.map(({ method }) => method)).toEqual(['holdout']);
    await reopen();
    const reached = await checks({ orders: [...after, ['y', 'stranger', '2020-01-31', 1, 1], others[1]!] });
    expect(reached.said('pre-period').key).toBe('nothing');
    expect(reached.tables.comparison).toHaveLength(2);
  });

  it('warn when only large values differ, without a number for what is left', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ who: `n${i}`, i }));
    const groups = many.map(({ who, i }) => [who, i % 2 ? 'ai' : 'control', '2020-03-01']);
    const orders = [['n1', 'n1', '2020-03-05', 100, 900], ...others];
    const { check, said } = await checks({ orders, assignments: groups });
    expect(said('outliers')).toEqual({ status: 'warned', key: 'alike' });
    expect(check('outliers')).not.toHaveProperty('value');
  });

  it('tell customers without a time from those whose window is open, and fail when one group has more of them', async () => {
    const few = assignments.map(([who, arm, at], i) => [who!, arm!, i < 4 ? null : at!]);
    const { check, said } = await checks({ assignments: few });
    expect(said('window').key).toBe('over');
    expect(check('undated')).toMatchObject({ status: 'warned', message: { values: { customers: 4 } } });
    expect(said('sample-ratio-seen').status).toBe('passed');
    await reopen();
    const many = assignments.map(([who, arm, at], i) => [who!, arm!, arm === 'ai' && i < 40 ? null : at!]);
    const uneven = await checks({ assignments: many });
    expect(uneven.said('undated').status).toBe('failed');
    expect(uneven.check('sample-ratio')!.status).toBe('passed');
    // scipy.stats.chisquare([10, 30]).pvalue
    expect(uneven.check('sample-ratio-seen')!.value).toBeCloseTo(0.0015654022580025, 12);
    expect(uneven.check('sample-ratio-seen')!.status).toBe('warned');
  });

  it('withhold the verdict when those looked at are not as many as planned', async () => {
    const few = assignments.map(([who, arm, at], i) => [who!, arm!, arm === 'ai' && i < 50 ? null : at!]);
    const { said, verdict } = await checks({ assignments: few });
    expect(said('sample-ratio').status).toBe('passed');
    expect(said('sample-ratio-seen').status).toBe('failed');
    expect(verdict.key).toBe('return.verdict.withheld');
  });

  it('say which numbers are left out where assignments lie further apart than a slice', async () => {
    const apart = (day: string) => assignments.map(([who, arm, at], i) => [who!, arm!, i % 4 < 2 ? at! : day]);
    const { check } = await checks({ assignments: apart('2020-03-12') }, { windowDays: 10 });
    expect(check('timing')!.message.values).toEqual({ first: '2020-03-01', last: '2020-03-12' });
    await reopen();
    const near = await checks({ assignments: apart('2020-03-11') }, { windowDays: 10 });
    expect(near.check('timing')).toBeUndefined();
    expect(near.estimate('npv')).toBeDefined();
  });

  it('warn of costs without a date, which count as spent at the start', async () => {
    const found = await checks({
      costs: [
        [null, 'team', 'advice', 40],
        ['2020-03-10', 'team', 'advice', 20],
      ],
    });
    expect(found.check('costs-undated')).toMatchObject({ status: 'warned', value: 40 });
    expect(found.estimate('cost')!.value).toBe(60);
    expect(found.tables.months[0]!.cost).toBe(40);
    expect(found.evidence.steps.map(({ key }) => key)).toContain('return.step.costs-undated');
    await reopen();
    const only = await checks({ costs: [[null, 'team', 'advice', 40]] });
    expect(only.estimate('cost')!.value).toBe(40);
    expect(only.check('costs')).toBeUndefined();
  });

  it('warn when a plain before and after takes what comes anyway for a success', async () => {
    const orders = after.map((order) => [...order.slice(0, 4), 20 + (Number(String(order[1]).slice(1)) % 7)]);
    const { said, tables } = await checks({ orders: [...orders, ...others] });
    expect(said('before-after')).toEqual({ status: 'warned', key: 'misleads' });
    expect(tables.comparison[1]!.low).toBeGreaterThan(0);
  });

  it('give an internal rate of return where there is one', async () => {
    const { check, estimate } = await checks({ costs: [['2020-02-20', 'team', 'advice', 250]] });
    expect(check('irr')).toBeUndefined();
    const { value, interval } = estimate('irr')!;
    expect(interval!.low).toBeLessThan(value);
    expect(value).toBeLessThan(interval!.high);
  });
});
