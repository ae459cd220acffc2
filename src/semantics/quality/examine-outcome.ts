import { identifier, sql, type Sql } from '../../database/sql.ts';
import { hasColumns, type ExamineContext, type ExaminedTable } from './examined.ts';
import { clip, columnLabel, concerned, ruleMessage } from './finding.ts';
import { bestPlan } from './planned-shares.ts';
import { phrase } from './phrase.ts';
import type { Examination, Found } from './quality.ts';

/** A single column that tells the outcome this well knows it, or comes after it. */
export const LEAK_AUC = 0.95;
/** Of either outcome: fewer show nothing. */
const FEWEST_OUTCOMES = 20;
/** Values of text that fewer rows have are taken together: else each row would tell its own outcome. */
const FEWEST_ALIKE = 20;
/** A sample ratio this unlikely says that something is broken, as in `assignment-checks.ts`. */
export const RATIO_FAILS = 0.001;
const FEWEST_UNITS = 100;

/** What the table is there for: whether a column gives the outcome away, whether groups are as large as any plan makes them. */
export async function examineOutcome(context: ExamineContext, table: ExaminedTable): Promise<Examination<Found>> {
  if (table.business === 'labels') return examineLabels(context, table);
  if (table.business === 'assignments') return examineGroups(context, table);
  return { findings: [], applied: [], without: [] };
}

