import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json, Row } from '../../../../src/core/json.ts';
import { translate } from '../../../../src/i18n/translate.ts';
import { answer } from '../../../../src/questions/rfm-segments/answer.ts';
import { contract } from '../../../../src/questions/rfm-segments/question.ts';
import { isUnanswerable, type Answered } from '../../../../src/semantics/ask-context.ts';
import type { Mapping } from '../../../../src/semantics/mapping.ts';
import { askNatively } from '../../../fixtures/ask-natively.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { rawTable } from '../../../fixtures/raw-table.ts';

type Line = [order: string, customer: string | null, day: string, amount: number];

interface Expected {
  quantiles: number;
  customers: (Row & { customer_id: string; monetary: number; place: [number, number] })[];
  segments: Row[];
  movement: [from: string, to: string, customers: number][];
}

const fixture = new URL('../../../fixtures/rfm-segments/rfm.json', import.meta.url);
const { asOf, compareTo, log, expected } = JSON.parse(readFileSync(fixture, 'utf8')) as {
  asOf: string;
  compareTo: string;
  log: Line[];
  expected: Expected[];
};

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

const mapping: Mapping = {
  orders: { table: 'log', columns: { order_id: 'id', customer_id: 'who', ordered_at: 'day', amount: 'paid' } },
  customers: { table: 'people', columns: { customer_id: 'name', country: 'land' } },
};

async function ask(given: Record<string, Json> = {}, rows: readonly Line[] = log) {
  const types = { id: 'VARCHAR', who: 'VARCHAR', day: 'TIMESTAMP', paid: 'DOUBLE' };
  await rawTable(database, 'log', types, rows);
  const names = [...new Set(rows.map(([, who]) => who))].filter((who) => who !== null);
  await rawTable(
    database,
    'people',
    { name: 'VARCHAR', land: 'VARCHAR' },
    names.map((name, i) => [name, i % 2 ? 'PT' : 'ES']),
  );
  return askNatively(database, mapping, { contract, answer }, given);
}

async function answered(given: Record<string, Json> = {}, rows: readonly Line[] = log): Promise<Answered> {
  const result = await ask(given, rows);
  if (isUnanswerable(result)) throw new Error(result.reason);
  return result;
}

/** One purchase per customer and day. */
const purchases = (days: Record<string, string[]>, amount = 10): Line[] =>
  Object.entries(days).flatMap(([who, own]) => own.map((day, i): Line => [`${who}-${i}`, who, day, amount]));

/** Customers c0, c1 …, each with one purchase a day later than the one before. */
const aDayApart = (count: number): Line[] =>
  purchases(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`c${i}`, [`2024-01-${String(i + 1).padStart(2, '0')}`]]),
    ),
  );

const checkOf = ({ checks }: Answered, wanted: string) => checks.find(({ id }) => id === wanted);

