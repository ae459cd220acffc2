import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRows } from '../../fixtures/online-shop/parse-rows.ts';
import { simulateOnlineShop } from '../../../src/samples/online-shop/online-shop.ts';
import { CUSTOMERS, END, START } from '../../../src/samples/online-shop/scenario.ts';
import { sampleList } from '../../../src/samples/sample-list.ts';
import type { SampleTable, SimulatedSample } from '../../../src/samples/sample.ts';
import { dayToIso } from '../../../src/core/time.ts';
import { businessTables } from '../../../src/semantics/business-tables.ts';

const hashes = (tables: Iterable<SampleTable>) =>
  Array.from(tables, ({ name, csv }) => [name, createHash('sha256').update(csv).digest('hex')] as const);

let sample: SimulatedSample;
let tables: Map<string, { table: SampleTable; rows: Record<string, string>[] }>;
beforeAll(() => {
  sample = simulateOnlineShop(1);
  tables = new Map([...sample.tables].map((table) => [table.name, { table, rows: parseRows(table.csv) }]));
});
const rowsOf = (name: string) => tables.get(name)!.rows;

describe('simulateOnlineShop', () => {
  it('gives the same bytes for the same seed', () => {
    expect(hashes(simulateOnlineShop(1).tables)).toEqual(hashes([...tables.values()].map(({ table }) => table)));
  });

  it('gives other bytes for another seed, wherever chance has a part', () => {
    const other = new Map(hashes(simulateOnlineShop(2).tables));
    const alike = hashes([...tables.values()].map(({ table }) => table)).filter(
      ([name, hash]) => other.get(name) === hash,
    );
    expect(alike.map(([name]) => name)).toEqual(['products', 'initiatives']);
  });

  it('rejects what is no seed', () => {
    for (const seed of [-1, 0.5, 2 ** 32, NaN]) expect(() => simulateOnlineShop(seed)).toThrow(RangeError);
  });

  it('has 20,000 customers and 24 months of orders', () => {
    expect(new Set(rowsOf('customers').map(({ customer_id }) => customer_id)).size).toBe(CUSTOMERS);
    const times = rowsOf('orders').map(({ ordered_at }) => ordered_at!);
    expect(times).toEqual([...times].sort());
    expect(times[0]!.slice(0, 10)).toBe(dayToIso(START));
    expect(times.at(-1)!.slice(0, 10)).toBe(dayToIso(END - 1));
    expect(new Set(times.map((time) => time.slice(0, 7))).size).toBe(24);
  });

  it('has at most one order of a customer on a day', () => {
    const days = rowsOf('orders').map(({ customer_id, ordered_at }) => `${customer_id} ${ordered_at!.slice(0, 10)}`);
    expect(new Set(days).size).toBe(days.length);
  });

  it('names columns that are there, for roles that there are', () => {
    for (const [role, { table, columns }] of Object.entries(sample.mapping)) {
      const known = businessTables[role as keyof typeof businessTables].columns.map(({ name }) => name as string);
      const stored = tables.get(table)!.table.columns.map(({ name }) => name);
      expect(stored.filter((name) => Object.values(columns).includes(name)).sort()).toEqual(
        [...new Set(Object.values(columns))].sort(),
      );
      expect(Object.keys(columns).filter((name) => !known.includes(name))).toEqual([]);
    }
    expect(
      Object.values(sample.mapping)
        .map(({ table }) => table)
        .sort(),
    ).toEqual([...tables.keys()].sort());
  });

  it('writes every value as its column says', () => {
    const patterns = {
      text: /^/,
      integer: /^-?\d+$/,
      decimal: /^-?\d+(\.\d{1,4})?$/,
      boolean: /^(true|false)$/,
      date: /^\d{4}-\d{2}-\d{2}$/,
      timestamp: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/,
    };
    for (const { table, rows } of tables.values()) {
      for (const { name, kind } of table.columns) {
        const wrong = rows.find((row) => row[name] !== '' && !patterns[kind].test(row[name]!));
        expect(wrong, `${table.name}.${name}`).toBeUndefined();
      }
    }
  });

  it('has items that add up to each order', () => {
    const totals = new Map<string, number>();
    for (const { order_id, quantity, unit_price, amount } of rowsOf('order_items')) {
      if (!(Math.abs(Number(quantity) * Number(unit_price) - Number(amount)) < 0.005)) expect.unreachable(order_id);
      totals.set(order_id!, (totals.get(order_id!) ?? 0) + Number(amount));
    }
    const off = rowsOf('orders').filter(
      ({ order_id, amount }) => !(Math.abs(totals.get(order_id!)! - Number(amount)) < 0.005),
    );
    expect(off).toEqual([]);
    expect(totals.size).toBe(rowsOf('orders').length);
  });

  it('refers to customers, products and orders that there are', () => {
    const keys = { customer_id: 'customers', product_id: 'products', order_id: 'orders' };
    for (const [key, home] of Object.entries(keys)) {
      const known = new Set(rowsOf(home).map((row) => row[key]));
      for (const { table, rows } of tables.values()) {
        if (!table.columns.some(({ name }) => name === key)) continue;
        expect(
          rows.find((row) => !known.has(row[key])),
          `${table.name}.${key}`,
        ).toBeUndefined();
      }
    }
  });

  it('dates nothing after the log, and nothing of a customer before the first order', () => {
    const joined = new Map(rowsOf('customers').map(({ customer_id, joined_at }) => [customer_id, joined_at!]));
    for (const [name, time] of [
      ['orders', 'ordered_at'],
      ['conversations', 'opened_at'],
      ['conversations', 'closed_at'],
      ['surveys', 'answered_at'],
      ['touches', 'occurred_at'],
      ['assignments', 'assigned_at'],
    ] as const) {
      for (const row of rowsOf(name)) {
        if (row[time]! >= joined.get(row.customer_id!)! && row[time]! < dayToIso(END)) continue;
        expect.unreachable(`${name}.${time} ${JSON.stringify(row)}`);
      }
    }
  });

  it('speaks Spanish and English, accents and all', () => {
    for (const [table, column] of [
      ['surveys', 'comment'],
      ['conversations', 'text'],
    ] as const) {
      const texts = new Set(rowsOf(table).map((row) => row[column]!));
      expect(
        [...texts].some((text) => /[áéíóúñ¿]/.test(text)),
        table,
      ).toBe(true);
      expect(
        [...texts].some((text) => /\b(the|my|is|I)\b/.test(text)),
        table,
      ).toBe(true);
    }
    const speaks = new Map(rowsOf('customers').map(({ customer_id, language }) => [customer_id, language!]));
    const spanish = rowsOf('conversations').filter(({ text }) => /[¿ñóáé]/.test(text!));
    expect(spanish.every(({ customer_id }) => speaks.get(customer_id) === 'es')).toBe(true);
  });

  it('knows of nobody who could be met', () => {
    const emails = rowsOf('customers').map(({ email }) => email!);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.every((email) => /^[a-z]+\.[a-z]+\.\d+@example\.com$/.test(email))).toBe(true);
  });

  it('is as large as the list of samples says', () => {
    const { tables: count, rows } = sampleList.find(({ id }) => id === 'online-shop')!;
    const found = [...tables.values()].reduce((sum, table) => sum + table.rows.length, 0);
    expect(tables.size).toBe(count);
    expect(Math.abs(found / rows - 1)).toBeLessThan(0.05);
  });
});

describe('the truth of the online shop', () => {
  it('has a name of its own for each value', () => {
    const names = sample.truth.map(({ group, item }) => `${group}.${item}`);
    expect(new Set(names).size).toBe(names.length);
    expect(sample.truth.every(({ value }) => Number.isFinite(value))).toBe(true);
  });

  it('names each initiative’s costs as they are in the table', () => {
    for (const [group, initiative, end] of [
      ['recommender', 'AI recommender', '2026-04-12'],
      ['discount', 'Spring discount', '2026-06-14'],
    ] as const) {
      const spent = rowsOf('costs').filter((row) => row.initiative === initiative && row.occurred_on! < end);
      const total = spent.reduce((sum, { amount }) => sum + Number(amount), 0);
      expect(sample.truth.find((truth) => truth.group === group && truth.item === 'cost')!.value).toBeCloseTo(total, 6);
    }
  });

  it('asks only for estimates of questions with parameters', () => {
    const asked = sample.truth.flatMap(({ of }) => (of ? [of] : []));
    expect(new Set(asked.map(({ question }) => question))).toEqual(
      new Set(['lifetime-value', 'experiment', 'return', 'overview']),
    );
  });
});
