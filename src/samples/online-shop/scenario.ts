import { isoToDay } from '../../core/time.ts';

/*
 * All that is true of the online shop. Times are days since 1970-01-01; rates are per week, as on the average day before service
 * conversations came in.
 */

/** The log covers [start, end): 24 months. */
export const START = isoToDay('2024-07-01');
export const END = isoToDay('2026-07-01');

export const CUSTOMERS = 20_000;

/** BG/NBD: how often customers buy, and how soon they leave. */
export const PURCHASING = { r: 0.9, alpha: 9, a: 0.9, b: 2.8 };

/** Gamma-Gamma: what an order is worth, in euros. */
export const SPENDING = { p: 6, q: 6, v: 52 };

export type Segment = 'fashion' | 'home' | 'electronics';
export const SEGMENTS = ['fashion', 'home', 'electronics'] as const satisfies readonly Segment[];
export const SEGMENT_SHARES = [0.4, 0.35, 0.25];

/** The recommender multiplies the rate of purchases of those who have it, from the day of their assignment on. */
export const RECOMMENDER = {
  initiative: 'AI recommender',
  treated: 'recommender',
  startDay: isoToDay('2026-01-12'),
  rateRatio: { fashion: 1.45, home: 1.25, electronics: 1 } satisfies Record<Segment, number>,
};

/** Sent to customers who are about to buy; it changes nothing that they do. */
export const DISCOUNT = {
  initiative: 'Spring discount',
  treated: 'discount',
  startDay: isoToDay('2026-03-16'),
  /** Of those who buy within `foreseenDays` so many are on the list; of all others so many. */
  foreseenDays: 21,
  shareOfBuyers: 0.9,
  shareOfOthers: 0.012,
  validDays: 14,
  rate: 0.1,
};

export const CONTROL = 'control';

/** What `return` and `experiment` count by default. */
export const WINDOW_DAYS = 90;

/** Service conversations are on record from here on, and matter from here on. */
export const SERVICE = {
  startDay: isoToDay('2025-10-01'),
  /** Of orders that lead to a conversation. */
  contactShare: 0.18,
  handlers: ['ai', 'person', 'both'] as const,
  handlerShares: [0.5, 0.35, 0.15],
  /** How often the first contact settles the matter. */
  resolvedShare: { ai: 0.6, person: 0.8, both: 0.45 },
  /** Of those whose matter was not settled so many leave on the spot; of the others nobody does for that. */
  leavesUnresolved: 0.3,
};

/** Scores are a normal draw, rounded and cut to the scale. */
export const SATISFACTION = {
  csat: { resolved: 4.4, unresolved: 2.5, spread: 0.8, answers: 0.45 },
  nps: { plain: 8.2, resolved: 8.7, unresolved: 5.2, spread: 1.7, asked: 0.3, answers: 0.4 },
};

export const TOUCHES = {
  newsletterShare: 0.2,
  opened: { ai: 0.27, person: 0.24 },
  clickedOfOpened: { ai: 0.13, person: 0.1 },
  costEach: 0.012,
};

export const MEMBERSHIP = { share: 0.12, monthly: 3.9, leavesPerMonth: 0.045 };

/** Share of the price that is margin. */
export const MARGIN = { fashion: 0.5, home: 0.42, electronics: 0.2, beauty: 0.55 };
export type Category = keyof typeof MARGIN;
export const CATEGORIES = Object.keys(MARGIN) as Category[];

/** What the customers of a segment put into their baskets, in the order of `CATEGORIES`. */
export const BASKETS: Record<Segment, readonly number[]> = {
  fashion: [0.66, 0.1, 0.04, 0.2],
  home: [0.12, 0.68, 0.08, 0.12],
  electronics: [0.08, 0.12, 0.72, 0.08],
};

/** Mean share of an order's amount that is margin. */
export function marginShare(segment: Segment): number {
  return CATEGORIES.reduce((sum, category, i) => sum + BASKETS[segment][i] * MARGIN[category], 0);
}

/** Chance to leave after a purchase, service included, of a customer with the chance `p` to leave by nature. */
export function chanceToLeave(p: number): number {
  const unresolved = SERVICE.handlers.reduce(
    (sum, handler, i) => sum + SERVICE.handlerShares[i] * (1 - SERVICE.resolvedShare[handler]),
    0,
  );
  return 1 - (1 - p) * (1 - SERVICE.contactShare * unresolved * SERVICE.leavesUnresolved);
}
