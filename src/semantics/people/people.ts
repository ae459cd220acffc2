import type { Message } from '../../core/message.ts';
import type { Source } from '../mapping.ts';

/** What a column says of a person. A name stands in one column, or in two. */
export type PeopleRole = 'id' | 'email' | 'phone' | 'name' | 'given' | 'family' | 'birth';

/** A raw table of people, and which column plays which role. */
export interface PeopleSource {
  table: string;
  columns: Partial<Record<PeopleRole, string>>;
}

/** Two tables whose people are joined up, or one whose people may be there several times. */
export interface PeopleSetup {
  left: PeopleSource;
  right?: PeopleSource;
  /** Dots and what follows a `+` do not count in addresses of Gmail. */
  gmail: boolean;
  /** Calling code of phone numbers that are written without one, digits only. */
  country: string;
}

/** What speaks for two records being one person, the surest first. */
export const peopleTiers = [
  'id',
  'email-exact',
  'email-clean',
  'phone-exact',
  'phone-clean',
  'name-birth',
  'name-like',
  'birth-like',
] as const;
export type PeopleTier = (typeof peopleTiers)[number];

/**
 * Why a pair is left to the analyst: it fits several, its values contradict each other, or it is alike, or has one id, and no more;
 * `apart`: it would join two of whom the analyst has said that they are two.
 */
export type ReviewReason = 'several' | 'contradiction' | 'alike' | 'chain' | 'chance' | 'id-only' | 'apart';

/** How many of a tier's pairs are likely of strangers, from birth dates that were moved. */
export interface ChancePairs {
  value: number;
  low: number;
  high: number;
  level: number;
}

export interface TierCount {
  tier: PeopleTier;
  joined: number;
  review: number;
  /** Where chance can bring two strangers together; absent where it cannot be told. */
  chance?: ChancePairs;
}

/** What was read of one table. */
export interface PeopleSide {
  table: string;
  people: number;
  /** Rows without an id where the table has ids. */
  withoutId: number;
}

export interface PeopleOutcome {
  left: PeopleSide;
  right?: PeopleSide;
  tiers: TierCount[];
  /** Values that were not used and why, blocks that were narrowed. */
  notices: Message[];
  /** The tiers for which a column is missing. */
  without: PeopleTier[];
}

/** What the analyst has said of one pair, by the ids (or row numbers) of its two records. */
export interface PeopleDecision {
  left: string;
  right: string;
  same: boolean;
}

/** Joined people in force: the table of matches, and whose ids the business tables hold. */
export interface AppliedPeople {
  /** Raw table of the matches. */
  matches: string;
  left: PeopleSource;
  right?: PeopleSource;
  /**
   * By business table: the raw table that it was made of, and of which source its customer ids are; `source`: where they were read,
   * as another column may hold the ids of somebody else.
   */
  ids: Record<string, { raw: string; side: 'left' | 'right'; source?: Source }>;
}
