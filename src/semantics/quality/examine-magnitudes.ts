import { identifier, sql } from '../../database/sql.ts';
import { plainCurrency } from '../currencies.ts';
import { isAbove, isAtLeast } from './conditions.ts';
import { columnOf, hasColumns, type ExamineContext, type ExaminedTable } from './examined.ts';
import { columnLabel, measure, ruleMessage, severityOf } from './finding.ts';
import { BINS_PER_DECADE, type MagnitudeBin } from './magnitude-histogram.ts';
import { outlierLimit } from './outlier-limit.ts';
import type { Examination, Picture, Found } from './quality.ts';
import { findUnitMixture } from './unit-mixture.ts';

/** Columns of amounts, durations and quantities; scores and counts of contacts have a scale of their own. */
const AMOUNTS = [
  'amount',
  'margin',
  'discount',
  'quantity',
  'unit_price',
  'price',
  'cost',
  'value',
  'monthly_amount',
  'wait_seconds',
  'handle_seconds',
];
/** Those that have a unit which can be mixed up. Waiting takes seconds at the telephone and days by letter. */
const WITH_UNIT = ['amount', 'margin', 'discount', 'unit_price', 'price', 'cost', 'value', 'monthly_amount'];

/** One pass per column of amounts: values by their order of magnitude show outliers and mixed units. */
export async function examineMagnitudes(context: ExamineContext, table: ExaminedTable): Promise<Examination<Found>> {
  const isAggregate = ['series', 'journeys'].includes(table.business);
  const columns = isAggregate ? [] : AMOUNTS.filter((name) => columnOf(table, name) && !columnOf(table, name)!.isFixed);
  if (columns.length === 0) return { findings: [], applied: [], without: ['outliers', 'units'] };
  // Amounts of several currencies are no mixture of units, and that is a finding of its own.
  const hasUnits = !(await hasSeveralCurrencies(context, table));
  const findings: Found[] = [];
  for (const column of columns) {
    findings.push(...(await examineColumn(context, table, column, hasUnits && WITH_UNIT.includes(column))));
  }
  return { findings, applied: hasUnits ? ['outliers', 'units'] : ['outliers'], without: [] };
}

async function hasSeveralCurrencies({ database, options }: ExamineContext, table: ExaminedTable): Promise<boolean> {
  if (!hasColumns(table, 'currency')) return false;
  const [{ currencies }] = await database.rows<{ currencies: number }>(
    sql`SELECT count(DISTINCT ${plainCurrency}) AS currencies FROM ${table.from}`,
    options,
  );
  return currencies > 1;
}

async function examineColumn(
  context: ExamineContext,
  table: ExaminedTable,
  column: string,
  hasUnit: boolean,
): Promise<Found[]> {
  const { database, options } = context;
  const value = identifier(column);
  const bins = await database.rows<Record<keyof MagnitudeBin, number>>(
    sql`SELECT CAST(floor(log10(${value}) * ${BINS_PER_DECADE}) AS INTEGER) AS bin, count(*) AS count,
               count(CASE WHEN ${value} = trunc(${value}) THEN 1 END) AS whole
        FROM ${table.from} WHERE ${value} > 0 GROUP BY 1 ORDER BY 1`,
    options,
  );
  const mixture = hasUnit ? findUnitMixture(bins) : undefined;
  const label = columnLabel(table, column);
  if (mixture) {
    const { limit, divisor } = mixture;
    const [measured] = await measure(context, table, [{ condition: isAtLeast(column, limit), shown: [column] }]);
    const id = `units.${column}`;
    return [
      {
        id,
        rule: 'units',
        table: table.business,
        column,
        severity: 'serious',
        message: ruleMessage('units', { count: measured.rows.count, column: label, divisor }),
        ...measured,
        picture: pictureOf(bins, limit),
        remedy: { kind: 'divide', table: table.business, finding: id, parameters: { limit, divisor } },
      },
    ];
  }
  const limit = outlierLimit(bins);
  if (limit === undefined || !bins.some(({ bin }) => 10 ** ((bin + 1) / BINS_PER_DECADE) > limit)) return [];
  const [measured] = await measure(context, table, [{ condition: isAbove(column, limit), shown: [column] }]);
  if (measured.rows.count === 0) return [];
  const id = `outliers.${column}`;
  return [
    {
      id,
      rule: 'outliers',
      table: table.business,
      column,
      severity: severityOf(measured.money?.share ?? measured.rows.share, 0.2, 0.001),
      message: ruleMessage('outliers', { count: measured.rows.count, column: label, limit }),
      ...measured,
      picture: pictureOf(bins, limit),
      citations: ['daviesGather1993', 'hampel1974'],
      remedy: { kind: 'leave-out', table: table.business, finding: id, parameters: { limit } },
    },
  ];
}

/** How many bins of the histogram make one bar: five bars per factor of ten. */
const BAR = 20;
const MOST_BARS = 60;

function pictureOf(bins: readonly MagnitudeBin[], limit: number): Picture {
  const barOf = (bin: number): number => Math.floor(bin / BAR);
  const [first, last] = [barOf(bins[0].bin), barOf(bins.at(-1)!.bin)];
  const from = Math.max(first, last - MOST_BARS + 1);
  const bars: Picture['bars'] = [];
  for (let bar = from; bar <= last; bar += 1) {
    const count = bins.filter(({ bin }) => barOf(bin) === bar).reduce((sum, one) => sum + one.count, 0);
    const low = 10 ** ((bar * BAR) / BINS_PER_DECADE);
    const isMarked = 10 ** (((bar + 1) * BAR) / BINS_PER_DECADE) > limit;
    bars.push({ label: String(Number(low.toPrecision(3))), count, ...(isMarked && { marked: true as const }) });
  }
  return { kind: 'amounts', bars };
}