describe('answer', () => {
  it.each(expected)(
    'agrees with NumPy for $quantiles quantiles',
    async ({ quantiles, customers, segments, movement }) => {
      const { tables, estimates } = await answered({ asOf, compareTo, quantiles });
      const sorted = [...tables.customers].sort((a, b) => (String(a.customer_id) < String(b.customer_id) ? -1 : 1));
      expect(sorted).toHaveLength(customers.length);
      for (const [i, { place: _, monetary, ...row }] of customers.entries()) {
        expect(sorted[i]).toMatchObject(row);
        expect(sorted[i].monetary).toBeCloseTo(monetary, 6);
        expect(sorted[i].score).toBe([row.r, row.f, row.m].join(quantiles > 9 ? '-' : ''));
      }
      expect(tables.segments.map(({ segment }) => segment)).toEqual(segments.map(({ segment }) => segment));
      for (const [i, row] of segments.entries()) {
        for (const [name, value] of Object.entries(row)) {
          if (typeof value === 'number') expect(tables.segments[i][name], name).toBeCloseTo(value, 6);
          else expect(tables.segments[i][name], name).toBe(value);
        }
      }
      for (const row of tables.grid) {
        const there = customers.filter(({ place }) => place[0] === row.r && place[1] === row.fm);
        expect(row.customers).toBe(there.length);
        expect(row.revenue).toBeCloseTo(
          there.reduce((sum, { monetary }) => sum + monetary, 0),
          6,
        );
      }
      const moved = tables.movement.map(({ from_segment, to_segment, customers: count }) => [
        from_segment,
        to_segment,
        count,
      ]);
      expect(moved.sort()).toEqual([...movement].sort());
      expect(estimates.find(({ name }) => name === 'customers')).toMatchObject({
        value: customers.length,
        unit: 'customers',
        basis: 'counted',
      });
    },
  );

  it('gives equal values equal scores, and better values no lower ones', async () => {
    const { tables } = await answered({ quantiles: 4 });
    const measures = [
      ['recency_days', 'r', -1],
      ['frequency', 'f', 1],
      ['monetary', 'm', 1],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...tables.customers),
        fc.constantFrom(...tables.customers),
        fc.constantFrom(...measures),
        (one, other, [measure, score, better]) => {
          const order = better * Math.sign(Number(one[measure]) - Number(other[measure]));
          const scored = Math.sign(Number(one[score]) - Number(other[score]));
          expect(scored === 0 || scored === order).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('puts every customer into one segment and one place of the grid, now and before', async () => {
    const { tables } = await answered({ asOf, compareTo });
    const total = (name: string, keep: (row: Row) => boolean = () => true) =>
      tables[name].filter(keep).reduce((sum, { customers }) => sum + Number(customers), 0);
    expect(total('segments')).toBe(tables.customers.length);
    expect(total('grid')).toBe(tables.customers.length);
    expect(total('movement')).toBe(tables.customers.length);
    for (const { segment, customers } of tables.segments)
      expect(total('movement', ({ to_segment }) => to_segment === segment)).toBe(customers);
  });

  it('takes the day after the last order by default, and compares with 90 days before', async () => {
    const { parameters, tables } = await answered({}, [
      ...aDayApart(12),
      ...purchases({ c0: ['2024-06-30 23:30:00'] }).map(([, ...rest]): Line => ['late', ...rest]),
    ]);
    expect(parameters).toEqual({ asOf: '2024-07-01', compareTo: '2024-04-02' });
    expect(tables.customers.find(({ customer_id }) => customer_id === 'c0')).toMatchObject({ recency_days: 1, r: 5 });
  });

  it('ends where `to` does, also when a later day is asked for', async () => {
    const { parameters } = await answered({ to: '2024-01-11', asOf: '2024-01-20' }, aDayApart(14));
    expect(parameters).toMatchObject({ asOf: '2024-01-11' });
    database.close();
    database = await openNative();
    const { tables } = await answered({ to: '2024-01-11' }, aDayApart(14));
    expect(tables.customers).toHaveLength(10);
  });

  it('reads purchases and returns from `from` on only', async () => {
    const rows: Line[] = [...aDayApart(12), ['again', 'c0', '2024-01-20', 7], ['back', 'c0', '2024-01-03', -2]];
    const { tables } = await answered({ from: '2024-01-02' }, rows);
    expect(tables.customers).toHaveLength(12);
    expect(tables.customers.find(({ customer_id }) => customer_id === 'c0')).toMatchObject({
      frequency: 1,
      monetary: 7,
    });
  });

  it('keeps to a condition on customers', async () => {
    const { tables } = await answered({ where: "country = 'ES'", quantiles: 3 }, aDayApart(20));
    expect(tables.customers).toHaveLength(10);
  });

  it('leaves the movement out where there is nothing to compare with, and says why', async () => {
    for (const [given, reason] of [
      ['2024-01-20', 'notBefore'],
      ['2023-12-01', 'noCustomers'],
      ['2024-01-04', 'fewCustomers'],
    ]) {
      database.close();
      database = await openNative();
      const result = await answered({ compareTo: given, asOf: '2024-01-20' }, aDayApart(12));
      expect(result.tables.movement).toBeUndefined();
      expect(result.parameters).toMatchObject({ compareTo: null });
      expect(checkOf(result, 'movement')).toMatchObject({
        status: 'warned',
        message: { key: `rfm.check.movement.${reason}` },
      });
    }
  });

  it('warns when most customers bought equally often', async () => {
    expect(checkOf(await answered({}, aDayApart(12)), 'ties')).toMatchObject({ status: 'warned', value: 1 });
    database.close();
    database = await openNative();
    const varied = aDayApart(12).flatMap(([id, who, ...rest], i) =>
      Array.from({ length: 1 + (i % 6) }, (_, k): Line => [`${id}-${k}`, who, ...rest]),
    );
    expect(checkOf(await answered({}, varied), 'ties')).toMatchObject({ status: 'passed', value: 2 / 12 });
  });

  it('warns of few customers, rows without one, and a day after the end of the data', async () => {
    const rows: Line[] = [...aDayApart(12), ['x', null, '2024-01-05', 5], ['y', null, '2024-01-05', 5]];
    const result = await answered({ asOf: '2024-03-01' }, rows);
    expect(checkOf(result, 'few-customers')).toMatchObject({ status: 'warned', value: 12, limit: 100 });
    expect(checkOf(result, 'rows-without-customer')).toMatchObject({ status: 'warned', value: 2 / 14 });
    expect(checkOf(result, 'after-the-data')).toMatchObject({ status: 'warned' });
  });

  it('says no share of revenue where nothing was earned', async () => {
    const free = aDayApart(12).map(([id, who, day]): Line => [id, who, day, 0]);
    const result = await answered({}, free);
    expect(result.estimates.some(({ name }) => name === 'championsRevenueShare')).toBe(false);
    expect(result.tables.segments.every(({ revenueShare }) => revenueShare === null)).toBe(true);
    expect(checkOf(result, 'revenue')).toMatchObject({ status: 'warned' });
    expect(result.verdict.key).toMatch(/^rfm\.verdict\.no/);
  });

  it.each<[string, readonly Line[], Record<string, Json>]>([
    ['no-purchases', [['a', 'c0', '2024-01-01', -5]], {}],
    ['no-purchases', aDayApart(12), { asOf: '2020-01-01' }],
    ['too-few-customers', aDayApart(9), {}],
    ['one-day', aDayApart(12).map(([id, who, , paid]): Line => [id, who, '2024-01-01', paid]), {}],
  ])('refuses: %s', async (reason, rows, given) => {
    expect(await ask(given, rows)).toMatchObject({ reason, message: { key: `rfm.refusal.${reason}` } });
  });

  it('adds no two currencies up', async () => {
    const types = { id: 'VARCHAR', who: 'VARCHAR', day: 'TIMESTAMP', paid: 'DOUBLE', coin: 'VARCHAR' };
    await rawTable(
      database,
      'log',
      types,
      aDayApart(14).map((row, i) => [...row, i === 13 ? 'USD' : 'EUR']),
    );
    const orders = { table: 'log', columns: { ...mapping.orders!.columns, currency: 'coin' } };
    const question = { contract, answer };
    expect(await askNatively(database, { orders }, question)).toMatchObject({
      reason: 'two-currencies',
      message: { values: { currencies: ['EUR', 'USD'] } },
    });
    const before = await askNatively(database, { orders }, question, { asOf: '2024-01-14' });
    expect(isUnanswerable(before)).toBe(false);
  });

  it.each(['en', 'es'] as const)('says its verdict, checks and steps in “%s”', async (language) => {
    const { verdict, eligibility, checks, evidence } = await answered({ asOf, compareTo });
    const texts = [verdict, eligibility, ...checks.map(({ message }) => message), ...evidence.steps].map((said) =>
      translate(said, { language, currency: 'EUR' }),
    );
    expect(texts.join('\n')).not.toMatch(/undefined|null|NaN|–|rfm\./);
    expect(texts.join('\n')).toContain(language === 'en' ? 'Hibernating, Hibernating, At risk' : 'Hibernando');
  });
});
