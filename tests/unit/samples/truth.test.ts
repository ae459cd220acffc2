import { describe, expect, it } from 'vitest';
import type { Life } from '../../../src/samples/online-shop/lives.ts';
import {
  BASKETS,
  CATEGORIES,
  DISCOUNT,
  MARGIN,
  RECOMMENDER,
  SERVICE,
  SPENDING,
  WINDOW_DAYS,
} from '../../../src/samples/online-shop/scenario.ts';
import { simulateCosts } from '../../../src/samples/online-shop/costs.ts';
import { simulateLives } from '../../../src/samples/online-shop/lives.ts';
import { dayAt, seasonTime } from '../../../src/samples/online-shop/season.ts';
import { truthOf } from '../../../src/samples/online-shop/truth.ts';
import { randomSource, type Random } from '../../../src/statistics/random.ts';

const CUSTOMERS = 1500;
const RUNS = 200;
const lives = simulateLives(11, CUSTOMERS);
const known = lives.filter(({ purchases }) => purchases[0]! < RECOMMENDER.startDay);

/** Orders within the window of one who may have left before it, purchase by purchase. */
function relive({ rate, leaves, left }: Life, ratio: number, random: Random): number {
  if (left < RECOMMENDER.startDay) return 0;
  const perDay = -Math.log(1 - rate / 7) * ratio;
  let orders = 0;
  for (let day = RECOMMENDER.startDay; ; day = Math.floor(day) + 1) {
    const time = seasonTime(day) + random.exponential() / perDay;
    if (time >= seasonTime(RECOMMENDER.startDay + WINDOW_DAYS)) return orders;
    day = dayAt(time);
    orders += 1;
    if (random.uniform() < leaves || givesUp(random)) return orders;
  }
}

/** After a conversation that settled nothing. */
function givesUp(random: Random): boolean {
  if (random.uniform() >= SERVICE.contactShare) return false;
  const drawn = random.uniform();
  const [ai, person] = SERVICE.handlerShares;
  const handler = drawn < ai! ? 'ai' : drawn < ai! + person! ? 'person' : 'both';
  return random.uniform() >= SERVICE.resolvedShare[handler] && random.uniform() < SERVICE.leavesUnresolved;
}

/** One order’s margin: amount by Gamma-Gamma, of a category of the segment’s basket. */
function marginOf({ segment, amountRate }: Life, random: Random): number {
  let drawn = random.uniform();
  const category = CATEGORIES.find((_, i) => (drawn -= BASKETS[segment][i]!) < 0) ?? CATEGORIES.at(-1)!;
  return (random.gamma(SPENDING.p) / amountRate) * MARGIN[category];
}

/** Mean of the effect over runs, and its standard error. */
function effects(group: readonly Life[], value: (life: Life, orders: number, random: Random) => number) {
  const random = randomSource(99);
  const runs = Array.from({ length: RUNS }, () => {
    let sum = 0;
    for (const life of group) {
      sum += value(life, relive(life, RECOMMENDER.rateRatio[life.segment], random), random);
      sum -= value(life, relive(life, 1, random), random);
    }
    return sum / group.length;
  });
  const mean = runs.reduce((sum, run) => sum + run, 0) / RUNS;
  const variance = runs.reduce((sum, run) => sum + (run - mean) ** 2, 0) / (RUNS - 1);
  return { mean, standardError: Math.sqrt(variance / RUNS) };
}

describe('truthOf', () => {
  const costs = simulateCosts(11, lives, []);
  const truths = truthOf(lives, costs, 0);
  const truth = (group: string, item: string) =>
    truths.find((candidate) => candidate.group === group && candidate.item === item)!.value;

  it.each(['fashion', 'home', 'electronics', ''] as const)(
    'has the orders that lives lived again bring: %s',
    (segment) => {
      const group = segment === '' ? known : known.filter((life) => life.segment === segment);
      const { mean, standardError } = effects(group, (_life, orders) => orders);
      const name = segment === '' ? 'recommender' : `recommender.${segment}`;
      expect(Math.abs(mean - truth(name, 'orders'))).toBeLessThan(3.5 * standardError);
      expect(standardError).toBeLessThan(0.005);
    },
  );

  it('has the margin that lives lived again bring', () => {
    const { mean, standardError } = effects(known, (life, orders, random) => {
      let sum = 0;
      for (let i = 0; i < orders; i++) sum += marginOf(life, random);
      return sum;
    });
    expect(Math.abs(mean - truth('recommender', 'margin'))).toBeLessThan(3.5 * standardError);
    expect(standardError).toBeLessThan(0.1 * truth('recommender', 'margin'));
  });

  it('has a return that follows from the margin, the treated and the costs', () => {
    const treated = known.filter(({ recommender }) => recommender).length;
    const gained = truth('recommender', 'margin') * treated;
    expect(truth('recommender', 'incrementalMargin')).toBeCloseTo(gained, 8);
    expect(truth('recommender', 'netReturn')).toBeCloseTo(gained - truth('recommender', 'cost'), 8);
    expect(truth('recommender', 'roi')).toBeCloseTo(gained / truth('recommender', 'cost') - 1, 10);
  });

  it('has a discount that brings nothing and returns its costs with a minus', () => {
    for (const item of ['orders', 'revenue', 'margin', 'incrementalMargin']) expect(truth('discount', item)).toBe(0);
    expect(truth('discount', 'netReturn')).toBe(-truth('discount', 'cost'));
    expect(truth('discount', 'roi')).toBe(-1);
  });

  it('counts all costs of the discount within its window of 30 days', () => {
    const spent = costs.filter(({ initiative }) => initiative === DISCOUNT.initiative);
    expect(spent.every(({ day }) => day < DISCOUNT.startDay + 30)).toBe(true);
    expect(truth('discount', 'cost')).toBeCloseTo(
      spent.reduce((sum, { amount }) => sum + amount, 0),
      8,
    );
    const windows = truths.filter(({ group }) => group === 'discount').map(({ of }) => of!.parameters.windowDays);
    expect(new Set(windows)).toEqual(new Set([30]));
  });
});
