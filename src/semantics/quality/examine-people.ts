import { identifier, nothing, sql, type Sql } from '../../database/sql.ts';
import type { BusinessTable } from '../business-tables.ts';
import { isBot, isOrphan } from './conditions.ts';
import { hasColumns, type ExamineContext, type ExaminedTable } from './examined.ts';
import { columnLabel, measure, ruleMessage, severityOf } from './finding.ts';
import type { Examination, Found, QualityRule } from './quality.ts';
import { hasTestId } from './test-accounts.ts';

/** Events of one customer within one hour that no person makes. */
export const BOT_EVENTS = 1_000;

/** Which other table knows what a column names. */
const KNOWN_BY: readonly { column: string; by: BusinessTable }[] = [
  { column: 'customer_id', by: 'customers' },
  { column: 'order_id', by: 'orders' },
  { column: 'product_id', by: 'products' },
];

/** Whom and what the rows are of: one group per customer, order or product, held against the table that knows them. */
export async function examinePeople(context: ExamineContext, table: ExaminedTable): Promise<Examination<Found>> {
  const { business } = table;
  const references = KNOWN_BY.flatMap(({ column, by }) => {
    const other = context.tables.get(by);
    // Customers that are gathered from the very table are all known.
    if (!other || by === business || other.raw === table.raw || !hasColumns(table, column)) return [];
    return hasColumns(other, column) ? [{ column, other }] : [];
  });
  const findings: Found[] = [];
  for (const { column, other } of references) findings.push(...(await findOrphans(context, table, column, other)));
  const hasPeople = business !== 'customers' && hasColumns(table, 'customer_id');
  if (hasPeople) findings.push(...(await findOddOnes(context, table)));
  const applied: QualityRule[] = [];
  const without: QualityRule[] = [];
  (references.length > 0 ? applied : without).push('orphans');
  if (hasPeople) applied.push('test-accounts');
  if (business === 'events') (hasPeople ? applied : without).push('bots');
  return { findings, applied, without };
}

async function findOrphans(
  context: ExamineContext,
  table: ExaminedTable,
  column: string,
  other: ExaminedTable,
): Promise<Found[]> {
  const { database, options } = context;
  const name = identifier(column);
  const query = sql`
    SELECT count(*) AS things, CAST(coalesce(sum(n), 0) AS BIGINT) AS rows
    FROM (SELECT ${name}, count(*) AS n FROM ${table.from} WHERE ${name} IS NOT NULL GROUP BY 1)
    WHERE ${name} NOT IN (SELECT ${name} FROM ${other.from} WHERE ${name} IS NOT NULL)`;
  const [seen] = await database.rows<{ things: number; rows: number }>(query, options);
  if (seen.rows === 0) return [];
  const condition = isOrphan(column, other.from);
  const [measured] = await measure(context, table, [{ condition, shown: [column] }]);
  const id = `orphans.${column}`;
  const values = { count: seen.rows, things: seen.things, column: columnLabel(table, column) };
  return [
    {
      id,
      rule: 'orphans',
      table: table.business,
      column,
      severity: severityOf(measured.rows.share, 0.05),
      message: ruleMessage(`orphans.${other.business}`, values),
      ...measured,
      remedy: { kind: 'leave-out', table: table.business, finding: id, parameters: {} },
    },
  ];
}

/** Ids that say “test”, and whoever does more in an hour than a person can. */
async function findOddOnes(context: ExamineContext, table: ExaminedTable): Promise<Found[]> {
  const { database, options } = context;
  const isEvents = table.business === 'events';
  const many = sql`count(CASE WHEN n >= ${BOT_EVENTS} THEN 1 END) AS many`;
  const [seen] = await database.rows<{ test: number; many: number }>(
    sql`SELECT CAST(coalesce(sum(CASE WHEN ${hasTestId} THEN n END), 0) AS BIGINT) AS test${isEvents ? sql`, ${many}` : nothing}
        FROM (SELECT customer_id, count(*) AS n FROM ${table.from} WHERE customer_id IS NOT NULL GROUP BY 1)`,
    options,
  );
  const findings: Found[] = [];
  if (seen.test > 0) {
    const [measured] = await measure(context, table, [{ condition: hasTestId, shown: ['customer_id'] }]);
    findings.push({
      id: 'test-ids',
      rule: 'test-accounts',
      table: table.business,
      severity: severityOf(measured.rows.share, 0.05),
      message: ruleMessage('test-ids', { count: seen.test }),
      ...measured,
      remedy: { kind: 'leave-out', table: table.business, finding: 'test-ids', parameters: {} },
    });
  }
  if (isEvents && seen.many > 0) findings.push(...(await findBots(context, table)));
  return findings;
}

async function findBots(context: ExamineContext, table: ExaminedTable): Promise<Found[]> {
  const { database, options } = context;
  const busiest = await database.table(
    sql`SELECT customer_id, date_trunc('hour', occurred_at) AS occurred_at, count(*) AS event FROM ${table.from}
        WHERE customer_id IS NOT NULL GROUP BY ALL HAVING count(*) >= ${BOT_EVENTS} ORDER BY 3 DESC, 1, 2`,
    { ...options, limit: 5 },
  );
  if (busiest.rows.length === 0) return [];
  const condition: Sql = isBot(table.from, BOT_EVENTS);
  const [measured] = await measure(context, table, [{ condition, shown: ['occurred_at', 'event'] }]);
  const customers = measured.customers?.count ?? busiest.rows.length;
  return [
    {
      id: 'bots',
      rule: 'bots',
      table: table.business,
      severity: severityOf(measured.rows.share, 0.05),
      message: ruleMessage('bots', { count: measured.rows.count, customers, limit: BOT_EVENTS }),
      ...measured,
      examples: { columns: busiest.columns.map(({ name }) => name), rows: busiest.rows },
      remedy: { kind: 'leave-out', table: table.business, finding: 'bots', parameters: { limit: BOT_EVENTS } },
    },
  ];
}
