import { identifier, join, sql, type Sql } from '../../database/sql.ts';
import { ROW_COLUMN } from '../../core/table-info.ts';
import { tableKeys } from '../views.ts';
import { hasColumns, type ExamineContext, type ExaminedTable } from './examined.ts';
import {
  columnLabel,
  concerned,
  examplesOf,
  measure,
  moneySum,
  readTotals,
  ruleMessage,
  severityOf,
} from './finding.ts';
import type { Examination, Found } from './quality.ts';

/** How many columns of a table an example shows. */
const MOST_SHOWN = 8;
/** Columns that name one row of their table. */
const ROW_KEYS: Readonly<Record<string, string>> = { conversations: 'conversation_id', leads: 'lead_id' };

/** Rows that are there twice, and keys that name two things. */
export async function examineDuplicates(context: ExamineContext, table: ExaminedTable): Promise<Examination<Found>> {
  const findings = await findDuplicates(context, table);
  return { findings, applied: ['duplicates'], without: [] };
}

async function findDuplicates(context: ExamineContext, table: ExaminedTable): Promise<Found[]> {
  const { business } = table;
  const key = tableKeys[business];
  if (key && hasColumns(table, key)) return repeatedThings(context, table, key);
  const rowKey = ROW_KEYS[business];
  if (rowKey && hasColumns(table, rowKey)) return repeatedKeys(context, table, rowKey);
  if (business === 'orders' && hasColumns(table, 'order_id') && (await isUnique(context, table, 'order_id'))) return [];
  return [
    ...(await repeatedRows(context, table)),
    ...(business === 'orders' && hasColumns(table, 'order_id') ? await sharedOrders(context, table) : []),
  ];
}

async function isUnique({ database, options }: ExamineContext, { from }: ExaminedTable, key: string): Promise<boolean> {
  const [{ unique }] = await database.rows<{ unique: boolean }>(
    sql`SELECT count(*) = count(DISTINCT ${identifier(key)}) AS "unique" FROM ${from}`,
    options,
  );
  return unique;
}

/** A row's content as one number. */
export function rowHash(columns: readonly string[]): Sql {
  return sql`hash(${join(columns.filter((name) => name !== ROW_COLUMN).map((name) => identifier(name)))})`;
}

/** The numbers of the rows that repeat an earlier one in all of these columns. */
export function repeatedRowsQuery(rows: Sql, columns: readonly string[]): Sql {
  const [hash, row] = [rowHash(columns), identifier(ROW_COLUMN)];
  return sql`
    SELECT r.${row} FROM (SELECT ${row}, ${hash} AS content FROM ${rows}) AS r
    JOIN (SELECT ${hash} AS content, min(${row}) AS first FROM ${rows} GROUP BY 1 HAVING count(*) > 1) AS twice USING (content)
    WHERE r.${row} > first`;
}

/** Repeated rows that are told by their numbers from then on; where there are more, by the query that finds them. */
const MOST_LISTED = 20_000;

async function repeatedRows(context: ExamineContext, table: ExaminedTable): Promise<Found[]> {
  const { database, options } = context;
  const row = identifier(ROW_COLUMN);
  const finding = repeatedRowsQuery(table.rawRows, table.rawColumns);
  // The search holds every row against every other: it is made once, and not again for each thing that is said of them.
  const numbers = (await database.numbers(sql`${finding} LIMIT ${MOST_LISTED + 1}`, options))[ROW_COLUMN] ?? [];
  if (numbers.length === 0) return [];
  const isListed = numbers.length <= MOST_LISTED;
  const repeated = sql`${row} IN ${isListed ? Array.from(numbers) : sql`(${finding})`}`;
  const query = sql`SELECT * EXCLUDE (${row}), count(*) AS times FROM ${table.rawRows} GROUP BY ALL HAVING count(*) > 1 ORDER BY times DESC LIMIT 5`;
  const shown = table.columns.map(({ name }) => name).slice(0, MOST_SHOWN);
  const numbered = { ...table, from: await context.numbered(table.business) };
  const [measured] = await measure(context, numbered, [{ condition: repeated, shown }]);
  const { count, share } = measured.rows;
  return [
    {
      id: 'duplicates',
      rule: 'duplicates',
      table: table.business,
      severity: severityOf(share, 0.05, 0.001),
      message: ruleMessage('duplicates.rows', { count }),
      ...measured,
      sql: query.text,
      remedy: { kind: 'leave-out', table: table.business, finding: 'duplicates', parameters: {} },
    },
  ];
}

