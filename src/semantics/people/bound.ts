import { identifier, sql, type Sql } from '../../database/sql.ts';

/** An expression that uses a value several times and works it out once: DuckDB would work out each mention in a CASE anew. */
export function bound(name: string, value: Sql, use: (value: Sql) => Sql): Sql {
  return sql`list_transform([${value}], lambda ${identifier(name)}: ${use(identifier(name))})[1]`;
}
