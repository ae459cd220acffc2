import type { Database } from '../../database/database.ts';
import { identifier, sql, type Sql } from '../../database/sql.ts';
import { ROW_COLUMN } from '../../core/table-info.ts';
import { businessTables, type BusinessColumn, type BusinessTable } from '../business-tables.ts';
import { rawName } from '../raw-tables.ts';
import type { ResolvedTable } from '../resolve-table.ts';
import { numberedQuery } from '../views.ts';
import { columnOf, hasColumns, type ExaminedColumn, type ExaminedTable } from './examined.ts';
import { LEFT_OUT } from './left-out.ts';
import type { Remedy } from './remedy.ts';
import { remedyTarget, type RemedyTarget } from './remedy-condition.ts';

/** Tables with their remedies, and the remedies with the rows that each concerns now and the tables that it lessened. */
export interface Remedied {
  tables: ResolvedTable[];
  remedies: Remedy[];
}

/**
 * Puts remedies in force, one after the other: the numbers of the rows that are left out go into `business.left_out`, values
 * that are emptied or divided become part of the view. No raw table is changed. A remedy that does not fit the mapping any more
 * concerns no rows.
 * @param today ISO day that takes the place of the one on which a remedy was made: what lay ahead then may be past now
 */
export async function applyRemedies(
  database: Database,
  resolved: readonly ResolvedTable[],
  given: readonly Remedy[],
  today?: string,
): Promise<Remedied> {
  const remedies = given.map((remedy) => heldAgainst(today, remedy));
  const tables = new Map(resolved.map((table) => [table.business, table]));
  const isInForce = ({ table, raw }: Remedy): boolean => tables.get(table)?.raw.name === raw;
  if (!remedies.some(isInForce))
    return { tables: [...resolved], remedies: remedies.map((one) => ({ ...one, ...NOTHING })) };
  await database.run(LEFT_OUT.create);
  const counted: Remedy[] = [];
  for (const remedy of remedies) {
    const effect = isInForce(remedy) ? await applyOne(database, tables, remedy) : NOTHING;
    counted.push({ ...remedy, ...effect });
  }
  return { tables: [...tables.values()], remedies: counted };
}

type Effect = Required<Pick<Remedy, 'rows' | 'lessened'>>;

const NOTHING: Effect = { rows: 0, lessened: [] };

function heldAgainst(today: string | undefined, remedy: Remedy): Remedy {
  if (today === undefined || !('today' in remedy.parameters)) return remedy;
  return { ...remedy, parameters: { ...remedy.parameters, today } };
}

async function applyOne(
  database: Database,
  tables: Map<BusinessTable, ResolvedTable>,
  remedy: Remedy,
): Promise<Effect> {
  const examined = new Map([...tables.values()].map((table) => [table.business, asExamined(table)]));
  const table = examined.get(remedy.table)!;
  const target = remedyTarget(remedy, table, examined);
  if (!target) return NOTHING;
  const concerned = sql`SELECT ${identifier(ROW_COLUMN)} FROM ${table.from} WHERE ${target.condition}`;
  if (remedy.kind === 'leave-out' || remedy.kind === 'leave-out-people') {
    const before = await countLeftOut(database);
    if (remedy.kind === 'leave-out-people') await leaveOutPeople(database, examined, table, target, remedy);
    await database.run(LEFT_OUT.insert(remedy.table, remedy.finding, concerned));
    await leaveOutLines(database, tables, remedy);
    const after = await countLeftOut(database);
    const more = (business: BusinessTable): number => (after.get(business) ?? 0) - (before.get(business) ?? 0);
    const lessened = [...tables.keys()].filter((business) => more(business) > 0);
    for (const business of lessened) {
      const one = tables.get(business)!;
      tables.set(business, { ...one, rows: LEFT_OUT.remaining(business, one.raw.name) });
    }
    return { rows: more(remedy.table), lessened };
  }
  const fix = fixOf(target, table, remedy);
  if (!fix) return NOTHING;
  const [{ rows }] = await database.rows<{ rows: number }>(sql`SELECT count(*) AS rows FROM (${concerned})`);
  const before = tables.get(remedy.table)!;
  tables.set(remedy.table, { ...before, fixes: [...(before.fixes ?? []), fix] });
  return { rows, lessened: [] };
}

