import type { Json } from '../core/json.ts';
import { message } from '../core/message.ts';
import type { Database, QueryOptions } from '../database/database.ts';
import { identifier, join, sql, type Sql } from '../database/sql.ts';
import { businessTables, type BusinessColumn, type BusinessTable } from './business-tables.ts';
import { MISSING_WORDS, type Format } from './casts.ts';
import type { Finding } from './mapping.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import { rawName } from './raw-tables.ts';
import type { ResolvedColumn, ResolvedTable } from './resolve-table.ts';
import { tableKeys } from './views.ts';

/** What there is to say of any business table: rows, what could not be read, what is missing, which time it covers. */
export async function tableFindings(
  database: Database,
  table: ResolvedTable,
  options: QueryOptions,
): Promise<Finding[]> {
  const { business } = table;
  const from = rawName(table.raw.name);
  const measured = table.columns.map((column, i) => measures(column, i));
  const [row] = await database.rows(sql`SELECT ${join([sql`count(*) AS rows`, ...measured])} FROM ${from}`, options);
  const rows = Number(row.rows);
  const findings: Finding[] = [];
  const add = (status: Finding['status'], key: string, values: Record<string, Json>, column?: string): void => {
    findings.push({
      table: business,
      ...(column ? { column } : {}),
      status,
      message: message(`finding.${key}`, values),
    });
  };
  if (rows === 0) add('failed', 'empty', { table: table.raw.name });

  const known: readonly BusinessColumn[] = businessTables[business].columns;
  const mainTime = known.find(({ type, required }) => type === 'TIMESTAMP' && required)?.name;
  table.columns.forEach((column, i) => {
    const { name } = column;
    const get = (measure: string): Json => row[`${measure}${i}`] ?? null;
    const unread = Number(get('unread'));
    const missing = Number(get('missing'));
    if (unread > 0) {
      const key =
        column.type === 'TIMESTAMP' ? 'unreadDates' : column.type === 'BOOLEAN' ? 'unreadFlags' : 'unreadNumbers';
      const values = { count: unread, header: headerOf(column), row: get('row'), example: get('example') };
      add(unread + missing === rows ? 'failed' : 'warned', key, values, name);
    }
    const isNeeded = known.some((canonical) => canonical.name === name && canonical.required);
    if (missing > 0 && isNeeded && !isToldElsewhere(business, name)) {
      add(missing === rows ? 'failed' : 'warned', 'missing', { count: missing, header: headerOf(column) }, name);
    }
    if (name === mainTime && get('low') !== null) add('passed', 'dates', { from: get('low'), to: get('high') }, name);
    if (column.format.kind === 'dateText' && column.format.ambiguous) {
      add(
        'warned',
        `ambiguousDates.${column.format.order}`,
        { header: headerOf(column), example: get('sample') },
        name,
      );
    }
    const { format } = column;
    if (format.kind === 'dateNumber' && format.timeZone !== undefined) {
      add('passed', 'unixTime', { header: headerOf(column), zone: format.timeZone }, name);
    }
    if (column.format.kind === 'numberText' && missing < rows) {
      const values = { header: headerOf(column), example: get('sample'), number: get('first') };
      add('passed', 'numberText', values, name);
    }
  });
  return [...findings, ...(await specialFindings(database, table, options))];
}

/** Orders without a customer have a finding of their own; a log from which customers are gathered has more rows than they. */
function isToldElsewhere(business: BusinessTable, column: string): boolean {
  return (business === 'orders' && column === 'customer_id') || tableKeys[business] === column;
}

/** Sources as the analyst wrote them. */
export function headerOf({ source }: ResolvedColumn): string {
  if (typeof source === 'string') return source;
  if ('expression' in source) return source.expression;
  return 'value' in source ? String(source.value) : ROW_COLUMN;
}

