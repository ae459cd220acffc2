import { throwIfCancelled } from '../../core/errors.ts';
import { message, type Message } from '../../core/message.ts';
import type { ReportProgress } from '../../core/progress.ts';
import type { Database, QueryOptions } from '../../database/database.ts';
import { sql, type Sql } from '../../database/sql.ts';
import type { RawTable } from '../raw-tables.ts';
import { alikeByBirth, planBirthBlock } from './birth-blocks.ts';
import { birthShifts, chancePairs, shiftCount, shiftsWithin } from './chance.ts';
import { reviewChains } from './components.ts';
import {
  comparePairs,
  countContradictions,
  createPairs,
  dropCompared,
  keepDuplicates,
  keepOneToOne,
  PAIRS,
  settleJoined,
} from './pairs.ts';
import {
  peopleTiers,
  type ChancePairs,
  type PeopleOutcome,
  type PeopleSetup,
  type PeopleSide,
  type PeopleSource,
  type PeopleTier,
  type ReviewReason,
} from './people.ts';
import { emptySharedValues } from './shared-values.ts';
import { dropSides, makeSide, SIDES } from './sides.ts';
import { canMatchBy, EXACT_JOINS, nearBirths } from './tier-joins.ts';

/** Pairs of the surest tier by birth date are joined without a look only when chance likely brings about at most this share of them. */
export const MOST_CHANCE = 0.05;
/** The same of the upper end of its interval: with few pairs not even a chance of none can be told well. */
export const MOST_CHANCE_AT_WORST = 0.2;
/** Where more pairs with one id than this share have values of two people, ids of the two tables mean different things. */
export const MOST_CONTRADICTING = 0.3;

interface Run {
  database: Database;
  setup: PeopleSetup;
  sides: readonly [Sql, Sql];
  /** No pair twice, nobody with itself. */
  pairs: Sql;
  options: QueryOptions;
  notices: Message[];
}

/**
 * Finds who is the same person in two tables, or several times in one, tier by tier, the surest first: who is joined in one is out
 * of the question in the next. The pairs are in the table `PAIRS` afterwards; those that were there before go first.
 * @param raw the tables of the setup
 * @throws AppError `cancelled`
 */
export async function matchPeople(
  database: Database,
  setup: PeopleSetup,
  raw: { left: RawTable; right?: RawTable },
  { signal, progress }: { signal: AbortSignal; progress: ReportProgress },
): Promise<PeopleOutcome> {
  const options = { signal };
  const notices: Message[] = [];
  const tiers = peopleTiers.filter((tier) => canMatchBy(tier, setup));
  const total = tiers.length + 2;
  try {
    await progress({ phase: 'people-reading', done: 0, total });
    const left = await readSide(database, 'left', setup.left, raw.left, setup, notices, options);
    await progress({ phase: 'people-reading', done: 1, total });
    const right = setup.right && (await readSide(database, 'right', setup.right, raw.right!, setup, notices, options));
    await createPairs(database);
    const sides = [SIDES.left, right ? SIDES.right : SIDES.left] as const;
    const run: Run = { database, setup, sides, pairs: right ? sql`true` : sql`l.n < r.n`, options, notices };
    const chances = new Map<PeopleTier, ChancePairs | undefined>();
    for (const [i, tier] of tiers.entries()) {
      await progress({ phase: 'people-matching', done: 2 + i, total });
      chances.set(tier, await matchTier(run, tier));
      throwIfCancelled(signal);
    }
    if (!right) await reviewChains(database, SIDES.left, options);
    return {
      ...{ left, ...(right && { right }), notices },
      tiers: await countTiers(database, tiers, chances, options),
      without: peopleTiers.filter((tier) => !tiers.includes(tier)),
    };
  } catch (error) {
    await database.run(sql`DROP TABLE IF EXISTS ${PAIRS}`);
    throw error;
  } finally {
    await dropCompared(database);
    await dropSides(database);
  }
}

async function readSide(
  database: Database,
  side: keyof typeof SIDES,
  source: PeopleSource,
  raw: RawTable,
  setup: PeopleSetup,
  notices: Message[],
  options: QueryOptions,
): Promise<PeopleSide> {
  const { nobodys, ...read } = await makeSide(database, side, source, raw, setup, options);
  const { table, withoutId } = read;
  if (withoutId > 0) notices.push(message('people.notice.without-id', { table, rows: withoutId }));
  if (nobodys > 0) notices.push(message('people.notice.nobodys', { table, people: nobodys }));
  notices.push(...(await emptySharedValues(database, SIDES[side], read, options)));
  return read;
}

