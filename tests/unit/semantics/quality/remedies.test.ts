import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identifier, sql } from '../../../../src/database/sql.ts';
import { applyMapping } from '../../../../src/semantics/apply-mapping.ts';
import { remediesThatChanged, type Remedy } from '../../../../src/semantics/quality/remedy.ts';
import { remedyMessage } from '../../../../src/semantics/quality/remedy-message.ts';
import { languages, translate } from '../../../../src/i18n/translate.ts';
import { examineNatively } from '../../../fixtures/examine-natively.ts';
import type { NativeDatabase } from '../../../fixtures/native-database.ts';
import { openPlantedShop, plant, plantedMapping, TODAY } from '../../../fixtures/quality/planted-shop.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openPlantedShop();
});
afterEach(() => database.close());

/** The remedies that are offered for what is found. */
async function offered(): Promise<Remedy[]> {
  const { findings } = await examineNatively(database, plantedMapping, TODAY);
  return findings.flatMap(({ remedy, table }) =>
    remedy ? [{ ...remedy, raw: plantedMapping[table]!.table, rows: 0 }] : [],
  );
}

const contents = (schema: string, table: string) =>
  database.rows(
    sql`SELECT count(*) AS n, CAST(bit_xor(hash(t)) AS VARCHAR) AS content FROM ${identifier(schema, table)} AS t`,
  );

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations(items.filter((_, i) => i !== at)).map((rest) => [item, ...rest]));
}

