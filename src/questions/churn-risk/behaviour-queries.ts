import { identifier, join, nothing, sql, type Sql } from '../../database/sql.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';

export interface Selection {
  /** ISO dates; `to` is exclusive. */
  from?: string;
  to?: string;
  where?: string;
}

/** A number that is known of a customer at a cut-off, from what happened strictly before it. */
export interface Feature {
  name: string;
  /** Counts, amounts and times span orders of magnitude: they are encoded by their logarithm. */
  scale: 'linear' | 'log';
  value: Sql;
}

/** Days back from the cut-off over which purchases are counted. */
const RECENT_DAYS = [30, 60, 90, 180, 365] as const;

/**
 * Features from purchases, as aggregates over the rows of `history`: one per purchase before the cut-off with `age`,
 * its days before the cut-off, and `gap`, the days since the purchase before it.
 *
 * @param knownDays of history that every cut-off has: longer looks back would mean something else at each of them
 */
export function purchaseFeatures(knownDays: number): Feature[] {
  const log = (name: string, value: Sql): Feature => ({ name, scale: 'log', value });
  const recent = RECENT_DAYS.filter((days) => days <= knownDays).flatMap((days) => [
    log(`purchases_${days}`, sql`count(*) FILTER (age <= ${days})`),
    log(`spend_${days}`, sql`coalesce(sum(amount) FILTER (age <= ${days}), 0)`),
  ]);
  return [
    log('recency', sql`min(age)`),
    log('tenure', sql`max(age)`),
    log('frequency', sql`count(*)`),
    log('spend', sql`sum(amount)`),
    log('spend_mean', sql`avg(amount)`),
    log('items_mean', sql`avg(items)`),
    log('gap_mean', sql`avg(gap)`),
    log('gap_deviation', sql`stddev_samp(gap)`),
    log('overdue', sql`min(age) / nullif(avg(gap), 0)`),
    { name: 'spend_trend', scale: 'linear', value: spendTrend(knownDays) },
    ...recent,
  ];
}

/** Logarithm of what was spent in the later half of the days known over the earlier half. */
function spendTrend(knownDays: number): Sql {
  const half = Math.floor(knownDays / 2);
  return sql`ln(1 + coalesce(sum(amount) FILTER (age <= ${half}), 0))
             - ln(1 + coalesce(sum(amount) FILTER (age > ${half} AND age <= ${2 * half}), 0))`;
}

export const returnFeatures: readonly Feature[] = [
  { name: 'returns', scale: 'log', value: sql`count(*)` },
  { name: 'returned', scale: 'log', value: sql`coalesce(-sum(amount), 0)` },
];

export const itemFeatures: readonly Feature[] = [
  { name: 'products', scale: 'log', value: sql`count(DISTINCT product_id)` },
  { name: 'categories', scale: 'log', value: sql`count(DISTINCT category)` },
];

/** Contacts that other business tables hold, by their time column. */
export const contactTables = [
  { table: 'events', time: 'occurred_at' },
  { table: 'conversations', time: 'opened_at' },
  { table: 'surveys', time: 'answered_at' },
] as const;

export type ContactTable = (typeof contactTables)[number];

export function contactFeatures(table: string): Feature[] {
  return [
    { name: `${table}_count`, scale: 'log', value: sql`count(*)` },
    { name: `${table}_recency`, scale: 'log', value: sql`min(age)` },
  ];
}

function selected(table: 'purchases' | 'returns', { from, to, where }: Selection): Sql {
  const since = from === undefined ? nothing : sql` AND ordered_at >= CAST(${from} AS TIMESTAMP)`;
  const before = to === undefined ? nothing : sql` AND ordered_at < CAST(${to} AS TIMESTAMP)`;
  return sql`SELECT * FROM ${identifier('business', table)} WHERE ${customerFilter(where)}${since}${before}`;
}

const customersNumbered = sql`
  SELECT customer_id, row_number() OVER (ORDER BY customer_id) - 1 AS customer
  FROM (SELECT DISTINCT customer_id FROM purchases)`;

const dayNumber = (time: Sql) => sql`date_diff('day', DATE '1970-01-01', CAST(${time} AS DATE))`;

/**
 * First and last day with a purchase of anybody, as days since 1970-01-01; NULL when there is none. Whom one looks at does
 * not move the end of the data, so the filter of customers has no say.
 */
export function periodQuery({ from, to }: Selection): Sql {
  return sql`
    SELECT ${dayNumber(sql`min(ordered_at)`)} AS first_day, ${dayNumber(sql`max(ordered_at)`)} AS last_day
    FROM (${selected('purchases', { from, to })})`;
}

/** Customers' ids; the position in this list is the `customer` of the other queries. */
export function customerIdsQuery(selection: Selection): Sql {
  return sql`
    WITH purchases AS (${selected('purchases', selection)})
    SELECT customer_id FROM (${customersNumbered}) ORDER BY customer`;
}

export interface CutOffs {
  /** ISO dates; the position is the `cut` of the results. */
  dates: readonly string[];
  windowDays: number;
  eligibleDays: number;
}

const AGE_DAYS = (time: Sql) => sql`(epoch(cut_at) - epoch(${time})) / 86400.0`;