/** One customer or product per row is what the table should have; of several rows the first known values count. */
async function repeatedThings(context: ExamineContext, table: ExaminedTable, key: string): Promise<Found[]> {
  const { database, options, tables } = context;
  const isLog = [...tables.values()].some((other) => other !== table && other.raw === table.raw);
  if (isLog) return [];
  const [{ rows, things }] = await database.rows<{ rows: number; things: number }>(
    sql`SELECT (SELECT count(*) FROM ${table.rawRows}) AS rows, (SELECT count(*) FROM ${table.from}) AS things`,
    options,
  );
  const count = rows - things;
  if (count <= 0) return [];
  return [
    {
      id: `duplicates.${key}`,
      rule: 'duplicates',
      table: table.business,
      column: key,
      severity: severityOf(count / rows, 0.2, 0.001),
      message: ruleMessage('duplicates.things', { count, column: columnLabel(table, key) }),
      rows: concerned(count, rows),
      sql: sql`SELECT count(*) FROM ${table.rawRows}`.text,
    },
  ];
}

async function repeatedKeys(context: ExamineContext, table: ExaminedTable, key: string): Promise<Found[]> {
  const { database, options } = context;
  const name = identifier(key);
  const [{ rows, count }] = await database.rows<{ rows: number; count: number }>(
    sql`SELECT count(*) AS rows, count(${name}) - count(DISTINCT ${name}) AS count FROM ${table.from}`,
    options,
  );
  if (count === 0) return [];
  const query = sql`SELECT ${name}, count(*) AS times, ${moneySum(table)} AS amount FROM ${table.from} WHERE ${name} IS NOT NULL GROUP BY 1 HAVING count(*) > 1 ORDER BY 2 DESC, 1 LIMIT 5`;
  const id = `duplicates.${key}`;
  return [
    {
      id,
      rule: 'duplicates',
      table: table.business,
      column: key,
      severity: severityOf(count / rows, 0.05, 0.001),
      message: ruleMessage('duplicates.keys', { count, column: columnLabel(table, key) }),
      rows: concerned(count, rows),
      examples: examplesOf(await database.table(query, options)),
      sql: query.text,
      remedy: { kind: 'leave-out', table: table.business, finding: id, parameters: {} },
    },
  ];
}

/** An order is of one customer. */
async function sharedOrders(context: ExamineContext, table: ExaminedTable): Promise<Found[]> {
  const { database, options } = context;
  const query = sql`SELECT order_id, min(customer_id) AS customer_id, max(customer_id) AS other_customer, count(*) AS rows, ${moneySum(table)} AS amount
    FROM ${table.from} WHERE order_id IS NOT NULL GROUP BY 1 HAVING min(customer_id) <> max(customer_id)`;
  const [seen] = await database.rows<{ orders: number; rows: number | null; amount: number | null }>(
    sql`SELECT count(*) AS orders, CAST(sum(rows) AS BIGINT) AS rows, sum(amount) AS amount FROM (${query})`,
    options,
  );
  if (seen.orders === 0) return [];
  const totals = await readTotals(context, table);
  const rows = concerned(seen.rows ?? 0, totals.rows);
  return [
    {
      id: 'duplicates.order_id',
      rule: 'duplicates',
      table: table.business,
      column: 'order_id',
      severity: severityOf(rows.share, 0.05, 0.001),
      message: ruleMessage('duplicates.shared', { count: seen.orders, column: columnLabel(table, 'order_id') }),
      rows,
      ...(totals.money > 0 && { money: concerned(seen.amount ?? 0, totals.money) }),
      examples: examplesOf(await database.table(sql`${query} LIMIT 5`, options)),
      sql: query.text,
    },
  ];
}
