import { AppError } from '../core/errors.ts';
import type { Database } from '../database/database.ts';
import { sql, typedByAnalyst, type Sql } from '../database/sql.ts';

/** One piece of an expression; `text` of a quoted name is the name itself. */
export interface Token {
  kind: 'name' | 'quotedName' | 'string' | 'number' | 'symbol';
  text: string;
}

const PIECE =
  /\s+|"(?<quoted>(?:[^"]|"")*)"|'(?<string>(?:[^']|'')*)'|(?<number>(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<symbol>->>|->|\|\||::|<=|>=|<>|!=|!~~?\*?|~~?\*?|<<|>>|==|=>|:=|\*\*|\/\/|[-+*/%<>=(),.[\]:{}^&|!])/iuy;

/**
 * Splits what the analyst typed. Comments, statement ends, parameters and dollar quotes are no part of an expression.
 * @throws AppError `expression-invalid` at the first piece that cannot be part of one.
 */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < expression.length) {
    const at = PIECE.lastIndex;
    const match = PIECE.exec(expression);
    const comment = expression.startsWith('--', at) || expression.startsWith('/*', at);
    if (!match || comment) throw invalid(expression, 'piece', expression.slice(at, at + 12));
    const { quoted, string, number, name, symbol } = match.groups!;
    if (quoted !== undefined) tokens.push({ kind: 'quotedName', text: quoted.replaceAll('""', '"') });
    else if (string !== undefined) tokens.push({ kind: 'string', text: string });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
  return tokens;
}

/** Words that would make more of it than an expression over one row. */
const FORBIDDEN = new Set(
  (
    'select from with values table union except intersect exists into pivot unpivot describe show summarize over filter ' +
    'within qualify columns current_date current_time current_timestamp localtime localtimestamp current_user ' +
    'current_role session_user user insert update delete create drop alter attach copy install load set pragma call'
  ).split(' '),
);

/** Words that may stand before a parenthesis without being functions. */
const BEFORE_PARENTHESIS = new Set(
  (
    'and or not in is like ilike similar glob between when then else case cast try_cast coalesce nullif extract ' +
    'interval substring trim position overlay collate row struct map decimal numeric varchar char any all as ' +
    'grouping ifnull try'
  ).split(' '),
);

const REJECTED_FUNCTIONS = new Set(['current_setting', 'getvariable', 'pg_sleep', 'error', 'stats']);

/** What a checked expression is: its type, and which of the table's columns it reads. */
export interface CheckedExpression {
  sql: Sql;
  type: string;
  columns: string[];
}

/**
 * Makes sure that what the analyst typed is one scalar expression over the columns of one table: the same value for the
 * same row, whenever it runs. The text may hold no second statement, comment, subquery, window or aggregate, and call
 * only functions that DuckDB itself calls consistent; DuckDB then binds it against the table, without reading a row.
 * `columns` of the table are given so that the ones in use can be named.
 * @throws AppError `expression-invalid` with the reason.
 */
export async function checkExpression(
  database: Database,
  table: Sql,
  expression: string,
  columns: readonly string[] = [],
): Promise<CheckedExpression> {
  const tokens = tokenize(expression);
  if (tokens.length === 0) throw invalid(expression, 'empty');
  checkTokens(expression, tokens);
  await checkFunctions(database, expression, calledFunctions(tokens));
  const typed = sql`(${typedByAnalyst(expression)})`;
  try {
    const bound = await database.table(sql`SELECT ${typed} AS value FROM ${table} LIMIT 0`);
    if (bound.columns.length !== 1) throw invalid(expression, 'several');
    return { sql: typed, type: bound.columns[0].type, columns: columnsIn(tokens, columns) };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'query-failed') throw thrown;
    throw invalid(expression, 'binding', firstLine(String(thrown.details.reason)), thrown);
  }
}

function checkTokens(expression: string, tokens: readonly Token[]): void {
  let depth = 0;
  tokens.forEach((token, i) => {
    if (token.kind === 'name' && FORBIDDEN.has(token.text.toLowerCase()) && tokens[i - 1]?.text !== '.') {
      throw invalid(expression, 'word', token.text);
    }
    if (token.kind !== 'symbol') return;
    if ('([{'.includes(token.text)) depth += 1;
    if (')]}'.includes(token.text)) depth -= 1;
    if (depth === 0 && token.text === ',') throw invalid(expression, 'several');
    if (depth < 0) throw invalid(expression, 'parentheses');
    if (token.text === '*' && !endsOperand(tokens[i - 1])) throw invalid(expression, 'piece', '*');
  });
  if (depth !== 0) throw invalid(expression, 'parentheses');
}

function endsOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.kind !== 'symbol' || ')]}'.includes(token.text));
}

function calledFunctions(tokens: readonly Token[]): string[] {
  const called = tokens.filter((token, i) => {
    const next = tokens[i + 1];
    const isName = token.kind === 'quotedName' || token.kind === 'name';
    return isName && next?.kind === 'symbol' && next.text === '(';
  });
  return [...new Set(called.map((token) => token.text.toLowerCase()))].filter((name) => !BEFORE_PARENTHESIS.has(name));
}

async function checkFunctions(database: Database, expression: string, names: string[]): Promise<void> {
  if (names.length === 0) return;
  const known = await database.texts(sql`
    SELECT function_name FROM duckdb_functions() WHERE function_name IN ${names} AND internal GROUP BY function_name
    HAVING bool_and(function_type = 'macro' OR (function_type = 'scalar' AND stability = 'CONSISTENT' AND NOT has_side_effects))`);
  const refused = names.find((name) => !known.includes(name) || REJECTED_FUNCTIONS.has(name));
  if (refused) throw invalid(expression, 'function', refused);
}

/** The columns of a table that an expression reads, spelled as the table spells them. */
export function columnsIn(tokens: readonly Token[], columns: readonly string[]): string[] {
  const names = tokens
    .filter(({ kind }) => kind === 'name' || kind === 'quotedName')
    .map(({ text }) => text.toLowerCase());
  return columns.filter((column) => names.includes(column.toLowerCase()));
}

/**
 * Whether the expression multiplies one column by another, as quantity × unit price does: a line whose product is zero
 * then sold nothing, whereas an amount column that says zero is a total of zero.
 */
export function multipliesColumns(expression: string, columns: readonly string[]): boolean {
  const tokens = tokenize(expression);
  return tokens.some(({ kind, text }) => kind === 'symbol' && text === '*') && columnsIn(tokens, columns).length > 1;
}

type Reason = 'piece' | 'empty' | 'word' | 'parentheses' | 'function' | 'several' | 'binding';

function invalid(expression: string, reason: Reason, found: string = '', cause?: unknown): AppError {
  const why = { key: `mapping.expression.${reason}`, values: { found } };
  return new AppError('expression-invalid', { expression, reason: why, found }, { cause });
}

function firstLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n')[0].replace(/^\w+ Error: /, '');
}