/**
 * One row per cut-off and eligible customer, in the order of both: `cut`, `customer`, `left_them` (1: no purchase in the
 * window that begins at the cut-off) and the features.
 */
export function behaviourQuery(
  selection: Selection,
  { dates, windowDays, eligibleDays }: CutOffs,
  features: { purchases: readonly Feature[]; items?: { features: readonly Feature[]; byOrder: boolean } },
): Sql {
  const cuts = join(
    dates.map((date, cut) => sql`(${cut}, CAST(${date} AS TIMESTAMP))`),
    ', ',
  );
  const items = features.items;
  return sql`
    WITH purchases AS (${selected('purchases', selection)}),
    numbered AS (${customersNumbered}),
    cuts(cut, cut_at) AS (VALUES ${cuts}),
    steps AS (
      SELECT customer_id, ordered_at, amount, items,
             (epoch(ordered_at) - epoch(lag(ordered_at) OVER (PARTITION BY customer_id ORDER BY ordered_at))) / 86400.0 AS gap
      FROM purchases),
    history AS (
      SELECT cut, customer_id, amount, items, gap, ${AGE_DAYS(sql`ordered_at`)} AS age
      FROM steps JOIN cuts ON ordered_at < cut_at),
    behaviour AS (
      SELECT cut, customer_id, ${columnsOf(features.purchases)}
      FROM history GROUP BY cut, customer_id HAVING min(age) <= ${eligibleDays}),
    afterwards AS (
      SELECT DISTINCT cut, customer_id
      FROM purchases JOIN cuts ON ordered_at >= cut_at AND ordered_at < cut_at + to_days(${windowDays})),
    returned AS (
      SELECT cut, customer_id, ${columnsOf(returnFeatures)}
      FROM (${selected('returns', { ...selection })}) JOIN cuts ON ordered_at < cut_at GROUP BY cut, customer_id)
    ${items ? sql`, bought AS (${itemsQuery(items.features, items.byOrder)})` : nothing}
    SELECT behaviour.cut, customer, CASE WHEN afterwards.customer_id IS NULL THEN 1 ELSE 0 END AS left_them,
           ${join(features.purchases.map(({ name }) => sql`CAST(behaviour.${identifier(name)} AS DOUBLE) AS ${identifier(name)}`))},
           ${filledOf('returned', returnFeatures)}
           ${items ? sql`, ${filledOf('bought', items.features)}` : nothing}
    FROM behaviour JOIN numbered USING (customer_id)
    LEFT JOIN afterwards USING (cut, customer_id)
    LEFT JOIN returned USING (cut, customer_id)
    ${items ? sql`LEFT JOIN bought USING (cut, customer_id)` : nothing}
    ORDER BY behaviour.cut, customer`;
}

function itemsQuery(features: readonly Feature[], byOrder: boolean): Sql {
  const bought = byOrder
    ? sql`SELECT purchases.customer_id, purchases.ordered_at, product_id, category
          FROM business.order_items JOIN purchases USING (order_id)`
    : sql`SELECT customer_id, ordered_at, product_id, category FROM business.order_items`;
  return sql`
    SELECT cut, customer_id, ${columnsOf(features)} FROM (${bought}) JOIN cuts ON ordered_at < cut_at
    GROUP BY cut, customer_id`;
}

/** Contacts in the same rows as `behaviourQuery`: `cut`, `customer` and their count and recency, for customers that had any. */
export function contactsQuery(selection: Selection, { table, time }: ContactTable, dates: readonly string[]): Sql {
  const cuts = join(dates.map((date, cut) => sql`(${cut}, CAST(${date} AS TIMESTAMP))`));
  return sql`
    WITH purchases AS (${selected('purchases', selection)}),
    numbered AS (${customersNumbered}),
    cuts(cut, cut_at) AS (VALUES ${cuts})
    SELECT cut, customer, ${columnsOf(contactFeatures(table))}
    FROM (SELECT cut, customer, ${AGE_DAYS(identifier(time))} AS age
          FROM ${identifier('business', table)} JOIN numbered USING (customer_id) JOIN cuts ON ${identifier(time)} < cut_at)
    GROUP BY cut, customer`;
}

/** One row without values: which columns customers have, and of which type. */
export function customerColumnsQuery(): Sql {
  return sql`SELECT * FROM business.customers LIMIT 0`;
}

/** Attributes of the customers of `customerIdsQuery`, in its order. */
export function attributesQuery(selection: Selection, columns: readonly string[]): Sql {
  return sql`
    WITH purchases AS (${selected('purchases', selection)}),
    numbered AS (${customersNumbered})
    SELECT ${join(columns.map((column) => sql`any_value(customers.${identifier(column)}) AS ${identifier(column)}`))}
    FROM numbered LEFT JOIN business.customers USING (customer_id)
    GROUP BY customer ORDER BY customer`;
}

function columnsOf(features: readonly Feature[]): Sql {
  return join(features.map(({ name, value }) => sql`${value} AS ${identifier(name)}`));
}

function filledOf(table: string, features: readonly Feature[]): Sql {
  return join(
    features.map(({ name }) => sql`CAST(coalesce(${identifier(table, name)}, 0) AS DOUBLE) AS ${identifier(name)}`),
  );
}
