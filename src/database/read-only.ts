/** Blanks and comments before the first word, and the opening parentheses of a query. */
const BEFORE = /^(\s|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/|\()*/;
const EXPLAIN = /^explain(\s+analyze)?\b/i;
const READS = /^(select|from|with|values|table|describe|desc|show|summarize|pivot|unpivot)\b/i;

/**
 * Whether a statement only asks. A read-only transaction keeps the tables as they are, but lets settings be changed,
 * files be written and databases be attached.
 */
export function onlyReads(text: string): boolean {
  const statement = text.replace(BEFORE, '').replace(EXPLAIN, '').replace(BEFORE, '');
  return READS.test(statement);
}
