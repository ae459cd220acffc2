import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { addDays, isoToDay } from '../../../../src/core/time.ts';
import { sql } from '../../../../src/database/sql.ts';
import { planCutOffs, readBehaviour, type Behaviour } from '../../../../src/questions/churn-risk/behaviour.ts';
import { applyMapping } from '../../../../src/semantics/apply-mapping.ts';
import type { Unanswerable } from '../../../../src/semantics/ask-context.ts';
import type { Mapping } from '../../../../src/semantics/mapping.ts';
import { defaultSettings } from '../../../../src/semantics/settings.ts';
import { randomSource } from '../../../../src/statistics/random.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';

const FIRST = '2020-01-01';
const WINDOW = 60;
const CUT_OFF = '2020-10-01';

interface Order {
  customer: string;
  day: number;
  amount: number;
}

/** Orders at noon over a year; one in ten is a return. */
function drawOrders(): Order[] {
  const random = randomSource(4);
  return Array.from({ length: 900 }, () => ({
    customer: `c${random.integer(60)}`,
    day: random.integer(360),
    amount: random.uniform() < 0.1 ? -5 : 1 + random.integer(50),
  }));
}

const noon = ({ day }: Order) => isoToDay(FIRST) + day + 0.5;
const isPurchase = ({ amount }: Order) => amount >= 0;

