import { identifier, sql, type Sql } from '../../database/sql.ts';
import type { BusinessTable } from '../business-tables.ts';
import { ROW_COLUMN } from '../../core/table-info.ts';
import { rawName } from '../raw-tables.ts';

const name = 'left_out';
const row = identifier(ROW_COLUMN);

/** The table of the rows that remedies leave out of business tables; nothing of the raw tables is changed. */
export const LEFT_OUT = {
  name,
  create: sql`CREATE TABLE business.left_out ("table" VARCHAR NOT NULL, finding VARCHAR NOT NULL, _row BIGINT NOT NULL)`,
  /** @param rows a query of `_row`s */
  insert(table: BusinessTable, finding: string, rows: Sql): Sql {
    return sql`INSERT INTO business.left_out SELECT DISTINCT ${table}, ${finding}, ${row} FROM (${rows}) WHERE ${row} IS NOT NULL`;
  },
  /** The rows of the raw table that are still in the business table. */
  remaining(table: BusinessTable, raw: string): Sql {
    return sql`(SELECT * FROM ${rawName(raw)} ANTI JOIN (SELECT ${row} FROM business.left_out WHERE "table" = ${table}) USING (${row}))`;
  },
  /** How many rows each business table has lost. */
  counts: sql`SELECT "table", count(DISTINCT ${row}) AS rows FROM business.left_out GROUP BY 1`,
};
