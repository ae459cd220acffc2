import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMapping } from '../../../../src/semantics/apply-mapping.ts';
import { examine } from '../../../../src/semantics/quality/examine.ts';
import { examinedTables } from '../../../../src/semantics/quality/examined.ts';
import { numberedRows } from '../../../../src/semantics/quality/numbered-rows.ts';
import { qualityRules } from '../../../../src/semantics/quality/quality.ts';
import { examineNatively } from '../../../fixtures/examine-natively.ts';
import type { NativeDatabase } from '../../../fixtures/native-database.ts';
import { openPlantedShop, plant, plantedMapping, TODAY } from '../../../fixtures/quality/planted-shop.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openPlantedShop();
});
afterEach(() => database.close());

const examined = () => examineNatively(database, plantedMapping, TODAY);

/** `table/id` of what is found, with the number of rows. */
async function found(): Promise<Record<string, number | undefined>> {
  const { findings } = await examined();
  return Object.fromEntries(findings.map(({ table, id, rows }) => [`${table}/${id}`, rows?.count]));
}

describe('the examination', () => {
  it('takes daylight saving for what it is: times in UTC', async () => {
    await plant(
      database,
      `UPDATE raw.events SET occurred_at = occurred_at - INTERVAL 1 HOUR WHERE occurred_at >= DATE '2024-03-31'`,
    );
    const { findings } = await examined();
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([['time-zones.daylight', 'note']]);
  });

  it('lists what it could not look at as not examined', async () => {
    await plant(database, `UPDATE raw.answers SET answered_at = answered_at - INTERVAL 50 YEAR WHERE _row < 600`);
    await applyMapping(plantedMapping, database);
    const tables = await examinedTables(database, plantedMapping, {});
    const context = { database, tables, numbered: numberedRows(database, plantedMapping, tables), today: TODAY };
    const { applied, without } = await examine({ ...context, options: {} }, 'surveys', 'calendar');
    expect({ applied, without }).toEqual({ applied: ['time-zones'], without: ['gaps', 'level-shifts'] });
  });

  it('compares only the days where one of two times is a date without an hour', async () => {
    await plant(
      database,
      `UPDATE raw.tickets SET closed_at = date_trunc('day', opened_at) WHERE _row % 2 = 0`,
      `UPDATE raw.tickets SET closed_at = date_trunc('day', opened_at) - INTERVAL 1 DAY WHERE _row IN (10, 20)`,
    );
    expect(await found()).toEqual({ 'conversations/order.opened_at.closed_at': 2 });
  });

  it('takes a column that few rows fill for no leak', async () => {
    await plant(
      database,
      `ALTER TABLE raw.churn ADD COLUMN visits INTEGER`,
      `UPDATE raw.churn SET visits = CASE WHEN label = 'yes' THEN 10 + _row ELSE 1 END WHERE _row IN (SELECT _row FROM raw.churn WHERE label = 'yes' ORDER BY _row LIMIT 3) OR _row IN (SELECT _row FROM raw.churn WHERE label = 'no' ORDER BY _row LIMIT 3)`,
    );
    expect(Object.keys(await found()).filter((id) => id.includes('leak'))).toEqual([]);
  });

  it('finds nothing in a shop without flaws, and has looked at everything', async () => {
    const { findings, applied } = await examined();
    expect(findings.map(({ table, id, message }) => `${table}/${id} ${JSON.stringify(message.values)}`)).toEqual([]);
    expect([...new Set(applied)].sort()).toEqual([...qualityRules].sort());
  });

  it.each<[string, string[], Record<string, number | undefined>]>([
    [
      'orders without a customer',
      [`UPDATE raw.orders SET customer_id = NULL WHERE _row % 50 = 0`],
      { 'orders/missing.customer_id': 120 },
    ],
    [
      'a column that is often empty',
      [`UPDATE raw.customers SET country = NULL WHERE _row % 4 = 0`],
      { 'customers/missing.country': 100 },
    ],
    [
      'orders of the future',
      [`UPDATE raw.orders SET ordered_at = TIMESTAMP '2031-05-05 12:00:00' WHERE _row IN (7, 8, 9)`],
      { 'orders/future.ordered_at': 3 },
    ],
    [
      'dates that stand for none',
      [`UPDATE raw.tickets SET closed_at = TIMESTAMP '1970-01-01' WHERE _row < 4`],
      { 'conversations/ancient.closed_at': 4, 'conversations/order.opened_at.closed_at': 4 },
    ],
    [
      'people of 140 years',
      [`UPDATE raw.customers SET birth_date = DATE '1901-03-01' WHERE _row = 3`],
      { 'customers/age.birth_date': 1 },
    ],
    [
      'people who are not born yet',
      [`UPDATE raw.customers SET birth_date = DATE '2026-03-01' WHERE _row = 3`],
      { 'customers/future.birth_date': 1, 'customers/order.birth_date.joined_at': 1 },
    ],
    [
      'tickets closed before they were opened',
      [`UPDATE raw.tickets SET closed_at = opened_at - INTERVAL 3 HOUR WHERE _row % 100 = 0`],
      { 'conversations/order.opened_at.closed_at': 15 },
    ],
    [
      'contracts that end before they start',
      [`UPDATE raw.members SET ended_at = DATE '2023-01-01' WHERE _row = 1`],
      { 'subscriptions/order.started_at.ended_at': 1 },
    ],
    [
      'waiting times below zero',
      [`UPDATE raw.tickets SET wait_seconds = -5 WHERE _row IN (1, 2)`],
      { 'conversations/negative.wait_seconds': 2 },
    ],
    [
      'scores beyond their scale',
      [`UPDATE raw.answers SET score = 11 WHERE _row = 0`, `UPDATE raw.answers SET score = 9 WHERE _row = 1`],
      { 'surveys/score.nps': 1, 'surveys/score.scale': 1 },
    ],
    [
      'a score off the scale of its own questionnaire',
      [
        `INSERT INTO raw.answers SELECT customer_id, answered_at, 'effort', CASE WHEN _row = 3 THEN 70 ELSE 10 - _row % 10 END, 5000 + _row FROM raw.answers WHERE _row % 2 = 1`,
        `UPDATE raw.answers SET score = 9 WHERE _row = 1`,
      ],
      { 'surveys/score.scale': 2 },
    ],
    [
      'several currencies',
      [`UPDATE raw.orders SET currency = 'MXN' WHERE _row % 10 = 0`],
      { 'orders/currencies': 600 },
    ],
    [
      'several currencies a hundred times apart, which are no cents',
      [`UPDATE raw.orders SET currency = 'JPY', amount = round(amount * 100) WHERE _row % 4 = 0`],
      { 'orders/currencies': 1500 },
    ],
    [
      'a column that never changes',
      [`UPDATE raw.members SET plan = 'basic'`],
      { 'subscriptions/constant.plan': undefined },
    ],
    [
      'test accounts',
      [
        `UPDATE raw.customers SET email = 'test@shop.es' WHERE _row = 5`,
        `UPDATE raw.customers SET name = 'Prueba' WHERE _row = 6`,
        `UPDATE raw.customers SET email = 'ana@example.com' WHERE _row = 7`,
      ],
      { 'customers/test-accounts': 3 },
    ],
    [
      'orders of customers that nobody knows',
      [`UPDATE raw.orders SET customer_id = 'nobody' WHERE _row < 9`],
      { 'orders/orphans.customer_id': 9 },
    ],
    [
      'lines of orders and products that nobody knows',
      [
        `UPDATE raw.order_items SET order_id = 'none' WHERE _row = 1`,
        `UPDATE raw.order_items SET product_id = 'P99' WHERE _row < 3`,
      ],
      { 'order_items/orphans.order_id': 1, 'order_items/orphans.product_id': 3 },
    ],
    [
      'a bot',
      [
        `INSERT INTO raw.events SELECT 'C0001', TIMESTAMP '2024-05-05 10:00:00' + INTERVAL 1 SECOND * i, 'view', 20000 + i FROM range(2500) AS t(i)`,
      ],
      { 'events/bots': 2545 },
    ],
    [
      'outliers',
      [`UPDATE raw.orders SET amount = 90000 + _row WHERE _row IN (100, 200)`],
      { 'orders/outliers.amount': 2 },
    ],
    [
      'cents among euros',
      [`UPDATE raw.orders SET amount = round(amount * 100) WHERE _row % 4 = 0`],
      { 'orders/units.amount': 1500 },
    ],
    [
      'days that were not delivered',
      [
        `DELETE FROM raw.orders WHERE ordered_at >= DATE '2024-05-06' AND ordered_at < DATE '2024-05-09'`,
        `DELETE FROM raw.order_items WHERE order_id NOT IN (SELECT order_id FROM raw.orders)`,
      ],
      { 'orders/gaps': undefined },
    ],
    [
      'a level that doubles',
      [
        `INSERT INTO raw.events SELECT customer_id, occurred_at, 'buy', _row + 50000 FROM raw.events WHERE occurred_at >= DATE '2024-06-03'`,
      ],
      { 'events/level-shifts': undefined },
    ],
    [
      'times of another zone from a month on',
      [`UPDATE raw.orders SET ordered_at = ordered_at + INTERVAL 6 HOUR WHERE ordered_at >= DATE '2024-06-01'`],
      { 'orders/time-zones.months': undefined },
    ],
    [
      'a year that is none beside the gaps of the others',
      [
        `UPDATE raw.orders SET ordered_at = TIMESTAMP '1975-05-05 12:00:00' WHERE _row = 0`,
        `DELETE FROM raw.orders WHERE ordered_at >= DATE '2024-05-06' AND ordered_at < DATE '2024-05-09'`,
        `DELETE FROM raw.order_items WHERE order_id NOT IN (SELECT order_id FROM raw.orders)`,
      ],
      { 'orders/gaps': undefined },
    ],
    [
      'times of another zone in a channel',
      [`UPDATE raw.orders SET ordered_at = ordered_at - INTERVAL 5 HOUR WHERE channel = 'app'`],
      { 'orders/time-zones.channel.web': undefined },
    ],
    [
      'a column that gives the outcome away',
      [
        `ALTER TABLE raw.churn ADD COLUMN left_in INTEGER`,
        `UPDATE raw.churn SET left_in = CASE WHEN label = 'yes' THEN 2023 + _row % 2 END`,
      ],
      { 'labels/leak.left_in': undefined },
    ],
    [
      'groups that lost members',
      [
        `CREATE OR REPLACE TABLE raw.trial AS SELECT 'X' || i AS customer_id, 'letter' AS initiative, CASE WHEN i % 25 < 13 THEN 'control' ELSE 'letter' END AS variant, i AS _row FROM range(8000) AS t(i)`,
      ],
      { 'assignments/balance.letter': undefined, 'assignments/orphans.customer_id': 8000 },
    ],
    [
      'customers in both groups',
      [
        `INSERT INTO raw.trial SELECT customer_id, initiative, 'control', 900 + _row FROM raw.trial WHERE variant = 'letter' AND _row < 3`,
      ],
      { 'assignments/balance.several': undefined },
    ],
    [
      'rows that are there twice',
      [`INSERT INTO raw.tickets SELECT * REPLACE (_row + 5000 AS _row) FROM raw.tickets WHERE _row < 25`],
      { 'conversations/duplicates.conversation_id': 25 },
    ],
    [
      'order numbers of two customers',
      [
        `UPDATE raw.orders SET order_id = 'O1' WHERE _row = 2`,
        `UPDATE raw.order_items SET order_id = 'O1' WHERE order_id = 'O2'`,
      ],
      { 'orders/duplicates.order_id': 2 },
    ],
    [
      'customers that are there twice',
      [`INSERT INTO raw.customers SELECT * REPLACE (_row + 5000 AS _row) FROM raw.customers WHERE _row < 10`],
      { 'customers/duplicates.customer_id': 10 },
    ],
  ])('finds %s, and nothing else', async (_, statements, expected) => {
    await plant(database, ...statements);
    const rows = await found();
    expect(Object.keys(rows).sort()).toEqual(Object.keys(expected).sort());
    for (const [id, count] of Object.entries(expected))
      if (count !== undefined) expect([id, rows[id]]).toEqual([id, count]);
  });
});