describe('readBehaviour', () => {
  const orders = drawOrders();
  let database: NativeDatabase;
  let behaviour: Behaviour;

  const mapping = {
    orders: {
      table: 'orders',
      columns: { customer_id: 'customer', ordered_at: 'bought_at', amount: 'amount', order_id: 'id' },
    },
    customers: { table: 'people', columns: { customer_id: 'customer', country: 'country', joined_at: 'joined' } },
  };

  async function read(parameters: Record<string, Json> = {}): Promise<Behaviour> {
    const result = await tryToRead(parameters);
    if ('reason' in result) throw new Error(result.reason);
    return result;
  }

  function tryToRead(parameters: Record<string, Json>, mapped: Mapping = mapping): Promise<Behaviour | Unanswerable> {
    const all = { windowDays: WINDOW, cutOff: CUT_OFF, cutOffs: 3, eligibleDays: 100, exclude: [], ...parameters };
    const context = {
      database,
      mapping: mapped,
      settings: defaultSettings,
      progress: () => Promise.resolve(),
      signal: new AbortController().signal,
    };
    return readBehaviour(context, all);
  }

  beforeAll(async () => {
    database = await openNative();
    await database.run(
      sql`CREATE TABLE raw.orders (_row BIGINT, id BIGINT, customer VARCHAR, bought_at TIMESTAMP, amount DOUBLE)`,
    );
    await database.run(sql`CREATE TABLE raw.people (_row BIGINT, customer VARCHAR, country VARCHAR, joined DATE)`);
    for (const [row, order] of orders.entries()) {
      const at = `${addDays(FIRST, order.day)} 12:00:00`;
      await database.run(
        sql`INSERT INTO raw.orders VALUES (${row}, ${row}, ${order.customer}, CAST(${at} AS TIMESTAMP), ${order.amount})`,
      );
    }
    // One joined after the cut-off; others have dates that stand for “unknown” and “never”.
    const dates: Partial<Record<number, string>> = { 7: addDays(FIRST, 300), 8: '0001-01-01', 9: '9999-12-31' };
    for (let who = 0; who < 60; who++) {
      const country = who % 3 === 0 ? 'ES' : 'PT';
      const joined = dates[who] ?? addDays(FIRST, -who);
      await database.run(
        sql`INSERT INTO raw.people VALUES (${who}, ${`c${who}`}, ${country}, CAST(${joined} AS DATE))`,
      );
    }
    await applyMapping(mapping, database);
    behaviour = await read();
  });
  afterAll(() => database.close());

  const idOf = (from: Behaviour, row: number) => String(from.describe(row).customer_id);
  const valueOf = (from: Behaviour, name: string, row: number) => {
    const column = from.columns.find((known) => known.name === name);
    return column?.values[row];
  };

  it('puts training cut-offs a window before the test, and further back in steps', () => {
    expect(behaviour.trainingCutOffs).toEqual(['2020-08-02', '2020-07-13', '2020-06-23']);
    expect(behaviour.today).toBe(addDays(FIRST, Math.max(...orders.filter(isPurchase).map(({ day }) => day)) + 1));
  });

  it('agrees with a naive recomputation: who is eligible, what they did before, whether they left', () => {
    const dates = [...behaviour.trainingCutOffs, behaviour.cutOff];
    const { training, test } = behaviour.divisions[0];
    const rows = [...training, ...test];
    let next = 0;
    for (const date of dates) {
      const cut = isoToDay(date);
      const customers = [...new Set(orders.map(({ customer }) => customer))].sort();
      for (const customer of customers) {
        const own = orders.filter((order) => order.customer === customer);
        const before = own.filter((order) => isPurchase(order) && noon(order) < cut);
        const last = Math.max(...before.map(noon));
        if (before.length === 0 || cut - last > 100) continue;
        const row = rows[next++];
        const after = own.filter((order) => isPurchase(order) && noon(order) >= cut && noon(order) < cut + WINDOW);
        const returned = own.filter((order) => !isPurchase(order) && noon(order) < cut);
        expect(idOf(behaviour, row)).toBe(customer);
        expect(behaviour.labels[row]).toBe(Number(after.length === 0));
        expect(valueOf(behaviour, 'recency', row)).toBeCloseTo(cut - last, 9);
        expect(valueOf(behaviour, 'frequency', row)).toBe(before.length);
        expect(valueOf(behaviour, 'spend', row)).toBeCloseTo(
          before.reduce((sum, { amount }) => sum + amount, 0),
          6,
        );
        expect(valueOf(behaviour, 'purchases_60', row)).toBe(before.filter((order) => cut - noon(order) <= 60).length);
        expect(valueOf(behaviour, 'returns', row)).toBe(returned.length);
      }
    }
    expect(next).toBe(rows.length);
  });

  it('does not let what happens after a cut-off into its features', async () => {
    const until = await read({ to: addDays(CUT_OFF, WINDOW) });
    const rows = behaviour.divisions[0].test;
    expect(until.divisions[0].test).toEqual(rows);
    for (const name of ['recency', 'spend', 'spend_trend', 'gap_mean', 'returned']) {
      for (const row of rows) expect(valueOf(until, name, row)).toEqual(valueOf(behaviour, name, row));
    }
  });

  it('asks about attributes that are dated after the cut-off', () => {
    expect(behaviour.datedAfter).toEqual([{ column: 'joined_at', rows: expect.any(Number) as number }]);
    expect(behaviour.datedAfter[0].rows).toBeGreaterThan(0);
  });

  it('takes dates that stand for something else for missing', () => {
    for (const [row, who] of behaviour.customers.entries()) {
      const isOdd = ['c8', 'c9'].includes(idOf(behaviour, row));
      expect(Number.isNaN(valueOf(behaviour, 'joined_at', row)), String(who)).toBe(isOdd);
    }
  });

  it('ends the data where it ends for everybody, whoever is looked at', async () => {
    const last = Math.max(...orders.filter(isPurchase).map(({ day }) => day));
    const late = new Set(orders.filter((order) => isPurchase(order) && order.day === last).map((o) => o.customer));
    const where = `customer_id NOT IN (${[...late].map((customer) => `'${customer}'`).join(', ')})`;
    const others = await read({ where, cutOff: null });
    expect(others.today).toBe(behaviour.today);
    expect(others.cutOff).toBe(addDays(FIRST, last - WINDOW));
    expect(await tryToRead({ where: `country = 'FR'` })).toMatchObject({ reason: 'no-purchases' });
  });

  it('checks the filter of customers itself', async () => {
    await expect(tryToRead({ where: 'contry = 1' })).rejects.toMatchObject({ code: 'filter-invalid' });
    const withoutCustomers = { orders: mapping.orders };
    await expect(tryToRead({ where: `country = 'ES'` }, withoutCustomers)).rejects.toMatchObject({
      code: 'filter-without-customers',
    });
  });

  it('refuses to leave out what is not there', async () => {
    const refused = await tryToRead({ exclude: ['country', 'contry'] });
    expect(refused).toMatchObject({ reason: 'column-missing', message: { values: { column: 'contry' } } });
    expect(await tryToRead({ exclude: ['customer_id', 'recency'] })).toMatchObject({ kind: 'behaviour' });
  });

  it('honours the filter of customers and what is to be left out', async () => {
    const spanish = await read({ where: `country = 'ES'` });
    const ids = Array.from(spanish.divisions[0].test, (row) => Number(idOf(spanish, row).slice(1)));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => id % 3 === 0)).toBe(true);
    const without = await read({ exclude: ['country', 'spend'] });
    expect(without.columns.some(({ name }) => name === 'country' || name === 'spend')).toBe(false);
  });
});

describe('planCutOffs', () => {
  const parameters = { windowDays: 90, cutOffs: 4, eligibleDays: 365 };

  it('takes the last day that leaves a whole window by default', () => {
    const plan = planCutOffs(isoToDay('2010-12-01'), isoToDay('2011-12-09'), parameters);
    expect(plan).toMatchObject({ cutOff: '2011-09-10', spacingDays: 30 });
    expect('trainingCutOffs' in plan && plan.trainingCutOffs).toEqual([
      '2011-06-12',
      '2011-05-13',
      '2011-04-13',
      '2011-03-14',
    ]);
  });

  it('refuses a window that is not over in the data', () => {
    const plan = planCutOffs(0, 1000, { ...parameters, cutOff: '1972-08-01' });
    expect(plan).toMatchObject({ reason: 'window-beyond-data' });
  });

  it('refuses a log in which no earlier window fits', () => {
    expect(planCutOffs(0, 200, parameters)).toMatchObject({ reason: 'history-too-short' });
  });

  it('uses fewer cut-offs where the history is short', () => {
    const plan = planCutOffs(0, 270, parameters);
    expect('trainingCutOffs' in plan && plan.trainingCutOffs).toHaveLength(2);
  });
});
