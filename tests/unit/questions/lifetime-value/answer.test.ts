import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCancelled, cancelled } from '../../../../src/core/errors.ts';
import type { Json } from '../../../../src/core/json.ts';
import type { Message } from '../../../../src/core/message.ts';
import { sql } from '../../../../src/database/sql.ts';
import { languages, translate } from '../../../../src/i18n/translate.ts';
import { isUnanswerable, type Answered, type Unanswerable } from '../../../../src/semantics/ask-context.ts';
import { askLifetimeValue, estimatesByName } from '../../../fixtures/lifetime-value/ask.ts';
import { inventPurchases, openShop, type Purchase } from '../../../fixtures/lifetime-value/shop.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';

let database: NativeDatabase;
const CUSTOMERS = 300;
const purchases = inventPurchases(CUSTOMERS, 1);
const asked = new Map<string, Promise<Answered>>();
const whole = { customers: { table: 'customers', columns: {} } };

beforeAll(async () => {
  database = await openNative();
  await openShop(database, purchases);
});
afterAll(() => database.close());

/** Asks once for the same parameters. */
function ask(given: Record<string, Json> = {}): Promise<Answered> {
  const key = JSON.stringify(given);
  const result = asked.get(key) ?? askAnew(given);
  asked.set(key, result);
  return result;
}

async function askAnew(given: Record<string, Json>): Promise<Answered> {
  const result = await askLifetimeValue(database, given, undefined, whole);
  if (isUnanswerable(result)) throw new Error(result.reason);
  return result;
}

async function askOf(list: readonly Purchase[], given: Record<string, Json> = {}): Promise<Answered | Unanswerable> {
  const own = await openNative();
  try {
    await openShop(own, list);
    return await askLifetimeValue(own, given);
  } finally {
    own.close();
  }
}