/** @returns how many of its pairs are likely of strangers, where that can be told */
async function matchTier(run: Run, tier: PeopleTier): Promise<ChancePairs | undefined> {
  const { database, sides, setup, options, notices } = run;
  const { find, chance } = await candidates(run, tier);
  const found = await comparePairs(database, find(...sides, run.pairs), tier, sides, options);
  const likely = found > 0 ? await chance?.(found) : undefined;
  let doubt: ReviewReason | undefined = tier.endsWith('-like') ? 'alike' : undefined;
  const isLikely = likely && (likely.value > MOST_CHANCE * found || likely.high > MOST_CHANCE_AT_WORST * found);
  doubt ??= isLikely ? 'chance' : undefined;
  if (tier === 'id') {
    const { comparable, contradicting } = await countContradictions(database, options);
    if (contradicting > MOST_CONTRADICTING * comparable) {
      notices.push(message('people.notice.ids-differ', { pairs: comparable, contradicting }));
      return undefined;
    }
    if (comparable === 0) doubt = 'id-only';
  }
  if (setup.right) {
    await keepOneToOne(database, tier, doubt, options);
    await settleJoined(database, sides, options);
  } else {
    await keepDuplicates(database, tier, doubt, options);
  }
  return likely;
}

interface Candidates {
  find: (left: Sql, right: Sql, pairs: Sql) => Sql;
  chance?: (found: number) => Promise<ChancePairs>;
}

async function candidates(run: Run, tier: PeopleTier): Promise<Candidates> {
  const { database, sides, setup, options, notices } = run;
  const surroundings = { database, sides, options, isOneTable: !setup.right };
  const shifts = (pairs: number, most = Infinity): number[] =>
    birthShifts(Math.min(shiftCount(pairs), most), !setup.right);
  if (tier === 'name-like') {
    const block = await planBirthBlock(database, sides, options);
    if (block.letters > 0) {
      notices.push(message('people.notice.narrowed', { letters: block.letters, leftOut: block.leftOut }));
    }
    const find: Candidates['find'] = (left, right, pairs) => alikeByBirth(left, right, pairs, block);
    return { find, chance: (found) => chancePairs(surroundings, found, shifts(block.pairs), find, 'days') };
  }
  const people = await sizeOf(database, sides, options);
  if (tier === 'birth-like') {
    return {
      find: nearBirths,
      chance: async (found) => {
        const most = await shiftsWithin(database, sides[0], !setup.right, options);
        return chancePairs(surroundings, found, shifts(4 * people, most), nearBirths, 'years');
      },
    };
  }
  const find: Candidates['find'] = (left, right, pairs) =>
    sql`SELECT l.n AS l, r.n AS r FROM ${left} AS l JOIN ${right} AS r ON ${EXACT_JOINS[tier]} WHERE ${pairs}`;
  if (tier !== 'name-birth') return { find };
  return { find, chance: (found) => chancePairs(surroundings, found, shifts(4 * people), find, 'days') };
}

async function sizeOf(database: Database, [left, right]: Run['sides'], options: QueryOptions): Promise<number> {
  const [{ people }] = await database.rows<{ people: number }>(
    sql`SELECT (SELECT count(*) FROM ${left}) + (SELECT count(*) FROM ${right}) AS people`,
    options,
  );
  return people;
}

async function countTiers(
  database: Database,
  tiers: readonly PeopleTier[],
  chances: ReadonlyMap<PeopleTier, ChancePairs | undefined>,
  options: QueryOptions,
): Promise<PeopleOutcome['tiers']> {
  const counted = await database.rows<{ tier: PeopleTier; joined: number; review: number }>(
    sql`SELECT tier, count(*) FILTER (status = 'joined') AS joined, count(*) FILTER (status = 'review') AS review FROM ${PAIRS} GROUP BY 1`,
    options,
  );
  return tiers.map((tier) => {
    const { joined, review } = counted.find((one) => one.tier === tier) ?? { joined: 0, review: 0 };
    const chance = chances.get(tier);
    return { tier, joined, review, ...(chance && { chance }) };
  });
}
