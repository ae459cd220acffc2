import { identifier, join, nothing, sql, type Sql } from '../../database/sql.ts';
import { ROW_COLUMN } from '../../core/table-info.ts';
import { rawName } from '../../semantics/raw-tables.ts';

const inFileOrder = sql`ORDER BY ${identifier(ROW_COLUMN)}`;

function whereOf(condition: Sql | undefined): Sql {
  return condition ? sql`WHERE ${condition}` : nothing;
}

/** Columns of numbers, yes-or-no values as 1 and 0, dates as days since 1970-01-01. */
export function numbersQuery(
  table: string,
  columns: readonly { name: string; kind: 'number' | 'date' }[],
  condition?: Sql,
): Sql {
  const values = columns.map(({ name, kind }) => {
    const column = identifier(name);
    const value = kind === 'number' ? sql`CAST(${column} AS DOUBLE)` : sql`epoch(CAST(${column} AS TIMESTAMP)) / 86400`;
    return sql`${value} AS ${column}`;
  });
  return sql`SELECT ${join(values)} FROM ${rawName(table)} ${whereOf(condition)} ${inFileOrder}`;
}

/** Columns as text. */
export function textsQuery(table: string, columns: readonly string[], condition?: Sql): Sql {
  const values = columns.map((name) => sql`CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`);
  return sql`SELECT ${join(values)} FROM ${rawName(table)} ${whereOf(condition)} ${inFileOrder}`;
}

/** An expression of the mapping as text, beside the position of each row in the file, from 0. */
export function targetQuery(table: string, target: Sql, condition?: Sql): Sql {
  return sql`
    SELECT CAST(${target} AS VARCHAR) AS target, row_number() OVER (${inFileOrder}) - 1 AS position
    FROM ${rawName(table)} ${condition ? sql`QUALIFY ${condition}` : nothing} ${inFileOrder}`;
}

/** A column as an expression. */
export function columnExpression(name: string): Sql {
  return identifier(name);
}