describe('a remedy', () => {
  it.each([
    ['future orders', [`UPDATE raw.orders SET ordered_at = TIMESTAMP '2031-05-05 12:00:00' WHERE _row IN (7, 8)`], 2],
    [
      'closings before openings',
      [`UPDATE raw.tickets SET closed_at = opened_at - INTERVAL 3 HOUR WHERE _row % 100 = 0`],
      15,
    ],
    ['outliers', [`UPDATE raw.orders SET amount = 90000 + _row WHERE _row IN (100, 200)`], 2],
    ['cents', [`UPDATE raw.orders SET amount = round(amount * 100) WHERE _row % 4 = 0`], 1500],
    [
      'duplicate tickets',
      [`INSERT INTO raw.tickets SELECT * REPLACE (_row + 5000 AS _row) FROM raw.tickets WHERE _row < 25`],
      25,
    ],
    ['orphans', [`UPDATE raw.orders SET customer_id = 'nobody' WHERE _row < 9`], 9],
    ['a score off its scale', [`UPDATE raw.answers SET score = 9 WHERE _row = 1`], 1],
    [
      'a bot',
      [
        `INSERT INTO raw.events SELECT 'C0001', TIMESTAMP '2024-05-05 10:00:00' + INTERVAL 1 SECOND * i, 'view', 20000 + i FROM range(2500) AS t(i)`,
      ],
      2545,
    ],
    ['an age', [`UPDATE raw.customers SET birth_date = DATE '1901-03-01' WHERE _row = 3`], 1],
  ])('settles %s, leaves the raw tables alone, and is gone without a trace', async (_, statements, rows) => {
    await plant(database, ...statements);
    const raw = await contents('raw', 'orders');
    const remedies = await offered();
    const before = await contents('business', remedies[0]!.table);
    expect(remedies).toHaveLength(1);

    const after = await examineNatively(database, plantedMapping, TODAY, remedies);
    expect(after.remedies[0]!.rows).toBe(rows);
    expect(after.findings.filter(({ remedy }) => remedy)).toEqual([]);
    expect(await contents('business', remedies[0]!.table)).not.toEqual(before);
    expect(await contents('raw', 'orders')).toEqual(raw);

    await applyMapping(plantedMapping, database, []);
    expect(await contents('business', remedies[0]!.table)).toEqual(before);
    for (const language of languages) {
      expect(translate(remedyMessage(after.remedies[0]!), { language, currency: 'EUR' })).not.toBe('');
    }
  });

  it('leaves test accounts out of every table', async () => {
    await plant(database, `UPDATE raw.customers SET email = 'test@shop.es' WHERE customer_id IN ('C0005', 'C0006')`);
    const remedies = await offered();
    const left = () =>
      Promise.all(
        ['customers', 'orders', 'events', 'order_totals'].map(async (table) => {
          const [{ n }] = await database.rows<{ n: number }>(
            sql`SELECT count(*) AS n FROM ${identifier('business', table)} WHERE customer_id IN ('C0005', 'C0006')`,
          );
          return n;
        }),
      );
    expect((await left()).every((n) => n > 0)).toBe(true);
    const [applied] = await applyMapping(plantedMapping, database, remedies);
    expect(applied!.rows).toBe(2);
    expect(await left()).toEqual([0, 0, 0, 0]);
  });

  it('keeps the first of rows that are there twice', async () => {
    await plant(
      database,
      `INSERT INTO raw.orders SELECT * REPLACE (_row + 9000 AS _row) FROM raw.orders WHERE _row < 40`,
    );
    const remedies = await offered();
    expect(remedies.map(({ finding }) => finding)).toEqual(['duplicates']);
    const [applied] = await applyMapping(plantedMapping, database, remedies);
    expect(applied!.rows).toBe(40);
    const [{ n, ids }] = await database.rows<{ n: number; ids: number }>(
      sql`SELECT count(*) AS n, count(DISTINCT order_id) AS ids FROM business.orders`,
    );
    expect([n, ids]).toEqual([6000, 6000]);
  });

  it('goes on top of those before it', async () => {
    await plant(
      database,
      `UPDATE raw.orders SET amount = round(amount * 100) WHERE _row % 4 = 0`,
      `UPDATE raw.orders SET ordered_at = TIMESTAMP '2031-05-05 12:00:00' WHERE _row IN (7, 8)`,
      `INSERT INTO raw.orders SELECT * REPLACE (_row + 9000 AS _row) FROM raw.orders WHERE _row < 40`,
    );
    const remedies = await offered();
    expect(remedies).toHaveLength(3);
    const { findings, remedies: applied } = await examineNatively(database, plantedMapping, TODAY, remedies);
    expect(findings.filter(({ table }) => table === 'orders')).toEqual([]);
    expect(applied.every(({ rows }) => rows > 0)).toBe(true);
  });

  describe('in a sequence, whichever comes first,', () => {
    const flaws = [
      `UPDATE raw.customers SET email = 'test@shop.es' WHERE customer_id IN ('C0005', 'C0006')`,
      `UPDATE raw.orders SET customer_id = 'nobody' WHERE _row IN (20, 21)`,
      `UPDATE raw.orders SET ordered_at = TIMESTAMP '2031-05-05 12:00:00' WHERE _row BETWEEN 30 AND 38`,
      `INSERT INTO raw.orders SELECT * REPLACE (_row + 9000 AS _row) FROM raw.orders WHERE _row BETWEEN 25 AND 40`,
    ];
    const everything = () =>
      Promise.all(Object.keys(plantedMapping).map(async (table) => [table, await contents('business', table)]));
    const orders = permutations([0, 1, 2, 3]);

    it.each(orders.map((order) => ({ order })))('leaves the same rows of every table: $order', async ({ order }) => {
      await plant(database, ...flaws);
      const remedies = await offered();
      expect(remedies.map(({ finding }) => finding).sort()).toEqual([
        'duplicates',
        'future.ordered_at',
        'orphans.customer_id',
        'test-accounts',
      ]);
      await applyMapping(plantedMapping, database, remedies);
      const first = await everything();
      const applied = await applyMapping(
        plantedMapping,
        database,
        order.map((at) => remedies[at]!),
      );
      expect(await everything()).toEqual(first);
      expect(applied.every(({ rows }) => rows > 0)).toBe(true);
      const [{ lines, left }] = await database.rows<{ lines: number; left: number }>(
        sql`SELECT count(*) AS lines, count(*) FILTER (order_id NOT IN (SELECT order_id FROM business.orders)) AS left FROM business.order_items`,
      );
      expect(left).toBe(0);
      expect(lines).toBeLessThan(12_000);
    });
  });

  it('says which tables it lessened, and of answers from them that it changed them', async () => {
    await plant(
      database,
      `UPDATE raw.customers SET email = 'test@shop.es' WHERE customer_id = 'C0005'`,
      `UPDATE raw.orders SET ordered_at = TIMESTAMP '2031-05-05 12:00:00' WHERE _row IN (7, 8)`,
    );
    const applied = await applyMapping(plantedMapping, database, await offered());
    const [people, future] = ['test-accounts', 'future.ordered_at'].map((id) =>
      applied.find(({ finding }) => finding === id)!,
    );
    expect(future!.lessened).toEqual(['orders', 'order_items']);
    expect(people!.lessened).toEqual(expect.arrayContaining(['customers', 'orders', 'order_items', 'events']));
    expect(people!.lessened).not.toContain('products');
    expect(remediesThatChanged(['order_items'], applied)).toHaveLength(2);
    expect(remediesThatChanged(['events'], applied)).toEqual([people]);
    expect(remediesThatChanged(['products'], applied)).toEqual([]);
  });

  it('takes what lay ahead when it was made for past once its day has come', async () => {
    await plant(
      database,
      `UPDATE raw.orders SET ordered_at = TIMESTAMP '2025-03-01 12:00:00' WHERE _row < 5`,
      `UPDATE raw.orders SET ordered_at = TIMESTAMP '2031-05-05 12:00:00' WHERE _row = 9`,
    );
    const remedies = await offered();
    const [made] = await applyMapping(plantedMapping, database, remedies);
    expect(made!.rows).toBe(6);
    const [later] = await applyMapping(plantedMapping, database, remedies, '2025-04-01');
    expect([later!.rows, later!.parameters.today]).toEqual([1, '2025-04-01']);
  });

  it.each<[string, Partial<Remedy>]>([
    ['another raw table', { raw: 'other' }],
    ['a finding that nobody knows', { finding: 'x); DROP TABLE raw.orders; --' }],
    ['a limit that is none', { finding: 'outliers.amount', parameters: { limit: '1) OR (1' } }],
    ['a column that is not mapped', { finding: 'outliers.margin', parameters: { limit: 5 } }],
    ['a date that is none', { finding: 'future.ordered_at', parameters: { today: `2020-01-01') --` } }],
    [
      'a column that has to be there',
      { finding: 'future.ordered_at', kind: 'empty', parameters: { today: '2020-01-01' } },
    ],
  ])('concerns nothing when it is about %s', async (_, broken) => {
    const remedy: Remedy = {
      kind: 'leave-out',
      table: 'orders',
      finding: 'duplicates',
      parameters: {},
      raw: 'orders',
      rows: 5,
      ...broken,
    };
    const [applied] = await applyMapping(plantedMapping, database, [remedy]);
    expect(applied!.rows).toBe(0);
    const [{ n }] = await database.rows<{ n: number }>(
      sql`SELECT count(*) AS n FROM business.orders WHERE ordered_at IS NOT NULL`,
    );
    expect(n).toBe(6000);
  });
});
