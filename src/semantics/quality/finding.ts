import type { Json } from '../../core/json.ts';
import { message, type Message } from '../../core/message.ts';
import { identifier, join, nothing, sql, type Sql } from '../../database/sql.ts';
import { businessTables, type BusinessColumn } from '../business-tables.ts';
import { columnOf, hasColumns, idColumns, type ExamineContext, type ExaminedTable } from './examined.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Concerned, Examples, Severity } from './quality.ts';

/** How many rows are shown of what was found. */
const EXAMPLES = 5;
/** What the page can show of a value. */
const LONGEST_VALUE = 200;

/** The name of a column as a person says it: a sentence within a sentence for the canonical ones. */
export function columnLabel(table: ExaminedTable, name: string): Phrase | string {
  const known: readonly BusinessColumn[] = businessTables[table.business].columns;
  const isCanonical = known.some((column) => column.name === name);
  return isCanonical ? phrase(`business.column.${name}`) : clip(name);
}

/** Characters that turn the direction of what is written around them. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A value of the data as a part of a sentence: no longer than a line or two, and without power over the rest of it. */
export function clip(text: string): string {
  const plain = text.slice(0, LONGEST_VALUE).replaceAll(DIRECTIONS, '\uFFFD');
  return text.length > LONGEST_VALUE ? `${plain}…` : plain;
}

/** From what share of rows a problem is serious, and from what share it is worth a look. */
export function severityOf(share: number, serious: number, look: number = 0): Severity {
  if (share >= serious) return 'serious';
  return share >= look ? 'look' : 'note';
}

/** Sums over all rows of the table, for shares. */
export interface Totals {
  rows: number;
  money: number;
  /** From a million rows on an estimate, within some 2%. */
  customers: number;
}

const EXACT_ROWS = 1_000_000;

const totalsOf = new WeakMap<ExaminedTable, Promise<Totals>>();

/** Read once per examined table. */
export function readTotals(context: ExamineContext, table: ExaminedTable): Promise<Totals> {
  const known = totalsOf.get(table);
  if (known) return known;
  const reading = sumUp(context, table);
  totalsOf.set(table, reading);
  // What was cancelled or failed is read again by the next one.
  reading.catch(() => totalsOf.delete(table));
  return reading;
}

async function sumUp({ database, options }: ExamineContext, table: ExaminedTable): Promise<Totals> {
  const [{ rows, money }] = await database.rows<{ rows: number; money: number }>(
    sql`SELECT count(*) AS rows, ${moneySum(table)} AS money FROM ${table.from}`,
    options,
  );
  if (!hasColumns(table, 'customer_id')) return { rows, money, customers: 0 };
  const count = rows > EXACT_ROWS ? sql`approx_count_distinct(customer_id)` : sql`count(DISTINCT customer_id)`;
  const [{ customers }] = await database.rows<{ customers: number }>(
    sql`SELECT ${count} AS customers FROM ${table.from}`,
    options,
  );
  return { rows, money, customers };
}

export function moneySum({ money }: ExaminedTable, condition: Sql = sql`true`): Sql {
  return money ? sql`coalesce(sum(abs(${money})) FILTER (${condition}), 0)` : sql`0`;
}

function customerCount(table: ExaminedTable, condition: Sql): Sql {
  return hasColumns(table, 'customer_id') ? sql`count(DISTINCT customer_id) FILTER (${condition})` : sql`0`;
}

export interface Measured {
  rows: Concerned;
  money?: Concerned;
  customers?: Concerned;
  examples: Examples;
  /** As shown to the analyst. */
  sql: string;
}

/** Rows that meet a condition, and the columns that show it. */
export interface Condition {
  condition: Sql;
  shown: readonly string[];
}

/** Counts the rows that meet each condition, all in one pass, with what they are worth and whose they are, and shows some of them. */
export async function measure(
  context: ExamineContext,
  table: ExaminedTable,
  conditions: readonly Condition[],
): Promise<Measured[]> {
  if (conditions.length === 0) return [];
  const { database, options } = context;
  const totals = await readTotals(context, table);
  // One alone is looked for once, and not by each of the sums.
  const alone = conditions.length === 1 ? sql`WHERE ${conditions[0]!.condition}` : undefined;
  const measures = conditions.map(({ condition: given }, i) => {
    const condition = alone ? sql`true` : given;
    return sql`count(*) FILTER (${condition}) AS ${identifier(`rows${i}`)}, ${moneySum(table, condition)} AS ${identifier(`money${i}`)}, ${customerCount(table, condition)} AS ${identifier(`customers${i}`)}`;
  });
  const [found] = await database.rows<Record<string, number>>(
    sql`SELECT ${join(measures)} FROM ${table.from} ${alone ?? nothing}`,
    options,
  );
  const measured: Measured[] = [];
  for (const [i, { condition, shown }] of conditions.entries()) {
    measured.push({
      rows: concerned(found[`rows${i}`], totals.rows),
      ...(table.money && totals.money > 0 && { money: concerned(found[`money${i}`], totals.money) }),
      ...(totals.customers > 0 && { customers: concerned(found[`customers${i}`], totals.customers) }),
      examples: await readExamples(context, table, condition, shown),
      sql: sql`SELECT count(*) AS rows${table.money ? sql`, sum(abs(${table.money})) AS amount` : nothing} FROM ${table.from} WHERE ${condition}`
        .text,
    });
  }
  return measured;
}

export function concerned(count: number, total: number): Concerned {
  return { count, share: total > 0 ? Math.min(1, count / total) : 0 };
}

async function readExamples(
  { database, options }: ExamineContext,
  table: ExaminedTable,
  condition: Sql,
  shown: readonly string[],
): Promise<Examples> {
  const columns = [...new Set([...idColumns(table), ...shown])].filter((name) => columnOf(table, name));
  const list = join(columns.map((name) => identifier(name)));
  return examplesOf(
    await database.table(sql`SELECT ${list} FROM ${table.from} WHERE ${condition} LIMIT ${EXAMPLES}`, options),
  );
}

export function examplesOf({ columns, rows }: { columns: { name: string }[]; rows: Json[][] }): Examples {
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.slice(0, EXAMPLES).map((row) => row.map((value) => (typeof value === 'string' ? clip(value) : value))),
  };
}

export function ruleMessage(key: string, values: Record<string, Json>): Message {
  return message(`quality.found.${key}`, values);
}
