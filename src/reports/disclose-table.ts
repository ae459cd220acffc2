import { hashIds } from '../core/hash-ids.ts';
import type { Json, Row } from '../core/json.ts';
import { inSlices, sortInSlices } from '../core/next-task.ts';
import type { TableDisclosure } from '../core/question.ts';
import { plainNumber } from './plain-number.ts';
import { smallColumns, suppressTable } from './suppress-table.ts';
import type { Privacy } from './suppress.ts';

/** Rows for a file: numbers without noise, small counts as text (`<5`), what went with them empty, ids dropped or hashed. */
export async function discloseTable(
  table: readonly Row[],
  rule: TableDisclosure,
  { smallest, ids }: Privacy,
  /** As it is when no other table tells what this one withholds. */
  safe: readonly Row[] = suppressTable(table, rule, smallest),
): Promise<{ columns: string[]; rows: Json[][] }> {
  const { ids: naming = [], money = [] } = rule;
  const all = new Set<string>();
  await inSlices(table, (slice) => slice.forEach((row) => Object.keys(row).forEach((name) => all.add(name))));
  const columns = [...all].filter((name) => ids !== 'drop' || !naming.includes(name));
  const rows: Json[][] = [];
  await inSlices(safe, (slice) => {
    for (const row of slice) {
      const small = smallColumns(row);
      rows.push(
        columns.map((name) => (small.includes(name) ? `<${smallest}` : plain(row[name], money.includes(name)))),
      );
    }
  });
  if (naming.length === 0) return { columns, rows };
  // The order could tell who is who: without ids it follows from what the rows say.
  if (ids === 'drop') return { columns, rows: await sortInSlices(rows, byContent) };
  for (const name of naming) await hashColumn(rows, columns.indexOf(name), ids.salt);
  return { columns, rows };
}

function plain(value: Json | undefined, isMoney: boolean): Json {
  return typeof value === 'number' ? plainNumber(value, isMoney) : (value ?? null);
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