function expectWords(...messages: Message[]): void {
  for (const language of languages) {
    for (const message of messages) {
      const text = translate(message, { language, currency: 'EUR' });
      expect(text).not.toMatch(/undefined|NaN|\{|(^|\s)–(\s|$)/);
    }
  }
}

const checkOf = ({ checks }: Answered, id: string) => checks.find((check) => check.id === id);

describe('answer of lifetime-value', () => {
  it('counts what a naive recomputation counts: one purchase per customer and day', async () => {
    const days = new Map<string, Set<string>>();
    for (const { customer, at } of purchases) {
      const seen = days.get(customer) ?? new Set();
      days.set(customer, seen.add(at.slice(0, 10)));
    }
    const result = await ask();
    const { customers, repeatCustomers, repeatPurchases } = estimatesByName(result);
    const counts = [...days.values()].map((seen) => seen.size - 1);
    expect(customers).toMatchObject({ value: CUSTOMERS, basis: 'counted' });
    expect(repeatCustomers.value).toBe(counts.filter((count) => count > 0).length);
    expect(repeatPurchases.value).toBe(counts.reduce((x, y) => x + y));
    for (const row of result.tables.customers) expect(row.frequency).toBe(days.get(String(row.customer_id))!.size - 1);
  });

  it('labels both kinds of interval, and every interval holds its value', async () => {
    const result = await ask();
    const estimates = estimatesByName(result);
    const kind = (name: string) => estimates[name].interval?.kind;
    expect(['totalValue', 'expectedPurchases', 'meanPAlive'].map(kind)).toEqual(['credible', 'credible', 'credible']);
    expect(['purchasesAhead', 'valueAhead'].map(kind)).toEqual(['prediction', 'prediction']);
    for (const { value, interval } of result.estimates) {
      if (!interval) continue;
      expect(interval.low).toBeLessThanOrEqual(value);
      expect(interval.high).toBeGreaterThanOrEqual(value);
    }
    const width = (name: string) => estimates[name].interval!.high - estimates[name].interval!.low;
    expect(width('purchasesAhead')).toBeGreaterThan(width('expectedPurchases'));
    expect(result.parameters).toEqual({ model: 'bg-nbd', observationEnd: '2023-12-31' });
  });

  it('has a text in both languages for everything it says', async () => {
    const cases: Record<string, Json>[] = [{}, { observationEnd: '2023-08-31', from: '2023-01-15', timeUnit: 'month' }];
    for (const given of cases) {
      const { verdict, eligibility, checks, evidence } = await ask(given);
      expectWords(verdict, eligibility, ...checks.map(({ message }) => message));
      expectWords(...evidence.steps, ...evidence.assumptions, ...evidence.methods.map(({ name }) => name));
    }
  });

  it('keeps purchases after the end of observation as a holdout of exactly that length', async () => {
    const result = await ask({ observationEnd: '2023-09-30', timeUnit: 'day', horizon: 92 });
    const { actualPurchases, expectedHoldout, expectedPurchases, customers } = estimatesByName(result);
    const after = new Set(
      purchases.filter(({ at }) => at > '2023-10').map(({ customer, at }) => customer + at.slice(0, 10)),
    );
    expect(customers.value).toBe(CUSTOMERS);
    expect(actualPurchases.value).toBe(after.size);
    expect(expectedHoldout.value).toBeCloseTo(expectedPurchases.value, 8);
    expect(checkOf(result, 'holdout')?.status).toBe('passed');
    const { tracking, customers: rows } = result.tables;
    expect(tracking.at(-1)).toMatchObject({ date: '2023-12-31', phase: 'holdout' });
    expect(rows.reduce((sum, row) => sum + Number(row.actual_purchases), 0)).toBe(after.size);
    expect(estimatesByName(await ask())).not.toHaveProperty('actualPurchases');
  });

  it('takes the same customers for the same in any unit of time', async () => {
    const days = estimatesByName(await ask({ timeUnit: 'day', horizon: 364 }));
    const weeks = estimatesByName(await ask());
    expect(days.alpha.value / weeks.alpha.value).toBeCloseTo(7, 6);
    for (const name of ['r', 'a', 'b', 'expectedPurchases', 'totalValue', 'meanPAlive']) {
      expect(days[name].value / weeks[name].value).toBeCloseTo(1, 6);
    }
  });

  it('values the margin, and less the higher the discount rate', async () => {
    const value = async (given: Record<string, Json>) => estimatesByName(await ask(given)).totalValue.value;
    const full = await value({ discountRateAnnual: 0 });
    expect(await value({ discountRateAnnual: 0, margin: 0.25 })).toBeCloseTo(full / 4, 6);
    const discounted = await value({ discountRateAnnual: 0.1 });
    expect(discounted).toBeLessThan(full);
    expect(discounted).toBeGreaterThan(full / 1.1);
  });

  it('repeats its digits for a seed, and only moves intervals for another', async () => {
    expect(await askAnew({})).toEqual(await ask());
    const [one, other] = [estimatesByName(await ask()), estimatesByName(await ask({ seed: 4 }))];
    expect(other.totalValue.value).toBe(one.totalValue.value);
    expect(other.totalValue.interval).not.toEqual(one.totalValue.interval);
  });

  it('leaves out customers from before `from`, purchases from `to` on, and customers that `where` excludes', async () => {
    const first = new Map<string, string>();
    for (const { customer, at } of purchases) if (!first.has(customer)) first.set(customer, at);
    const count = (keep: (customer: string, at: string) => boolean) =>
      [...first].filter(([c, at]) => keep(c, at)).length;
    const customers = async (given: Record<string, Json>) => estimatesByName(await ask(given)).customers.value;
    expect(await customers({ from: '2023-02-01' })).toBe(count((_, at) => at >= '2023-02'));
    const before = new Set(purchases.flatMap(({ customer, at }) => (at < '2023-11' ? customer + at.slice(0, 10) : [])));
    const { repeatPurchases } = estimatesByName(await ask({ to: '2023-11-01' }));
    expect(repeatPurchases.value).toBe(before.size - CUSTOMERS);
    expect(await customers({ where: "side = 'even'" })).toBe(count((customer) => Number(customer.slice(1)) % 2 === 0));
    expect((await ask({ to: '2023-11-01' })).parameters?.observationEnd).toBe('2023-10-31');
  });

  it('says when the end of observation lies after the data', async () => {
    const result = await ask({ observationEnd: '2024-02-29' });
    expect(checkOf(result, 'data-end')?.status).toBe('warned');
    expectWords(checkOf(result, 'data-end')!.message);
  });

  it('refuses money, and only money, when frequent customers spend differently', async () => {
    const dependent = inventPurchases(CUSTOMERS, 2, (rate) => 10 + 400 * rate);
    const result = await askOf(dependent);
    if (isUnanswerable(result)) throw new Error(result.reason);
    const check = checkOf(result, 'spend-independence')!;
    expect(check).toMatchObject({ status: 'failed', limit: 0.4 });
    expect(check.value).toBeGreaterThanOrEqual(0.4);
    const names = result.estimates.map(({ name }) => name);
    for (const name of ['totalValue', 'valueAhead', 'p', 'q', 'v']) expect(names).not.toContain(name);
    expect(names).toContain('expectedPurchases');
    expect(result.tables.customers[0]).not.toHaveProperty('clv');
    expect(result.verdict.key).toBe('lifetime-value.verdict.purchases');
    expectWords(result.verdict, result.eligibility, ...result.checks.map(({ message }) => message));
  });

  it('refuses money when everybody always spends the same', async () => {
    const same = purchases.map((purchase) => ({ ...purchase, amount: 9.99 }));
    const result = await askOf(same);
    if (isUnanswerable(result)) throw new Error(result.reason);
    expect(checkOf(result, 'spend-convergence')?.status).toBe('failed');
    expectWords(checkOf(result, 'spend-convergence')!.message);
    expect(estimatesByName(result)).not.toHaveProperty('totalValue');
  });

  it('refuses money where its interval would reach amounts without a mean', async () => {
    const uneven = inventPurchases(120, 2, (_rate, draw) => -20 / (Math.log(1 - draw()) + 0.3 * Math.log(1 - draw())));
    const sure = await askOf(uneven, { level: 0.999 });
    if (isUnanswerable(sure)) throw new Error(sure.reason);
    expect(checkOf(sure, 'spend-convergence')?.message.key).toBe(
      'lifetime-value.check.spend-convergence.infinite-mean',
    );
    expect(estimatesByName(sure)).not.toHaveProperty('totalValue');
    const usual = await askOf(uneven);
    if (isUnanswerable(usual)) throw new Error(usual.reason);
    expect(estimatesByName(usual).totalValue.interval!.high).toBeLessThan(Infinity);
  });

  it('says how much of the money went back, and that values do not take it off', async () => {
    const paid = purchases.reduce((sum, { amount }) => sum + amount, 0);
    const own = await openNative();
    try {
      await openShop(own, purchases);
      const share = async (returns: number) => {
        await own.run(sql`INSERT INTO business.returns SELECT customer_id, max(ordered_at), ${-returns} FROM business.purchases
          GROUP BY 1 ORDER BY 1 LIMIT 1`);
        const result = await askLifetimeValue(own);
        if (isUnanswerable(result)) throw new Error(result.reason);
        expect(result.evidence.assumptions.map(({ key }) => key)).toContain('lifetime-value.assumption.returns');
        expectWords(checkOf(result, 'returns-share')!.message);
        return { ...checkOf(result, 'returns-share')!, total: estimatesByName(result).totalValue.value };
      };
      const little = await share(paid * 0.04);
      expect(little).toMatchObject({ status: 'passed', limit: 0.05 });
      expect(little.value).toBeCloseTo(0.04, 9);
      const more = await share(paid * 0.02);
      expect(more.status).toBe('warned');
      expect(more.value).toBeCloseTo(0.06, 9);
      expect(more.total).toBe(little.total);
    } finally {
      own.close();
    }
  });

  it('leaves money out where amounts are in two currencies', async () => {
    const own = await openNative();
    try {
      await openShop(own, purchases);
      await own.run(sql`CREATE TABLE business.orders AS SELECT *,
        CASE WHEN ordered_at >= TIMESTAMP '2023-12-01' THEN 'USD' ELSE 'EUR' END AS currency FROM business.purchases`);
      const mapping = { orders: { table: 'log', columns: { currency: 'coin' } } };
      const result = await askLifetimeValue(own, {}, undefined, mapping);
      if (isUnanswerable(result)) throw new Error(result.reason);
      const check = checkOf(result, 'spend-currencies')!;
      expect(check).toMatchObject({ status: 'failed', message: { values: { currencies: ['EUR', 'USD'] } } });
      expectWords(check.message);
      const estimates = estimatesByName(result);
      expect(estimates).not.toHaveProperty('totalValue');
      expect(estimates).toHaveProperty('expectedPurchases');
      expect(result.tables.customers[0]).not.toHaveProperty('monetary_value');
      const earlier = await askLifetimeValue(own, { observationEnd: '2023-11-30' }, undefined, mapping);
      if (isUnanswerable(earlier)) throw new Error(earlier.reason);
      expect(estimatesByName(earlier)).toHaveProperty('totalValue');
    } finally {
      own.close();
    }
  });

  it('is unanswerable without purchases, repeat purchases or enough customers', async () => {
    const seen = new Set<string>();
    const once = purchases.filter(({ customer }) => !seen.has(customer) && seen.add(customer));
    const cases: [Purchase[], Record<string, Json>, string][] = [
      [[], {}, 'no-purchases'],
      [purchases, { observationEnd: '2022-12-31' }, 'no-purchases'],
      [once, {}, 'no-repeat-purchases'],
      [purchases.slice(0, 20), {}, 'too-few-customers'],
    ];
    for (const [list, given, reason] of cases) {
      const result = await askOf(list, given);
      if (!isUnanswerable(result)) throw new Error('answered');
      expect(result.reason).toBe(reason);
      expectWords(result.message, result.remedy);
    }
  });

  it('is unanswerable when nobody ever drops out or differs: a subscription', async () => {
    const months = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}-01T00:00:00`);
    const list = Array.from({ length: 80 }, (_, i) =>
      months.map((at) => ({ customer: `c${i}`, at, amount: 10 })),
    ).flat();
    const result = await askOf(list);
    if (!isUnanswerable(result)) throw new Error('answered');
    expect(result.reason).toBe('no-convergence');
    expectWords(result.message, result.remedy);
  });

  it('stops when it is cancelled', async () => {
    const stop = ({ phase }: { phase: string }) =>
      phase === 'simulating-customers' ? Promise.reject(cancelled()) : Promise.resolve();
    await expect(askLifetimeValue(database, {}, stop)).rejects.toSatisfy(isCancelled);
  });
});
