import { identifier, sql, type Sql } from '../../database/sql.ts';
import { hasColumns, type ExaminedTable } from './examined.ts';
import type { RemedyKind } from './remedy.ts';

/** A row that cannot be, told by its own values. */
export interface RowRule {
  /** Unique within its table, such as `future.ordered_at`. */
  id: string;
  /** What is said of it: the key below `quality.found.impossible`. */
  says: string;
  column: string;
  /** Further columns that an example shows. */
  shown: readonly string[];
  condition: Sql;
  remedy?: RemedyKind;
}

/** Times that tell of what has happened; a plan may lie ahead. */
const PAST = [
  'joined_at',
  'birth_date',
  'ordered_at',
  'occurred_at',
  'opened_at',
  'closed_at',
  'answered_at',
  'created_at',
  'won_at',
  'lost_at',
  'assigned_at',
];
/** No customer of today was born, and no system kept a log, before. */
const OLDEST = { birth_date: '1900-01-02', other: '1970-01-02' };
const OLDEST_AGE_YEARS = 120;

/** Amounts that are never below zero. A quantity or an order below zero is a return. */
const NEVER_NEGATIVE: Readonly<Record<string, readonly string[]>> = {
  orders: ['discount'],
  order_items: ['unit_price'],
  products: ['price', 'cost'],
  touches: ['cost'],
  conversations: ['contacts', 'wait_seconds', 'handle_seconds'],
  leads: ['amount'],
  subscriptions: ['monthly_amount'],
  journeys: ['conversions', 'value', 'nulls'],
};

/** Which time cannot come before which. */
const IN_ORDER: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  customers: [['birth_date', 'joined_at']],
  conversations: [['opened_at', 'closed_at']],
  leads: [
    ['created_at', 'won_at'],
    ['created_at', 'lost_at'],
  ],
  subscriptions: [['started_at', 'ended_at']],
  initiatives: [['started_at', 'ended_at']],
};

/**
 * What cannot be in a table that has these columns.
 * @param today ISO date: a day later is still today somewhere
 */
export function impossibleRules(table: ExaminedTable, today: string): RowRule[] {
  const has = (...names: string[]): boolean => hasColumns(table, ...names);
  const isNeeded = (name: string): boolean => table.columns.some((column) => column.name === name && column.required);
  const cure = (name: string): RemedyKind => (isNeeded(name) ? 'leave-out' : 'empty');
  const times = PAST.filter((name) => has(name));
  const { business } = table;
  return [
    ...times.map((name): RowRule => {
      const condition = sql`${identifier(name)} >= CAST(${today} AS DATE) + INTERVAL 2 DAY`;
      return { id: `future.${name}`, says: 'future', column: name, shown: [name], condition, remedy: cure(name) };
    }),
    ...times.map((name): RowRule => {
      const oldest = name === 'birth_date' ? OLDEST.birth_date : OLDEST.other;
      const condition = sql`${identifier(name)} < CAST(${oldest} AS TIMESTAMP)`;
      return { id: `ancient.${name}`, says: 'ancient', column: name, shown: [name], condition, remedy: cure(name) };
    }),
    ...(has('birth_date') ? [tooOld(today)] : []),
    ...(IN_ORDER[business] ?? []).filter((pair) => has(...pair)).map(([first, second]) => outOfOrder(first, second)),
    ...(NEVER_NEGATIVE[business] ?? [])
      .filter((name) => has(name))
      .map((name): RowRule => {
        const condition = sql`${identifier(name)} < 0`;
        return { id: `negative.${name}`, says: 'negative', column: name, shown: [name], condition, remedy: cure(name) };
      }),
    ...(business === 'leads' && has('won_at', 'lost_at') ? [wonAndLost] : []),
    ...(business === 'surveys' && has('kind', 'score') ? [recommendation] : []),
    ...(business === 'conversations' && has('csat') ? [satisfaction] : []),
    ...(business === 'orders' && has('margin', 'amount') ? [marginAboveAmount] : []),
  ];
}

function tooOld(today: string): RowRule {
  const condition = sql`birth_date >= CAST(${OLDEST.birth_date} AS TIMESTAMP) AND date_diff('year', birth_date, CAST(${today} AS TIMESTAMP)) > ${OLDEST_AGE_YEARS}`;
  return { id: 'age.birth_date', says: 'age', column: 'birth_date', shown: ['birth_date'], condition, remedy: 'empty' };
}

/** A date without an hour lies at midnight: against one only the days are compared. */
function outOfOrder(first: string, second: string): RowRule {
  const [before, after] = [identifier(first), identifier(second)];
  const isDay = (time: Sql): Sql => sql`${time} = date_trunc('day', ${time})`;
  const condition = sql`CASE WHEN ${isDay(before)} OR ${isDay(after)} THEN CAST(${after} AS DATE) < CAST(${before} AS DATE) ELSE ${after} < ${before} END`;
  const id = `order.${first}.${second}`;
  return { id, says: 'order', column: second, shown: [first, second], condition, remedy: 'empty' };
}

const wonAndLost: RowRule = {
  id: 'wonAndLost',
  says: 'wonAndLost',
  column: 'lost_at',
  shown: ['won_at', 'lost_at'],
  condition: sql`won_at IS NOT NULL AND lost_at IS NOT NULL`,
};

/** The question of the net promoter score is answered from 0 to 10. */
const recommendation: RowRule = {
  id: 'score.nps',
  says: 'score',
  column: 'score',
  shown: ['kind', 'score'],
  condition: sql`regexp_matches(lower(kind), '^ *nps') AND (score < 0 OR score > 10 OR score <> trunc(score))`,
  remedy: 'leave-out',
};

/** Scales go to 5, 7, 10 or 100. */
const satisfaction: RowRule = {
  id: 'score.csat',
  says: 'score',
  column: 'csat',
  shown: ['csat'],
  condition: sql`csat < 0 OR csat > 100`,
  remedy: 'empty',
};

const marginAboveAmount: RowRule = {
  id: 'margin',
  says: 'margin',
  column: 'margin',
  shown: ['amount', 'margin'],
  condition: sql`amount > 0 AND margin > amount * 1.000001`,
  remedy: 'empty',
};
