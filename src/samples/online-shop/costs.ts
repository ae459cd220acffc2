import { isoToDay } from '../../core/time.ts';
import { randomSource } from '../../statistics/random.ts';
import { STREAMS, type Life } from './lives.ts';
import type { Order } from './orders.ts';
import { DISCOUNT, END, RECOMMENDER, START } from './scenario.ts';

export interface CostRow {
  day: number;
  category: 'technology' | 'team' | 'incentive' | 'media' | 'other';
  initiative: string | null;
  amount: number;
}

/** What the shop spends: month by month on new customers and service, and on the two initiatives. */
export function simulateCosts(seed: number, lives: readonly Life[], orders: readonly Order[]): CostRow[] {
  const random = randomSource(seed, STREAMS.costs);
  const rows: CostRow[] = [];
  for (const month of monthStarts()) {
    const next = nextMonth(month);
    const joined = lives.filter(({ purchases }) => purchases[0] >= month && purchases[0] < next).length;
    rows.push(
      { day: next - 1, category: 'media', initiative: null, amount: cents(joined * (12 + 4 * random.uniform())) },
      { day: next - 1, category: 'team', initiative: null, amount: cents(5200 + 600 * random.uniform()) },
      { day: next - 1, category: 'technology', initiative: null, amount: cents(1900 + 200 * random.uniform()) },
    );
  }
  return [...rows, ...ofRecommender(), ...ofDiscount(lives, orders)].sort((a, b) => a.day - b.day);
}

function ofRecommender(): CostRow[] {
  const { initiative } = RECOMMENDER;
  const months = monthStarts().filter((month) => month >= isoToDay('2026-01-01'));
  return [
    { day: RECOMMENDER.startDay - 6, category: 'technology', initiative, amount: 3900 },
    { day: RECOMMENDER.startDay - 3, category: 'other', initiative, amount: 650 },
    ...months.flatMap((month): CostRow[] => [
      { day: Math.max(month, RECOMMENDER.startDay), category: 'technology', initiative, amount: 880 },
      { day: nextMonth(month) - 1, category: 'team', initiative, amount: 940 },
    ]),
  ];
}

function ofDiscount(lives: readonly Life[], orders: readonly Order[]): CostRow[] {
  const { initiative, startDay, validDays } = DISCOUNT;
  const sent = lives.filter(({ discount }) => discount).length;
  const redeemed = orders.reduce((sum, { discount }) => sum + discount, 0);
  return [
    { day: startDay - 2, category: 'team', initiative, amount: 420 },
    { day: startDay, category: 'media', initiative, amount: cents(sent * 0.06) },
    { day: startDay + validDays, category: 'incentive', initiative, amount: cents(redeemed) },
  ];
}

function monthStarts(): number[] {
  const starts: number[] = [];
  for (let day = START; day < END; day = nextMonth(day)) starts.push(day);
  return starts;
}

/** First day of the month after the one that starts on `day`. */
function nextMonth(day: number): number {
  const date = new Date(0);
  date.setUTCDate(date.getUTCDate() + day);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.getTime() / 86_400_000;
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
