import { describe, expect, it } from 'vitest';
import { findGaps, GAP_ALPHA } from '../../src/semantics/quality/gaps.ts';
import { findLevelShifts } from '../../src/semantics/quality/level-shifts.ts';
import { findUnitMixture } from '../../src/semantics/quality/unit-mixture.ts';
import { OUTLIER_ALPHA, outlierLimit } from '../../src/semantics/quality/outlier-limit.ts';
import { randomSource, type Random } from '../../src/statistics/random.ts';
import { magnitudesOf } from '../fixtures/quality/magnitudes.ts';
import { euroAndCents, euroAndYen, twoCrowds } from '../fixtures/quality/two-crowds.ts';
import { poissonDays, weeksWithoutShift, type World } from '../fixtures/quality/series.ts';

const SEEDS = 2000;
/** Upper end of the 99% binomial band around a rate, for so many seeds. */
const mostAlarms = (rate: number): number => SEEDS * rate + 2.576 * Math.sqrt(SEEDS * rate * (1 - rate));

const shareOfAlarms = (raises: (seed: number) => boolean): number => {
  let alarms = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) if (raises(seed)) alarms += 1;
  return alarms;
};

describe('outlierLimit', () => {
  const worlds: Record<string, (random: Random) => number> = {
    'log-normal': (random) => Math.exp(3 + 0.9 * random.normal()),
    gamma: (random) => 20 * random.gamma(2),
    exponential: (random) => 20 * random.exponential(),
    uniform: (random) => 5 + 50 * random.uniform(),
  };
  it.each(Object.entries(worlds).flatMap(([name, draw]) => [200, 5_000].map((n) => ({ name, draw, n }))))(
    'raises a false alarm about $n values that are $name in no more columns than it says',
    ({ draw, n, name }) => {
      const alarms = shareOfAlarms((seed) => {
        const random = randomSource(seed);
        const values = Array.from({ length: n }, () => draw(random));
        return Math.max(...values) > outlierLimit(magnitudesOf(values))!;
      });
      console.info(`${name}, ${n} values: ${alarms} of ${SEEDS}`);
      // The spread is itself an estimate: with 200 values its error adds to the rate.
      expect(alarms).toBeLessThanOrEqual(mostAlarms(n < 1_000 ? 2 * OUTLIER_ALPHA : OUTLIER_ALPHA));
    },
  );
});

describe('findUnitMixture', () => {
  const raises = (values: readonly number[]): boolean => findUnitMixture(magnitudesOf(values)) !== undefined;
  const crowds = [25, 50, 100, 300].flatMap((wholesale) =>
    [3_000, 5_000, 6_000, 8_000].flatMap((middle) => [0.2, 0.4, 0.6].map((sigma) => ({ wholesale, middle, sigma }))),
  );
  it.each(crowds)(
    'takes $wholesale wholesale orders about $middle, spread $sigma, for cents in 1% of shops at most',
    (crowd) => {
      const alarms = shareOfAlarms((seed) => raises(twoCrowds({ ...crowd, seed })));
      console.info(`units, ${JSON.stringify(crowd)}: ${alarms} of ${SEEDS}`);
      expect(alarms).toBeLessThanOrEqual(mostAlarms(0.01));
    },
  );

  it.each([25, 50, 100, 400])('takes %d orders in yen for cents in 1% of shops at most', (yen) => {
    const alarms = shareOfAlarms((seed) => raises(euroAndYen(yen, seed)));
    console.info(`units, ${yen} in yen: ${alarms} of ${SEEDS}`);
    expect(alarms).toBeLessThanOrEqual(mostAlarms(0.01));
  });

  it('finds 200 orders in cents in nine of ten shops', () => {
    const found = shareOfAlarms((seed) => raises(euroAndCents(200, seed)));
    console.info(`units, 200 in cents: ${found} of ${SEEDS}`);
    expect(found).toBeGreaterThan(0.9 * SEEDS);
  });
});

describe('findLevelShifts', () => {
  // Two years of weeks; the rates are those of the documentation.
  it.each<[World, number]>([
    ['independent', 0.01],
    ['poisson', 0.01],
    ['trend', 0.01],
    ['season', 0.01],
    ['autocorrelated', 0.04],
  ])('raises a false alarm in no more series than it says in a world that is %s', (world, rate) => {
    const alarms = shareOfAlarms((seed) => findLevelShifts(weeksWithoutShift(world, 104, seed)).length > 0);
    console.info(`${world}: ${alarms} of ${SEEDS}`);
    expect(alarms).toBeLessThanOrEqual(mostAlarms(rate));
  });

  it('finds nine of ten doublings in noise of 10%', () => {
    const found = shareOfAlarms((seed) => {
      const at = 20 + (seed % 60);
      const weeks = weeksWithoutShift('independent', 104, seed).map((count, week) => (week < at ? count : 2 * count));
      return findLevelShifts(weeks).some((shift) => Math.abs(shift.at - at) <= 1);
    });
    console.info(`doublings: ${found} of ${SEEDS}`);
    expect(found).toBeGreaterThan(0.9 * SEEDS);
  });
});

describe('findGaps', () => {
  it.each([0, 1, 2])('raises a false alarm in no more series than it says, with dispersion %d', (dispersion) => {
    const alarms = shareOfAlarms((seed) => {
      const mean = 2 + 40 * randomSource(seed, 1).uniform();
      return findGaps(poissonDays({ days: 365, mean, seed, dispersion })).length > 0;
    });
    console.info(`gaps, dispersion ${dispersion}: ${alarms} of ${SEEDS}`);
    expect(alarms).toBeLessThanOrEqual(mostAlarms(GAP_ALPHA));
  });
});
