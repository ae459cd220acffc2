import { isTableRef, type Answer, type Check } from '../core/answer.ts';
import { hashIds } from '../core/hash-ids.ts';
import type { Json, Row } from '../core/json.ts';
import { message, type Message } from '../core/message.ts';
import type { TableDisclosure } from '../core/question.ts';

/** What may leave: counts of at least `smallest` customers; ids not at all, or hashed. */
export interface Privacy {
  smallest: number;
  ids: 'drop' | { salt: string };
}

/** What was done to an answer before it left. */
export interface Withheld {
  /** Numbers of tables that are shown as withheld. */
  numbers: number;
  estimates: number;
  sentences: number;
  /** Tables of single customers, which only CSV and XLSX files hold. */
  lists: string[];
  /** Tables whose contract does not say what they count. */
  tables: string[];
}

/**
 * On a row that was suppressed: its columns that count too few customers, and the others that went with them. A symbol,
 * so that rows that are copied keep it and nothing takes it for a column.
 */
const WITHHELD = Symbol('withheld');

interface Mark {
  counts: readonly string[];
  others: readonly string[];
}

export function markOf(row: Row): Mark | undefined {
  return (row as { [WITHHELD]?: Mark })[WITHHELD];
}

/** What stands in a row for a number that was withheld: a count, or what went with it; undefined for others. */
export function withheldText(row: Row, column: string, smallest: number): string | undefined {
  const mark = markOf(row);
  if (mark?.counts.includes(column)) return `<${smallest}`;
  return mark?.others.includes(column) ? '•' : undefined;
}

/**
 * An answer as a report may show it. In rows where a counting column is from 1 to `smallest` − 1, all numbers but those
 * that say which row it is are null. Lists of single customers, stored tables and tables without a rule are left out;
 * so are estimates and sentences that count too few customers.
 */
export function discloseSafely(
  answer: Answer,
  rules: Readonly<Record<string, TableDisclosure>>,
  { smallest }: Privacy,
): { answer: Answer; withheld: Withheld } {
  const withheld: Withheld = { numbers: 0, estimates: 0, sentences: 0, lists: [], tables: [] };
  const tables: Record<string, Row[]> = {};
  for (const [name, table] of Object.entries(answer.tables)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) withheld.tables.push(name);
    else if (isTableRef(table) || (rule.ids ?? []).length > 0) withheld.lists.push(name);
    else {
      tables[name] = table.map((row) => suppressRow(row, rule, smallest));
      withheld.numbers += tables[name].reduce((sum, row) => sum + numbersWithheld(row), 0);
    }
  }
  const estimates = answer.estimates.filter(({ unit, value }) => unit !== 'customers' || !isSmall(value, smallest));
  withheld.estimates = answer.estimates.length - estimates.length;
  const safe = (sentence: Message): Message => {
    if (!countsTooFew(sentence, smallest)) return sentence;
    withheld.sentences += 1;
    return message('reports.withheld.sentence', { smallest });
  };
  const { evidence } = answer;
  return {
    answer: {
      ...answer,
      verdict: safe(answer.verdict),
      eligibility: safe(answer.eligibility),
      estimates,
      tables,
      checks: answer.checks.map((check) => safeCheck(check, safe)),
      evidence: {
        ...evidence,
        steps: evidence.steps.map(safe),
        assumptions: evidence.assumptions.map(safe),
        methods: evidence.methods.map((method) => ({ ...method, name: safe(method.name) })),
      },
    },
    withheld,
  };
}

/** Its number may be the count. */
function safeCheck(check: Check, safe: (sentence: Message) => Message): Check {
  const said = safe(check.message);
  return said === check.message ? check : { id: check.id, status: check.status, message: said };
}

export function suppressRow(row: Row, { counts = [], kept = [] }: TableDisclosure, smallest: number): Row {
  const small = counts.filter((name) => isSmall(row[name], smallest));
  if (small.length === 0) return row;
  const gone = Object.keys(row).filter((name) => hasNumber(row[name]) && !kept.includes(name));
  const mark: Mark = { counts: small, others: gone.filter((name) => !small.includes(name)) };
  const hidden = Object.fromEntries([...small, ...gone].map((name) => [name, null]));
  return { ...row, ...hidden, [WITHHELD]: mark } as Row;
}

function numbersWithheld(row: Row): number {
  const mark = markOf(row);
  return mark ? mark.counts.length + mark.others.length : 0;
}

function hasNumber(value: Json | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'object' && value !== null);
}

function isSmall(value: Json | undefined, smallest: number): boolean {
  return typeof value === 'number' && value > 0 && value < smallest;
}

/** A sentence's values have the names of what they count: `customers`, `repeatCustomers`. */
const COUNTS_CUSTOMERS = /customers$/i;

function countsTooFew({ values }: Message, smallest: number): boolean {
  return Object.entries(values).some(([name, value]) => {
    if (COUNTS_CUSTOMERS.test(name) && isSmall(value, smallest)) return true;
    return isMessage(value) && countsTooFew(value, smallest);
  });
}

function isMessage(value: Json): value is Json & Message {
  return typeof value === 'object' && value !== null && 'key' in value && 'values' in value;
}

/** Rows for a file: small counts as text (`<5`), what went with them empty, ids dropped or hashed. */
export async function discloseTable(
  table: readonly Row[],
  rule: TableDisclosure,
  { smallest, ids }: Privacy,
): Promise<{ columns: string[]; rows: Json[][] }> {
  const naming = rule.ids ?? [];
  const all = [...new Set(table.flatMap((row) => Object.keys(row)))];
  const columns = ids === 'drop' ? all.filter((name) => !naming.includes(name)) : all;
  const rows = table.map((row) => {
    const safe = suppressRow(row, rule, smallest);
    const small = markOf(safe)?.counts ?? [];
    return columns.map((name) => (small.includes(name) ? `<${smallest}` : (safe[name] ?? null)));
  });
  if (naming.length === 0) return { columns, rows };
  // The order could tell who is who: without ids it follows from what the rows say.
  if (ids === 'drop') return { columns, rows: rows.sort(byContent) };
  for (const name of naming) await hashColumn(rows, columns.indexOf(name), ids.salt);
  return { columns, rows };
}

async function hashColumn(rows: Json[][], at: number, salt: string): Promise<void> {
  if (at < 0) return;
  const known = rows.filter((row) => row[at] !== null);
  const hashes = await hashIds(
    known.map((row) => String(row[at])),
    salt,
  );
  known.forEach((row, i) => (row[at] = hashes[i]!));
}

function byContent(one: readonly Json[], other: readonly Json[]): number {
  for (let i = 0; i < one.length; i++) {
    const order = compare(one[i] ?? null, other[i] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compare(one: Json, other: Json): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [a, b] = [text(one), text(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
