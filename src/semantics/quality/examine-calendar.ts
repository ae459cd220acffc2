import { identifier, sql } from '../../database/sql.ts';
import { addDays, dayToIso, isoToDay } from '../../core/time.ts';
import { businessTables, type BusinessColumn } from '../business-tables.ts';
import { columnOf, hasColumns, type ExamineContext, type ExaminedTable } from './examined.ts';
import { clip, columnLabel, ruleMessage } from './finding.ts';
import { findGaps } from './gaps.ts';
import { findSeams, haveHours, hourShift, partSeams } from './hour-shift.ts';
import { findLevelShifts } from './level-shifts.ts';
import type { Examination, Found, QualityRule } from './quality.ts';

/** Logs: something is expected to happen in them all the time. */
const LOGS = ['orders', 'events', 'touches', 'conversations', 'surveys', 'leads'];
/** Where times may come from different systems. */
const SOURCES = ['channel', 'store', 'source'];
/** No series of days is longer. */
const LONGEST_DAYS = 40 * 366;
/** Share of the rows, at either end, whose days are cut off where they lie more than a year from the rest: dates that are none. */
const ISOLATED_SHARE = 0.001;
const ISOLATED_DAYS = 366;

interface HourCount {
  day: string;
  hour: number;
  count: number;
}

/** One pass over the times of a log: its days, weeks and hours. */
export async function examineCalendar(context: ExamineContext, table: ExaminedTable): Promise<Examination<Found>> {
  const rules: QualityRule[] = ['gaps', 'level-shifts', 'time-zones'];
  const time = timeOf(table);
  if (!time) return { findings: [], applied: [], without: LOGS.includes(table.business) ? rules : [] };
  const { database, options } = context;
  const column = identifier(time);
  // What lies ahead is a finding of its own, and no day without orders.
  const query = sql`SELECT CAST(${column} AS DATE) AS day, hour(${column}) AS hour, count(*) AS count FROM ${table.from}
    WHERE ${column} >= CAST('1970-01-02' AS TIMESTAMP) AND ${column} < CAST(${addDays(context.today, 2)} AS TIMESTAMP)
    GROUP BY ALL ORDER BY ALL`;
  const counts = (await database.rows<Record<keyof HourCount, string | number>>(
    query,
    options,
  )) as unknown as HourCount[];
  const days = daysOf(counts);
  const byHour = hoursOf(counts);
  const hasHours = haveHours(byHour);
  const findings = days
    ? [...gapFindings(table, time, days, query.text), ...shiftFindings(table, time, days, query.text)]
    : [];
  if (hasHours) {
    findings.push(...seamFindings(table, time, counts, query.text));
    findings.push(...(await sourceFindings(context, table, time)));
  }
  const isApplied = (rule: QualityRule): boolean => (rule === 'time-zones' ? hasHours : days !== undefined);
  return { findings, applied: rules.filter(isApplied), without: rules.filter((rule) => !isApplied(rule)) };
}

function timeOf(table: ExaminedTable): string | undefined {
  if (!LOGS.includes(table.business)) return undefined;
  const known: readonly BusinessColumn[] = businessTables[table.business].columns;
  const time = known.find(({ type, required }) => type === 'TIMESTAMP' && required)?.name;
  return time && columnOf(table, time) ? time : undefined;
}

interface Days {
  /** The first one, as a day number. */
  first: number;
  counts: number[];
}

/** @returns undefined when there are none, or they go on for longer than any log */
function daysOf(counts: readonly HourCount[]): Days | undefined {
  const all = withoutIsolated(counts.map(({ day, count }) => ({ day: isoToDay(day), count })));
  if (all.length === 0) return undefined;
  const first = all[0].day;
  const length = all.at(-1)!.day - first + 1;
  if (length > LONGEST_DAYS) return undefined;
  const days = new Array<number>(length).fill(0);
  for (const { day, count } of all) days[day - first] += count;
  return { first, counts: days };
}

type DayCount = { day: number; count: number };

function withoutIsolated(days: readonly DayCount[]): DayCount[] {
  const few = Math.max(1, ISOLATED_SHARE * days.reduce((sum, { count }) => sum + count, 0));
  const reach = (ordered: readonly DayCount[]): number | undefined => {
    let rows = 0;
    return ordered.find(({ count }) => (rows += count) > few)?.day;
  };
  const [low, high] = [reach(days), reach(days.toReversed())];
  if (low === undefined || high === undefined) return [];
  return days.filter(({ day }) => day >= low - ISOLATED_DAYS && day <= high + ISOLATED_DAYS);
}

function hoursOf(counts: readonly HourCount[]): number[] {
  const hours = new Array<number>(24).fill(0);
  for (const { hour, count } of counts) hours[hour] += count;
  return hours;
}

/** How many days a picture shows around the longest gap. */
const AROUND_DAYS = 21;
const SHOWN = 5;

function gapFindings(table: ExaminedTable, time: string, { first, counts }: Days, query: string): Found[] {
  const gaps = findGaps(counts);
  if (gaps.length === 0) return [];
  const daysIn = ({ from, to }: { from: number; to: number }): number => to - from + 1;
  const days = gaps.reduce((sum, gap) => sum + daysIn(gap), 0);
  const longest = gaps.reduce((one, gap) => (gap.expected > one.expected ? gap : one));
  const [from, to] = [Math.max(0, longest.from - AROUND_DAYS), Math.min(counts.length, longest.to + AROUND_DAYS + 1)];
  return [
    {
      id: 'gaps',
      rule: 'gaps',
      table: table.business,
      column: time,
      severity: days > 0.02 * counts.length || daysIn(longest) >= 7 ? 'look' : 'note',
      message: ruleMessage('gaps', {
        days,
        from: dayToIso(first + longest.from),
        to: dayToIso(first + longest.to),
        longest: daysIn(longest),
        expected: Math.round(longest.expected),
      }),
      examples: {
        columns: ['from', 'to', 'expected'],
        rows: gaps
          .slice(0, SHOWN)
          .map((gap) => [dayToIso(first + gap.from), dayToIso(first + gap.to), Math.round(gap.expected)]),
      },
      picture: {
        kind: 'days',
        bars: counts.slice(from, to).map((count, i) => ({
          label: dayToIso(first + from + i),
          count,
          ...(from + i >= longest.from && from + i <= longest.to && { marked: true as const }),
        })),
      },
      sql: query,
    },
  ];
}