function measures({ value, sql: read, rawType, type, format }: ResolvedColumn, i: number): Sql {
  const named = (measure: string): Sql => identifier(`${measure}${i}`);
  const isMissing = missing(value, rawType, format);
  const isUnread = sql`(${read}) IS NULL AND NOT ${isMissing}`;
  const row = identifier(ROW_COLUMN);
  const parts = [sql`count(*) FILTER (${isMissing}) AS ${named('missing')}`];
  if (format.kind !== 'asIs' && format.kind !== 'text') {
    parts.push(
      sql`count(*) FILTER (${isUnread}) AS ${named('unread')}`,
      sql`min(${row}) FILTER (${isUnread}) AS ${named('row')}`,
      sql`CAST(arg_min(${value}, ${row}) FILTER (${isUnread}) AS VARCHAR) AS ${named('example')}`,
      sql`CAST(arg_min(${value}, ${row}) FILTER ((${read}) IS NOT NULL) AS VARCHAR) AS ${named('sample')}`,
      sql`arg_min(${read}, ${row}) AS ${named('first')}`,
    );
  }
  if (type === 'TIMESTAMP') {
    parts.push(sql`CAST(min(${read}) AS DATE) AS ${named('low')}`, sql`CAST(max(${read}) AS DATE) AS ${named('high')}`);
  }
  return join(parts);
}

/** Words for “nothing” count where a number or a date is expected; a text may say “none” and mean it. */
function missing(value: Sql, rawType: string, format: Format): Sql {
  if (rawType !== 'VARCHAR') return sql`${value} IS NULL`;
  if (format.kind === 'text' || format.kind === 'asIs') return sql`coalesce(trim(${value}) = '', true)`;
  return sql`coalesce(lower(trim(${value})) IN ${MISSING_WORDS}, true)`;
}

async function specialFindings(database: Database, table: ResolvedTable, options: QueryOptions): Promise<Finding[]> {
  const column = (name: string): ResolvedColumn | undefined =>
    table.columns.find((candidate) => candidate.name === name);
  const from = rawName(table.raw.name);
  const finding = (status: Finding['status'], key: string, values: Record<string, Json>, name?: string): Finding => ({
    table: table.business,
    ...(name ? { column: name } : {}),
    status,
    message: message(`finding.${key}`, values),
  });

  const key = column(tableKeys[table.business] ?? '');
  if (key) {
    const [{ rows, things }] = await database.rows<{ rows: number; things: number }>(
      sql`SELECT count(v) AS rows, count(DISTINCT v) AS things FROM (SELECT ${key.sql} AS v FROM ${from})`,
      options,
    );
    return [
      finding(
        'passed',
        rows > things ? `grouped.${table.business}` : `unique.${table.business}`,
        { rows, things },
        key.name,
      ),
    ];
  }

  const groups = { labels: 'label', assignments: 'variant' }[table.business as string];
  const grouped = groups && column(groups);
  if (grouped) {
    const counts = await database.rows<{ value: string; rows: number }>(
      sql`SELECT v AS value, count(*) AS rows FROM (SELECT CAST(${grouped.sql} AS VARCHAR) AS v FROM ${from}) WHERE v IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 13`,
      options,
    );
    const list = counts.slice(0, 5).map(({ value, rows }) => `${value}: ${rows}`);
    if (counts.length < 2)
      return [finding('failed', `${table.business}.one`, { list, header: headerOf(grouped) }, groups)];
    const many = table.business === 'labels' ? counts.length > 2 : counts.length > 12;
    return [
      finding(
        many ? 'failed' : 'passed',
        `${table.business}.${many ? 'many' : 'groups'}`,
        { list, header: headerOf(grouped) },
        groups,
      ),
    ];
  }

  const [start, end] = [column('started_at'), column('ended_at')];
  if (start && end) {
    const [{ count }] = await database.rows<{ count: number }>(
      sql`SELECT count(*) FILTER (${end.sql} < ${start.sql}) AS count FROM ${from}`,
      options,
    );
    if (count > 0) return [finding('warned', 'endsBeforeStart', { count }, 'ended_at')];
  }
  const score = column('score');
  if (score) {
    const [{ low, high }] = await database.rows<{ low: number; high: number }>(
      sql`SELECT min(${score.sql}) AS low, max(${score.sql}) AS high FROM ${from}`,
      options,
    );
    return [finding(low < 0 || high > 10 ? 'failed' : 'passed', 'scores', { low, high }, 'score')];
  }
  return [];
}