async function examineLabels(context: ExamineContext, table: ExaminedTable): Promise<Examination<Found>> {
  const { database, options } = context;
  const attributes = table.columns.filter(({ isAttribute }) => isAttribute);
  const counts = await database.rows<{ label: string; n: number }>(
    sql`SELECT label, count(*) AS n FROM ${table.from} WHERE label IS NOT NULL GROUP BY 1 ORDER BY 2, 1 LIMIT 3`,
    options,
  );
  if (counts.length !== 2 || counts[0].n < FEWEST_OUTCOMES || attributes.length === 0) {
    return { findings: [], applied: [], without: ['leaks'] };
  }
  const positive = counts[0].label;
  const findings: Found[] = [];
  for (const { name, type } of attributes) {
    const isText = !/^(DATE|TIMESTAMP.*|BOOLEAN|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/.test(type);
    for (const query of isText
      ? [valueAuc(table, name, positive)]
      : [orderAuc(table, name, positive), absenceAuc(table, name, positive)]) {
      const [{ auc }] = await database.rows<{ auc: number | null }>(query, options);
      const certainty = auc === null ? 0 : Math.max(auc, 1 - auc);
      if (certainty < LEAK_AUC) continue;
      findings.push({
        id: `leak.${name}`,
        rule: 'leaks',
        table: table.business,
        column: name,
        severity: 'look',
        message: ruleMessage('leaks', { column: clip(name), auc: certainty }),
        sql: query.text,
        citations: ['hanleyMcNeil1982'],
      });
      break;
    }
  }
  return { findings, applied: ['leaks'], without: [] };
}

/** The area under the curve from groups with `p` positive and `q` negative rows, in the order of `by`; null of too few of either. */
function areaQuery(groups: Sql, by: Sql): Sql {
  return sql`
    SELECT CASE WHEN least(sum(p), sum(q)) >= ${FEWEST_OUTCOMES} THEN sum(p * (below + q / 2)) / (sum(p) * sum(q)) END AS auc
    FROM (SELECT CAST(p AS DOUBLE) AS p, CAST(q AS DOUBLE) AS q, coalesce(sum(q) OVER (ORDER BY ${by} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS below
          FROM (${groups}))`;
}

/** How well the order of the values tells the outcome. */
function orderAuc({ from }: ExaminedTable, name: string, positive: string): Sql {
  const value = identifier(name);
  return areaQuery(
    sql`SELECT ${value} AS v, count(CASE WHEN label = ${positive} THEN 1 END) AS p, count(CASE WHEN label <> ${positive} THEN 1 END) AS q
        FROM ${from} WHERE label IS NOT NULL AND ${value} IS NOT NULL GROUP BY 1`,
    sql`v`,
  );
}

/** How well it tells the outcome that there is a value at all. */
function absenceAuc({ from }: ExaminedTable, name: string, positive: string): Sql {
  return areaQuery(
    sql`SELECT ${identifier(name)} IS NULL AS v, count(CASE WHEN label = ${positive} THEN 1 END) AS p, count(CASE WHEN label <> ${positive} THEN 1 END) AS q
        FROM ${from} WHERE label IS NOT NULL GROUP BY 1`,
    sql`v`,
  );
}

/** How well values tell the outcome, each by its own share of positive rows. */
function valueAuc({ from }: ExaminedTable, name: string, positive: string): Sql {
  return areaQuery(
    sql`SELECT CASE WHEN n >= ${FEWEST_ALIKE} THEN v END AS v, sum(yes) AS p, sum(n - yes) AS q
        FROM (SELECT coalesce(CAST(${identifier(name)} AS VARCHAR), '') AS v, count(*) AS n, count(CASE WHEN label = ${positive} THEN 1 END) AS yes
              FROM ${from} WHERE label IS NOT NULL GROUP BY 1)
        GROUP BY 1`,
    sql`p / (p + q), v`,
  );
}

type Group = { initiative: string; variant: string; n: number };

async function examineGroups(context: ExamineContext, table: ExaminedTable): Promise<Examination<Found>> {
  const { database, options } = context;
  const isPerson = hasColumns(table, 'customer_id');
  const query = sql`SELECT initiative, variant, ${isPerson ? sql`count(DISTINCT customer_id)` : sql`count(*)`} AS n FROM ${table.from}
    WHERE initiative IS NOT NULL AND variant IS NOT NULL GROUP BY ALL ORDER BY ALL LIMIT 2000`;
  const groups = await database.rows<Group>(query, options);
  const initiatives = new Map<string, Group[]>();
  for (const group of groups) initiatives.set(group.initiative, [...(initiatives.get(group.initiative) ?? []), group]);
  const findings: Found[] = [];
  for (const [initiative, arms] of initiatives) {
    const units = arms.reduce((sum, { n }) => sum + n, 0);
    if (arms.length < 2 || arms.length > 12 || units < FEWEST_UNITS) continue;
    const { pValue, shares, isCertain } = bestPlan(arms.map(({ n }) => n));
    if (pValue >= RATIO_FAILS) continue;
    const list = arms.map(({ variant, n }, i) => phrase('quality.arm', { name: clip(variant), n, share: shares[i] }));
    findings.push({
      id: `balance.${clip(initiative)}`,
      rule: 'balance',
      table: table.business,
      severity: isCertain ? 'serious' : 'note',
      message: ruleMessage(isCertain ? 'balance' : 'balance.unknown', {
        initiative: clip(initiative),
        list,
        p: RATIO_FAILS,
      }),
      picture: { kind: 'groups', bars: arms.map(({ variant, n }) => ({ label: clip(variant), count: n })) },
      sql: query.text,
      citations: ['fabijanEtAl2019'],
    });
  }
  if (isPerson) findings.push(...(await inSeveral(context, table)));
  return { findings, applied: ['balance'], without: [] };
}

/** Whoever was put into several variants of one initiative belongs to none. */
async function inSeveral({ database, options }: ExamineContext, table: ExaminedTable): Promise<Found[]> {
  const query = sql`SELECT count(*) AS units, count(CASE WHEN variants > 1 THEN 1 END) AS several
    FROM (SELECT initiative, customer_id, count(DISTINCT variant) AS variants FROM ${table.from} WHERE customer_id IS NOT NULL GROUP BY ALL)`;
  const [{ units, several }] = await database.rows<{ units: number; several: number }>(query, options);
  if (several === 0) return [];
  const share = several / units;
  return [
    {
      id: 'balance.several',
      rule: 'balance',
      table: table.business,
      severity: share > 0.01 ? 'serious' : 'look',
      message: ruleMessage('balance.several', { count: several, column: columnLabel(table, 'customer_id') }),
      customers: concerned(several, units),
      sql: query.text,
    },
  ];
}
