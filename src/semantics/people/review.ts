import type { Database, QueryOptions } from '../../database/database.ts';
import { identifier, join, sql, type Sql } from '../../database/sql.ts';
import { ROW_COLUMN } from '../../core/table-info.ts';
import { rawName } from '../raw-tables.ts';
import { decidedQuery, type PairState, type PeopleDecisions } from './decided.ts';
import type { PeopleRole, PeopleSetup, PeopleSource, PeopleTier, ReviewReason } from './people.ts';

/** One record of a pair: its id or row number, and what stands in its columns. */
export interface ReviewRecord {
  key: string;
  values: Partial<Record<PeopleRole, string>>;
}

export interface ReviewPair {
  left: ReviewRecord;
  right: ReviewRecord;
  tier: PeopleTier;
  /** How alike the names are, in [0, 1]; absent where one is not known. */
  similarity?: number;
  /** In what the two agree: of email, phone, name, birth. */
  agreed: string[];
  reason?: ReviewReason;
  state: PairState;
}

/** Of which pairs: those that wait, or those that the analyst has decided on one by one. */
export type ReviewFilter = 'open' | 'decided';

export type PairCounts = Record<PairState, number>;

export async function countPairs(
  database: Database,
  decisions: PeopleDecisions,
  isOneTable: boolean,
  options: QueryOptions = {},
): Promise<PairCounts> {
  const counted = await database.rows<{ state: PairState; pairs: number }>(
    sql`SELECT state, count(*) AS pairs FROM (${decidedQuery(decisions, isOneTable)}) GROUP BY 1`,
    options,
  );
  const none: PairCounts = { joined: 0, accepted: 0, rejected: 0, open: 0, settled: 0 };
  return { ...none, ...Object.fromEntries(counted.map(({ state, pairs }) => [state, pairs])) };
}

/** Pairs with what stands in their records: those that are most alike first, and those of one person one after the other. */
export async function readPairs(
  database: Database,
  { left, right = left }: PeopleSetup,
  decisions: PeopleDecisions,
  isOneTable: boolean,
  { filter, offset, limit }: { filter: ReviewFilter; offset: number; limit: number },
  options: QueryOptions = {},
): Promise<ReviewPair[]> {
  const wanted = filter === 'open' ? sql`state = 'open'` : sql`decided_by = 'analyst' AND state <> 'open'`;
  const listed = sql`SELECT * FROM (${decidedQuery(decisions, isOneTable)}) WHERE ${wanted}
    ORDER BY coalesce(list_position(['alike', 'chance', 'id-only', 'contradiction', 'several', 'chain', 'apart'], reason), 0),
      CASE WHEN reason IN ('several', 'chain', 'apart') THEN 0 ELSE -similarity END, l, r LIMIT ${limit} OFFSET ${offset}`;
  const { rows } = await database.table(
    sql`SELECT p.left_key, p.right_key, p.tier, p.similarity, p.agreed, p.reason, p.state, ${join([...shown(left, 'a'), ...shown(right, 'b')])}
      FROM (SELECT *, row_number() OVER () AS place FROM (${listed})) AS p
      LEFT JOIN ${rawName(left.table)} AS a ON a.${identifier(ROW_COLUMN)} = p.left_row
      LEFT JOIN ${rawName(right.table)} AS b ON b.${identifier(ROW_COLUMN)} = p.right_row ORDER BY p.place`,
    options,
  );
  const roles = (source: PeopleSource): PeopleRole[] => Object.keys(source.columns) as PeopleRole[];
  return rows.map(([leftKey, rightKey, tier, similarity, agreed, reason, state, ...values]) => {
    const record = (key: unknown, source: PeopleSource, from: number): ReviewRecord => ({
      key: String(key),
      values: Object.fromEntries(
        roles(source).flatMap((role, i) => {
          const value = values[from + i];
          return value === null || value === undefined ? [] : [[role, String(value)]];
        }),
      ),
    });
    return {
      left: record(leftKey, left, 0),
      right: record(rightKey, right, roles(left).length),
      tier: tier as PeopleTier,
      ...(typeof similarity === 'number' && { similarity }),
      agreed: agreed === '' ? [] : String(agreed).split(','),
      ...(reason !== null && { reason: reason as ReviewReason }),
      state: state as PairState,
    };
  });
}

/** The columns of a source as text, no longer than it can be read. */
function shown({ columns }: PeopleSource, alias: string): Sql[] {
  return Object.values(columns).map((column) => sql`left(CAST(${identifier(alias, column)} AS VARCHAR), 200)`);
}
