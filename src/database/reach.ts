import { AppError } from '../core/errors.ts';
import { tokensOf, type Token } from './sql-tokens.ts';

/**
 * Functions that read files, addresses, settings or secrets, run text as SQL, or change something although they stand in a
 * SELECT. `tests/browser/database/reach.test.ts` looks at every function that DuckDB has.
 */
const REACHES_OUT =
  /^(read_\w+|sniff_csv|glob|parquet_\w+|arrow_scan\w*|\w+_scan|scan_\w+|query|query_table|getenv|which_secret|duckdb_secrets|duckdb_logs\w*|duckdb_log_contexts|(force_)?checkpoint|(enable|disable)_\w+|set_\w+|truncate_\w+|write_\w+|copy_\w+|storage_info|pragma_(user_agent|platform|storage_info)|icu_\w+|import_\w+|export_\w+|json_execute_\w+|sql_auto_complete|nextval|add_parquet_key)$/;
/** After these a table is named. */
const NAMES_TABLE = new Set(['from', 'join', 'table', 'describe', 'desc', 'show', 'summarize', 'pivot', 'unpivot']);
/** After these no more. */
const NAMES_NONE = new Set(
  'select where group having order limit on using union except intersect values window qualify sample set with'.split(
    ' ',
  ),
);
/** What the analyst may read of the workspace's own schema: the notices of tables point there. */
const OWN_SCHEMA = 'redito';
const OPEN_TABLES = new Set(['rejects']);
/** The database is called after its file, as the schema is: what follows may be a schema. */
const SCHEMAS = new Set(['raw', 'business', 'main', 'information_schema', 'pg_catalog', OWN_SCHEMA]);

/**
 * Refuses what would leave the tables of the workspace. DuckDB looks for files and addresses while it only prepares a
 * statement, so this comes first.
 * @throws AppError `query-reaches-out`, `query-internal`
 */
export function refuseReach(text: string): void {
  const tokens = tokensOf(text);
  const naming: boolean[] = [false];
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    const atTable = naming.at(-1) === true && startsTable(beforeAlias(tokens, i));
    if (token.text === '(') {
      naming.push(atTable);
    } else if (token.text === ')') {
      if (naming.length > 1) naming.pop();
    } else if (token.kind === 'word' && NAMES_TABLE.has(token.text)) {
      naming[naming.length - 1] = true;
    } else if (token.kind === 'word' && NAMES_NONE.has(token.text)) {
      naming[naming.length - 1] = false;
    }
    if (isName(token) && next?.text === '(' && REACHES_OUT.test(token.text)) throw outside(token.text);
    if (atTable && isFile(token)) throw outside(token.text);
    if (isName(token) && token.text === OWN_SCHEMA && isSign(next, '.')) refuseInternal(tokens[i + 2], tokens[i + 3]);
  });
}

function refuseInternal(name: Token | undefined, after: Token | undefined): void {
  if (!name || OPEN_TABLES.has(name.text)) return;
  if (SCHEMAS.has(name.text) && isSign(after, '.')) return;
  throw new AppError('query-internal', { table: `${OWN_SCHEMA}.${name.text}` });
}

function outside(what: string): AppError {
  return new AppError('query-reaches-out', { what });
}

function isName({ kind }: Token): boolean {
  return kind === 'word' || kind === 'quoted';
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** What stands before a table, and before the name that may be put before it: `FROM name: table`. */
function beforeAlias(tokens: readonly Token[], i: number): Token | undefined {
  return isSign(tokens[i - 1], ':') ? tokens[i - 3] : tokens[i - 1];
}

/** Whether what stands after it can be a table. */
function startsTable(before: Token | undefined): boolean {
  if (before === undefined) return false;
  return before.kind === 'sign'
    ? [',', '('].includes(before.text)
    : before.kind === 'word' && NAMES_TABLE.has(before.text);
}

/** A text in place of a table is a file's name, and so may be a quoted name that looks like one. */
function isFile({ kind, text }: Token): boolean {
  return kind === 'string' || (kind === 'quoted' && /[/\\]|:/.test(text));
}
