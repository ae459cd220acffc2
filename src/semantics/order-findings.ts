import type { Json } from '../core/json.ts';
import { message } from '../core/message.ts';
import type { Database, QueryOptions } from '../database/database.ts';
import { identifier, join, sql, type Sql } from '../database/sql.ts';
import { plainCurrency } from './currencies.ts';
import type { Finding } from './mapping.ts';
import { CANCELLED_STATUS, findOrderRules, orderTotalsQuery } from './purchases.ts';
import { rawName, type RawTable } from './raw-tables.ts';
import type { ResolvedTable } from './resolve-table.ts';
import { viewQuery } from './views.ts';

type Counts = Record<string, number>;

/** What the definition of a purchase makes of an order log: who bought, who only returned, what was left out. */
export async function orderFindings(
  database: Database,
  table: ResolvedTable,
  options: QueryOptions,
): Promise<Finding[]> {
  const orders = sql`(${viewQuery(table)})`;
  const rules = await findOrderRules(database, orders, table);
  const findings: Finding[] = [];
  const add = (status: Finding['status'], key: string, values: Record<string, Json>, column?: string): void => {
    findings.push({
      table: 'orders',
      ...(column ? { column } : {}),
      status,
      message: message(`finding.${key}`, values),
    });
  };

  const [lines] = await database.rows<Counts>(lineCounts(orders, rules.zeroIsNoSale), options);
  const [people] = await database.rows<Counts>(peopleCounts(orderTotalsQuery(orders, rules)), options);
  add('passed', 'orders', { rows: lines.rows, orders: people.orders, purchases: people.purchases });
  add(
    people.buyers > 0 ? 'passed' : 'failed',
    'buyers',
    { customers: lines.customers, buyers: people.buyers },
    'customer_id',
  );
  if (lines.unassigned > 0) {
    const status = lines.unassigned === lines.rows ? 'failed' : 'warned';
    add(status, 'noCustomer', { rows: lines.unassigned, revenue: lines.unassignedRevenue }, 'customer_id');
  }
  if (people.returnsOnly > 0) add('warned', 'returnsOnly', { customers: people.returnsOnly }, 'customer_id');
  if (people.noTotal > 0) add('warned', 'noTotalOnly', { customers: people.noTotal }, 'amount');
  if (lines.zero > 0)
    add(
      rules.zeroIsNoSale ? 'warned' : 'passed',
      rules.zeroIsNoSale ? 'gifts' : 'zeros',
      { rows: lines.zero },
      'amount',
    );
  if (lines.zero === lines.rows && lines.rows > 0) add('warned', 'noMoney', {}, 'amount');
  if (rules.cancelledByPrefix)
    add('passed', 'cancelledByPrefix', await prefixed(database, orders, options), 'order_id');
  if (rules.hasStatus) findings.push(...(await statusFindings(database, orders, options)));
  if (people.returns > 0) add('passed', 'returns', { orders: people.returns, amount: people.returned }, 'amount');
  if (lines.currencies > 1) add('failed', 'currencies', { count: lines.currencies }, 'currency');
  const reused = rules.grouped && rules.hasOrderId ? await countReused(database, orders, options) : 0;
  if (reused > 0) add('warned', 'reusedIds', { orders: reused, days: LONG_ORDER_DAYS }, 'order_id');
  // Where no two rows are one order, no two are the same.
  const duplicates = rules.grouped ? await countDuplicates(database, table.raw, options) : 0;
  if (duplicates > 0) add('warned', 'duplicates', { rows: duplicates });
  return findings;
}

function lineCounts(orders: Sql, zeroIsNoSale: boolean): Sql {
  const amount = zeroIsNoSale ? sql`nullif(amount, 0)` : sql`amount`;
  return sql`
    SELECT count(*) AS rows, count(DISTINCT customer_id) AS customers,
           count(*) FILTER (customer_id IS NULL) AS unassigned,
           coalesce(sum(${amount}) FILTER (customer_id IS NULL), 0) AS "unassignedRevenue",
           count(*) FILTER (amount = 0) AS zero, count(DISTINCT ${plainCurrency}) AS currencies
    FROM ${orders}`;
}

function peopleCounts(totals: Sql): Sql {
  return sql`
    SELECT coalesce(sum(orders), 0) AS orders, coalesce(sum(purchases), 0) AS purchases, coalesce(sum(returns), 0) AS returns,
           coalesce(sum(returned), 0) AS returned, count(*) FILTER (purchases > 0) AS buyers,
           count(*) FILTER (purchases = 0 AND returns > 0) AS "returnsOnly",
           count(*) FILTER (purchases = 0 AND returns = 0) AS "noTotal"
    FROM (SELECT customer_id, count(*) AS orders, count(*) FILTER (amount >= 0 AND NOT cancelled) AS purchases,
                 count(*) FILTER (amount < 0 OR cancelled) AS returns,
                 sum(amount) FILTER (amount < 0 OR cancelled) AS returned
          FROM (${totals}) GROUP BY customer_id)`;
}

async function prefixed(database: Database, orders: Sql, options: QueryOptions): Promise<Record<string, Json>> {
  const [row] = await database.rows<{ orders: number; example: string }>(
    sql`SELECT count(DISTINCT order_id) AS orders, min(order_id) AS example FROM ${orders} WHERE regexp_matches(order_id, '^[Cc][0-9]+$')`,
    options,
  );
  return { orders: row.orders, example: row.example };
}

async function statusFindings(database: Database, orders: Sql, options: QueryOptions): Promise<Finding[]> {
  const rows = await database.rows<{ status: string; rows: number; cancelled: boolean }>(
    sql`SELECT trim(status) AS status, count(*) AS rows,
               bool_or(regexp_matches(strip_accents(lower(trim(status))), ${`^(${CANCELLED_STATUS.join('|')})`})) AS cancelled
        FROM ${orders} WHERE status IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`,
    options,
  );
  const names = (cancelled: boolean): string[] =>
    rows.filter((row) => row.cancelled === cancelled).map(({ status }) => status);
  const count = rows.filter(({ cancelled }) => cancelled).reduce((sum, row) => sum + row.rows, 0);
  const key = count > 0 ? 'cancelledByStatus' : 'noCancelledStatus';
  const values = { rows: count, cancelled: names(true).slice(0, 5), others: names(false).slice(0, 6) };
  return [{ table: 'orders', column: 'status', status: 'passed', message: message(`finding.${key}`, values) }];
}

/** An order id that comes back after a month is more likely a number used again than one order. */
const LONG_ORDER_DAYS = 31;

async function countReused(database: Database, orders: Sql, options: QueryOptions): Promise<number> {
  const [{ count }] = await database.rows<{ count: number }>(
    sql`SELECT count(*) AS count FROM (
          SELECT 1 FROM ${orders} WHERE order_id IS NOT NULL AND customer_id IS NOT NULL GROUP BY customer_id, order_id
          HAVING date_diff('day', min(ordered_at), max(ordered_at)) > ${LONG_ORDER_DAYS})`,
    options,
  );
  return count;
}

/** Rows that repeat an earlier one in every column. */
async function countDuplicates(database: Database, raw: RawTable, options: QueryOptions): Promise<number> {
  const columns = join(raw.columns.map(({ name }) => identifier(name)));
  const [{ count }] = await database.rows<{ count: number }>(
    sql`SELECT count(*) - count(DISTINCT hash(${columns})) AS count FROM ${rawName(raw.name)}`,
    options,
  );
  return count;
}
