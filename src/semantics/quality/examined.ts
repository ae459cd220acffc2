import type { QueryOptions, Database } from '../../database/database.ts';
import { identifier, sql, type Sql } from '../../database/sql.ts';
import { businessTables, type BusinessColumn, type BusinessTable } from '../business-tables.ts';
import type { Mapping } from '../mapping.ts';
import { rawName } from '../raw-tables.ts';
import { tableKeys } from '../views.ts';
import { LEFT_OUT } from './left-out.ts';

/** A column of a business table that has a source. */
export interface ExaminedColumn {
  name: string;
  /** DuckDB's. */
  type: string;
  /** Beyond the canonical columns. */
  isAttribute: boolean;
  required: boolean;
  /** The mapping gives it one value for all rows. */
  isFixed: boolean;
}

/** A business table as questions read it. */
export interface ExaminedTable {
  business: BusinessTable;
  /** The raw table that it is made of. */
  raw: string;
  columns: readonly ExaminedColumn[];
  /** Its rows, remedies in force. */
  from: Sql;
  /** The raw rows that it is made of, those left out by remedies apart. */
  rawRows: Sql;
  rawColumns: readonly string[];
  /** What questions sum up, where there is money. */
  money: Sql | undefined;
}

export interface ExamineContext {
  database: Database;
  /** Every business table by its name. */
  tables: ReadonlyMap<BusinessTable, ExaminedTable>;
  /** The rows of a business table with their `_row`, as a query in parentheses. */
  numbered(business: BusinessTable): Promise<Sql>;
  /** ISO date. */
  today: string;
  options: QueryOptions;
}

const MONEY: Partial<Record<BusinessTable, string>> = {
  orders: 'amount',
  order_items: 'amount',
  leads: 'amount',
  subscriptions: 'monthly_amount',
  costs: 'amount',
};

export function columnOf(table: ExaminedTable, name: string): ExaminedColumn | undefined {
  return table.columns.find((column) => column.name === name);
}

export function hasColumns(table: ExaminedTable, ...names: string[]): boolean {
  return names.every((name) => columnOf(table, name) !== undefined);
}

/** The business tables of a mapping whose views stand. */
export async function examinedTables(
  database: Database,
  mapping: Mapping,
  options: QueryOptions,
): Promise<Map<BusinessTable, ExaminedTable>> {
  const found = await database.rows<{ schema: string; table: string; name: string; type: string }>(
    sql`SELECT schema_name AS "schema", table_name AS "table", column_name AS name, data_type AS type FROM duckdb_columns()
        WHERE schema_name IN ('raw', 'business') AND database_name = current_database() ORDER BY table_oid, column_index`,
    options,
  );
  const hasLeftOut = found.some(({ schema, table }) => schema === 'business' && table === LEFT_OUT.name);
  const tables = new Map<BusinessTable, ExaminedTable>();
  for (const [business, entry] of Object.entries(mapping) as [BusinessTable, Mapping[BusinessTable]][]) {
    if (!entry) continue;
    const known: readonly BusinessColumn[] = businessTables[business].columns;
    const columns = found
      .filter(({ schema, table }) => schema === 'business' && table === business)
      .map(({ name, type }): ExaminedColumn => {
        const canonical = known.find((column) => column.name === name);
        const source = entry.columns[name];
        const isFixed = typeof source === 'object' && 'value' in source;
        return { name, type, isAttribute: !canonical, required: canonical?.required ?? false, isFixed };
      })
      .filter(({ name, isAttribute }) => isAttribute || entry.columns[name] !== undefined);
    const raw = found.filter(({ schema, table }) => schema === 'raw' && table === entry.table);
    const money = MONEY[business];
    tables.set(business, {
      business,
      raw: entry.table,
      columns,
      from: identifier('business', business),
      rawRows: hasLeftOut ? LEFT_OUT.remaining(business, entry.table) : rawName(entry.table),
      rawColumns: raw.map(({ name }) => name),
      money: columns.some(({ name }) => name === money) ? identifier(money!) : undefined,
    });
  }
  return tables;
}

/** What a row is of: the columns that an example is shown with, beside the values it is about. */
export function idColumns(table: ExaminedTable): string[] {
  const keys = ['order_id', 'conversation_id', 'lead_id', 'product_id', 'initiative', 'customer_id'];
  const key = tableKeys[table.business];
  return [...(key ? [key] : []), ...keys.filter((name) => name !== key)].filter((name) => hasColumns(table, name));
}
