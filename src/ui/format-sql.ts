/** Longer texts are shown as they are: laying them out would hold up the page. */
const LONGEST = 20_000;

/** SQL laid out for reading; as it is when the formatter cannot read it. The formatter comes when first needed. */
export async function formatSql(sql: string): Promise<string> {
  if (sql.length > LONGEST) return sql;
  const { duckdb, formatDialect } = await import('sql-formatter');
  try {
    return formatDialect(sql, { dialect: duckdb, keywordCase: 'lower', indentStyle: 'standard', expressionWidth: 64 });
  } catch {
    return sql;
  }
}
