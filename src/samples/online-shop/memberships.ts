import { randomSource } from '../../statistics/random.ts';
import { STREAMS, type Life } from './lives.ts';
import { END, MEMBERSHIP } from './scenario.ts';

export interface Membership {
  customer: number;
  start: number;
  /** Null: still a member. */
  end: number | null;
  monthly: number;
  renewed: boolean;
}

const MONTH = 30.4375;

/** The paid club: joined some weeks after the first purchase, left at the end of a month. */
export function simulateMemberships(seed: number, lives: readonly Life[]): Membership[] {
  const random = randomSource(seed, STREAMS.memberships);
  const memberships: Membership[] = [];
  lives.forEach((life, customer) => {
    const joins = random.uniform() < MEMBERSHIP.share;
    const start = Math.floor(life.purchases[0] + 60 * random.uniform());
    const months = 1 + Math.floor(random.exponential() / -Math.log1p(-MEMBERSHIP.leavesPerMonth));
    if (!joins || start >= END) return;
    const end = Math.floor(start + months * MONTH);
    memberships.push({
      ...{ customer, start, monthly: MEMBERSHIP.monthly },
      end: end < END ? end : null,
      renewed: months > 12 && start + 12 * MONTH < END,
    });
  });
  return memberships.sort((a, b) => a.start - b.start);
}
