import { isoToDay } from '../../core/time.ts';
import type { Json } from '../../core/json.ts';
import type { RawColumn } from '../../learning/encoding.ts';
import type { AskContext } from '../../semantics/ask-context.ts';
import { attributesQuery, customerColumnsQuery, type Selection } from './behaviour-queries.ts';
import { isIdLike, kindOf } from './column-kinds.ts';

export interface Attributes {
  columns: RawColumn[];
  datedAfter: { column: string; rows: number }[];
  /** Columns that name a customer rather than describe one. */
  excluded: string[];
  /** All columns of the customers' table. */
  known: string[];
}

const NAMES = ['customer_id', 'name', 'email'];
/** From 1800 to 2199: other years stand for “unknown” or “never”. */
const LIKELY_DATE = /^(1[89]|2[01])\d\d-\d\d-\d\d/;

/**
 * Attributes of customers, for each row of the features. They are as the file states them, whenever that was; dates
 * become days before the row's cut-off.
 */
export async function readAttributes(
  { database, signal }: AskContext,
  selection: Selection,
  { dates, cut, customer }: { dates: readonly string[]; cut: Float64Array; customer: Float64Array },
): Promise<Attributes> {
  const known = (await database.table(customerColumnsQuery())).columns;
  const wanted = known.filter(({ name, type }) => !NAMES.includes(name) && kindOf(type) !== undefined);
  const attributes: Attributes = { columns: [], datedAfter: [], excluded: [], known: known.map(({ name }) => name) };
  if (wanted.length === 0) return attributes;
  const { rows } = await database.table(
    attributesQuery(
      selection,
      wanted.map(({ name }) => name),
    ),
    { signal },
  );
  const cutDays = dates.map(isoToDay);
  const test = dates.length - 2;
  for (const [position, { name, type }] of wanted.entries()) {
    const values = rows.map((row) => row[position]);
    const kind = kindOf(type);
    if (kind === 'text' && isIdLike(values.map(textOf))) {
      attributes.excluded.push(name);
    } else if (kind === 'text') {
      attributes.columns.push({ name, kind, values: Array.from(customer, (who) => textOf(values[who])) });
    } else if (kind === 'number') {
      const numbers = Float64Array.from(customer, (who) => numberOf(values[who]));
      attributes.columns.push({ name, kind, values: numbers });
    } else {
      const days = values.map(dayOf);
      const before = Float64Array.from(customer, (who, row) => cutDays[cut[row]] - days[who]);
      attributes.columns.push({ name, kind: 'number', values: before });
      const later = before.reduce((sum, age, row) => sum + Number(cut[row] <= test && age <= 0), 0);
      attributes.datedAfter.push({ column: name, rows: later });
    }
  }
  return attributes;
}

function textOf(value: Json): string | null {
  return value === null ? null : String(value);
}

function dayOf(value: Json): number {
  return typeof value === 'string' && LIKELY_DATE.test(value) ? isoToDay(value) : NaN;
}

function numberOf(value: Json): number {
  return value === null ? NaN : Number(value);
}
