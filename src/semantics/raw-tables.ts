import type { ColumnInfo } from '../core/answer.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import type { Database } from '../database/database.ts';
import { identifier, sql, type Sql } from '../database/sql.ts';

/** A table as it was read. `_row`, the line or record number in the file, is in every one and not listed. */
export interface RawTable {
  name: string;
  columns: ColumnInfo[];
  rows?: number;
}

export function rawName(table: string): Sql {
  return identifier('raw', table);
}

/** The raw tables that are in the database, in the order in which they were made. */
export async function rawTables(database: Database): Promise<RawTable[]> {
  const rows = await database.rows<{ table: string; name: string; type: string }>(sql`
    SELECT table_name AS "table", column_name AS name, data_type AS type
    FROM duckdb_columns() WHERE schema_name = 'raw' AND database_name = current_database()
    ORDER BY table_oid, column_index`);
  const tables = new Map<string, RawTable>();
  for (const { table, name, type } of rows) {
    const known = tables.get(table) ?? { name: table, columns: [] };
    tables.set(table, known);
    if (name !== ROW_COLUMN) known.columns.push({ name, type });
  }
  return [...tables.values()];
}