async function countLeftOut(database: Database): Promise<Map<BusinessTable, number>> {
  const counts = await database.rows<{ table: BusinessTable; rows: number }>(LEFT_OUT.counts);
  return new Map(counts.map(({ table, rows }) => [table, rows]));
}

/** What these customers did goes with them, from every table. */
async function leaveOutPeople(
  database: Database,
  examined: ReadonlyMap<BusinessTable, ExaminedTable>,
  customers: ExaminedTable,
  { condition }: RemedyTarget,
  remedy: Remedy,
): Promise<void> {
  for (const table of examined.values()) {
    if (table === customers || !hasColumns(table, 'customer_id')) continue;
    const rows = sql`SELECT ${identifier(ROW_COLUMN)} FROM ${table.from}
      WHERE customer_id IN (SELECT customer_id FROM ${customers.from} WHERE ${condition})`;
    await database.run(LEFT_OUT.insert(table.business, remedy.finding, rows));
  }
}

/** The lines of orders of which nothing is left go with them, whichever remedy took the orders away. */
async function leaveOutLines(
  database: Database,
  tables: ReadonlyMap<BusinessTable, ResolvedTable>,
  { finding }: Remedy,
): Promise<void> {
  const [orders, items] = [tables.get('orders'), tables.get('order_items')];
  if (!orders || !items) return;
  // All rows that orders ever had: those that an earlier remedy has left out are gone from the table itself.
  const [all, lines] = [asExamined({ ...orders, rows: undefined }), asExamined(items)];
  if (!hasColumns(all, 'order_id') || !hasColumns(lines, 'order_id')) return;
  const row = identifier(ROW_COLUMN);
  const gone = sql`
    SELECT order_id FROM (SELECT order_id, ${row} IN (SELECT ${row} FROM business.left_out WHERE "table" = 'orders') AS is_out FROM ${all.from})
    WHERE order_id IS NOT NULL GROUP BY order_id HAVING bool_and(is_out)`;
  await database.run(
    LEFT_OUT.insert('order_items', finding, sql`SELECT ${row} FROM ${lines.from} WHERE order_id IN (${gone})`),
  );
}

/** Only one column's value is changed; one that the table cannot be without is never emptied. */
function fixOf(
  { condition, column, divisor }: RemedyTarget,
  table: ExaminedTable,
  { kind }: Remedy,
): { column: string; value: Sql } | undefined {
  const found = column === undefined ? undefined : columnOf(table, column);
  if (!found) return undefined;
  const name = identifier(found.name);
  if (kind === 'divide' && divisor) {
    return { column: found.name, value: sql`CASE WHEN ${condition} THEN ${name} / ${divisor} ELSE ${name} END` };
  }
  if (kind !== 'empty' || found.required) return undefined;
  return { column: found.name, value: sql`CASE WHEN ${condition} THEN NULL ELSE ${name} END` };
}

function asExamined(table: ResolvedTable): ExaminedTable {
  const known: readonly BusinessColumn[] = businessTables[table.business].columns;
  const columns = table.columns.map(({ name, type, rawType, source }): ExaminedColumn => {
    const canonical = known.find((column) => column.name === name);
    const isFixed = typeof source === 'object' && 'value' in source;
    return { name, type: type ?? rawType, isAttribute: !canonical, required: canonical?.required ?? false, isFixed };
  });
  return {
    business: table.business,
    raw: table.raw.name,
    columns,
    from: sql`(${numberedQuery(table)})`,
    rawRows: table.rows ?? rawName(table.raw.name),
    rawColumns: table.raw.columns.map(({ name }) => name),
    money: undefined,
  };
}