function shiftFindings(table: ExaminedTable, time: string, { first, counts }: Days, query: string): Found[] {
  // Day 0 was a Thursday: weeks begin on Mondays, and only whole ones count.
  const offset = (7 - ((((first + 3) % 7) + 7) % 7)) % 7;
  const weeks: number[] = [];
  for (let day = offset; day + 7 <= counts.length; day += 7)
    weeks.push(counts.slice(day, day + 7).reduce((a, b) => a + b));
  const shifts = findLevelShifts(weeks);
  if (shifts.length === 0) return [];
  const weekOf = (at: number): string => dayToIso(first + offset + 7 * at);
  const [{ at, factor }] = shifts;
  return [
    {
      id: 'level-shifts',
      rule: 'level-shifts',
      table: table.business,
      column: time,
      severity: 'look',
      message: ruleMessage(factor > 1 ? 'level-shifts.up' : 'level-shifts.down', {
        count: shifts.length,
        week: weekOf(at),
        change: factor > 1 ? factor : 1 - factor,
      }),
      examples: {
        columns: ['from', 'factor'],
        rows: shifts.slice(0, SHOWN).map((shift) => [weekOf(shift.at), Number(shift.factor.toFixed(2))]),
      },
      picture: {
        kind: 'weeks',
        bars: weeks
          .map((count, i) => ({ label: weekOf(i), count, ...(i >= at && { marked: true as const }) }))
          .slice(Math.max(0, at - 52), at + 52),
      },
      citations: ['friedGather2007', 'hampel1974'],
      sql: query,
    },
  ];
}

function seamFindings(table: ExaminedTable, time: string, counts: readonly HourCount[], query: string): Found[] {
  const months = new Map<string, number[]>();
  for (const { day, hour, count } of counts) {
    const month = day.slice(0, 7);
    const hours = months.get(month) ?? new Array<number>(24).fill(0);
    hours[hour] += count;
    months.set(month, hours);
  }
  const names = [...months.keys()];
  const { daylight, others } = partSeams(findSeams([...months.values()]), (at) => Number(names[at].slice(5)));
  const told = [
    { id: 'time-zones.daylight', seams: daylight, severity: 'note' as const },
    { id: 'time-zones.months', seams: others, severity: 'look' as const },
  ];
  return told.flatMap(({ id, seams, severity }): Found[] => {
    if (seams.length === 0) return [];
    const [{ at, hours }] = seams;
    const message = ruleMessage(id, {
      count: seams.length,
      month: `${names[at]}-01`,
      hours: Math.abs(hours),
      direction: hours > 0 ? 'later' : 'earlier',
    });
    const picture = hoursPicture(months.get(names[at])!);
    return [{ id, rule: 'time-zones', table: table.business, column: time, severity, message, picture, sql: query }];
  });
}

function hoursPicture(counts: readonly number[]): Found['picture'] {
  return { kind: 'hours', bars: counts.map((count, hour) => ({ label: `${hour}:00`, count })) };
}

async function sourceFindings(
  { database, options }: ExamineContext,
  table: ExaminedTable,
  time: string,
): Promise<Found[]> {
  const source = SOURCES.find((name) => hasColumns(table, name) && !columnOf(table, name)!.isFixed);
  if (!source) return [];
  const [name, column] = [identifier(source), identifier(time)];
  const query = sql`SELECT ${name} AS source, hour(${column}) AS hour, count(*) AS count FROM ${table.from}
    WHERE ${name} IN (SELECT ${name} FROM ${table.from} WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 20) AND ${column} IS NOT NULL
    GROUP BY ALL`;
  const rows = await database.rows<{ source: string; hour: number; count: number }>(query, options);
  const bySource = new Map<string, number[]>();
  for (const { source: one, hour, count } of rows) {
    const hours = bySource.get(one) ?? new Array<number>(24).fill(0);
    hours[hour] += count;
    bySource.set(one, hours);
  }
  const size = (hours: readonly number[]): number => hours.reduce((a, b) => a + b, 0);
  const [largest, ...others] = [...bySource].sort((a, b) => size(b[1]) - size(a[1]) || (a[0] < b[0] ? -1 : 1));
  return others.flatMap(([other, hours]): Found[] => {
    const shift = hourShift(largest[1], hours);
    if (shift === undefined) return [];
    const all = size([...bySource.values()].flat());
    return [
      {
        id: `time-zones.${source}.${clip(other)}`,
        rule: 'time-zones',
        table: table.business,
        column: time,
        severity: 'look',
        message: ruleMessage('time-zones.sources', {
          source: clip(other),
          other: clip(largest[0]),
          column: columnLabel(table, source),
          hours: Math.abs(shift),
          direction: shift > 0 ? 'later' : 'earlier',
        }),
        rows: { count: size(hours), share: size(hours) / all },
        picture: hoursPicture(hours),
        sql: query.text,
      },
    ];
  });
}
