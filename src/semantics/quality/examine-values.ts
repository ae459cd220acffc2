import { identifier, join, sql, type Sql } from '../../database/sql.ts';
import { plainCurrency } from '../currencies.ts';
import { findConstants } from './constants.ts';
import { columnOf, hasColumns, type ExamineContext, type ExaminedTable } from './examined.ts';
import { columnLabel, measure, ruleMessage, severityOf, type Condition } from './finding.ts';
import { impossibleRules } from './impossible.ts';
import { columnsToFill, MISSING_SHARE } from './missing.ts';
import { phrase } from './phrase.ts';
import type { Examination, Found, QualityRule } from './quality.ts';
import { scaleRule } from './survey-scale.ts';
import { hasReservedDomain, isTestAccount, MADE_UP_SHARE } from './test-accounts.ts';

/** What is told of a finding before its rows are counted in full. */
type Told = Pick<Found, 'id' | 'rule' | 'message' | 'remedy'> & {
  column?: string;
  severity(share: number): Found['severity'];
};

/** One pass over the table for all that a row shows by itself; what was found is counted in full in a second one. */
export async function examineValues(context: ExamineContext, table: ExaminedTable): Promise<Examination<Found>> {
  const { database, options } = context;
  const { business } = table;
  const scale = scaleRule(table);
  const impossible = [...impossibleRules(table, context.today), ...(scale ? [scale] : [])];
  const toFill = columnsToFill(table);
  const byDomain = business === 'customers' && (await tellsByDomain(context, table));
  const test = business === 'customers' ? isTestAccount(table, byDomain) : undefined;
  const hasCurrency = hasColumns(table, 'currency') && table.money !== undefined;

  const counted: Sql[] = [
    sql`count(*) AS rows`,
    ...impossible.map(({ condition }, i) => sql`count(*) FILTER (${condition}) AS ${identifier(`impossible${i}`)}`),
    ...toFill.map(({ name }, i) => sql`count(${identifier(name)}) AS ${identifier(`filled${i}`)}`),
    ...(test ? [sql`count(*) FILTER (${test}) AS test`] : []),
    ...(hasCurrency ? [sql`count(DISTINCT ${plainCurrency}) AS currencies`] : []),
  ];
  const query = sql`SELECT ${join(counted)} FROM ${table.from}`;
  const [seen] = await database.rows<Record<string, number>>(query, options);
  const found: (Told & Condition)[] = [];

  impossible.forEach((rule, i) => {
    if (seen[`impossible${i}`] === 0) return;
    const { id, says, column, shown, condition, remedy } = rule;
    const values = {
      count: seen[`impossible${i}`],
      column: columnLabel(table, column),
      other: columnLabel(table, shown[0]),
    };
    found.push({
      id,
      rule: 'impossible',
      column,
      shown,
      condition,
      message: ruleMessage(`impossible.${says}`, values),
      severity: (share) => severityOf(share, 0.05),
      ...(remedy && {
        remedy: {
          kind: remedy,
          table: business,
          finding: id,
          parameters: rule === scale ? {} : { today: context.today },
        },
      }),
    });
  });
  toFill.forEach(({ name, required }, i) => {
    const lacking = seen.rows - seen[`filled${i}`];
    if (lacking === 0 || (!required && lacking < MISSING_SHARE * seen.rows)) return;
    found.push({
      id: `missing.${name}`,
      rule: 'missing',
      column: name,
      shown: table.columns.filter((column) => column.required).map((column) => column.name),
      condition: sql`${identifier(name)} IS NULL`,
      message: ruleMessage(required ? 'missing.needed' : 'missing.other', {
        count: lacking,
        column: columnLabel(table, name),
      }),
      severity: (share) => (required ? severityOf(share, 0.05) : severityOf(share, Infinity, 0.2)),
    });
  });
  if (test && seen.test > 0) {
    found.push({
      id: 'test-accounts',
      rule: 'test-accounts',
      shown: ['customer_id', 'name', 'email'],
      condition: test,
      message: ruleMessage('test-accounts', { count: seen.test }),
      severity: (share) => severityOf(share, 0.05),
      remedy: { kind: 'leave-out-people', table: business, finding: 'test-accounts', parameters: { byDomain } },
    });
  }

  const measured = await measure(context, table, found);
  const findings = found.map(({ severity, condition: _, shown: __, ...told }, i): Found => ({
    ...told,
    table: business,
    ...measured[i],
    severity: severity(measured[i].rows.share),
  }));
  if (seen.currencies > 1) findings.push(await severalCurrencies(context, table));
  findings.push(...(await findConstants(context, table, seen.rows)));

  const applied: QualityRule[] = ['missing', 'constants'];
  const without: QualityRule[] = [];
  (impossible.length > 0 ? applied : without).push('impossible');
  (hasCurrency ? applied : without).push('currencies');
  if (business === 'customers') (test ? applied : without).push('test-accounts');
  return { findings, applied, without };
}

/** Whether few enough addresses reach nobody for these to be somebody’s tests. */
async function tellsByDomain({ database, options }: ExamineContext, table: ExaminedTable): Promise<boolean> {
  if (!hasColumns(table, 'email')) return false;
  const [{ share }] = await database.rows<{ share: number | null }>(
    sql`SELECT avg(CASE WHEN ${hasReservedDomain} THEN 1 ELSE 0 END) AS share FROM ${table.from} WHERE email IS NOT NULL`,
    options,
  );
  return (share ?? 1) < MADE_UP_SHARE;
}

async function severalCurrencies({ database, options }: ExamineContext, table: ExaminedTable): Promise<Found> {
  const query = sql`SELECT ${plainCurrency} AS currency, count(*) AS rows FROM ${table.from} WHERE currency IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12`;
  const groups = await database.rows<{ currency: string; rows: number }>(query, options);
  const all = groups.reduce((sum, { rows }) => sum + rows, 0);
  const others = all - groups[0].rows;
  return {
    id: 'currencies',
    rule: 'currencies',
    table: table.business,
    column: columnOf(table, 'currency')!.name,
    severity: 'serious',
    message: ruleMessage('currencies', {
      count: groups.length,
      list: groups
        .slice(0, 5)
        .map(({ currency, rows }) => phrase('quality.group', { name: currency.slice(0, 40), rows })),
    }),
    rows: { count: others, share: others / all },
    picture: {
      kind: 'groups',
      bars: groups.map(({ currency, rows }) => ({ label: currency.slice(0, 40), count: rows })),
    },
    sql: query.text,
  };
}
