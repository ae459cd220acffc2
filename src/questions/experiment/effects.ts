import type { Unit } from '../../core/units.ts';
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts';
import { deltaRatioInterval } from '../../statistics/delta-ratio.ts';
import { fiellerInterval } from '../../statistics/fieller.ts';
import { holm } from '../../statistics/holm.ts';
import { normalQuantile } from '../../statistics/normal-quantile.ts';
import { testProportions } from '../../statistics/proportions.ts';
import { meanVariance } from '../../statistics/sample-moments.ts';
import { studentTQuantile } from '../../statistics/student-t.ts';
import { meanInterval, welchTest, type WelchTest } from '../../statistics/welch.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';
import type { Correction, Method } from './question.ts';
import { sampleFor, type Experiment, type Metric, type Sample } from './samples.ts';

export interface Range {
  low: number;
  high: number;
}

/** One metric of one variant against the control. */
export interface Effect {
  metric: string;
  variant: string;
  unit: Unit;
  n: number;
  controlN: number;
  /** Mean of the variant less the control's. */
  difference: number;
  absolute: Range;
  /** Not of the score test. */
  degreesOfFreedom?: number;
  pValue: number;
  pAdjusted: number;
  /** The difference as a share of the control's mean; left out where its interval is unbounded or that mean not above 0. */
  relative?: Range & { value: number };
  /** The same by the delta method, as other tools give it. */
  relativeDelta?: Range;
}

type Unadjusted = Omit<Effect, 'pAdjusted'>;

export interface Comparison {
  method: Method;
  correction: Correction;
  level: number;
}

/** Every metric of every variant against the control, with p-values adjusted for all of them. */
export function effectsOf({ metrics, groups, control }: Experiment, comparison: Comparison): Effect[] {
  const effects = metrics.flatMap((metric) =>
    groups.flatMap(({ variant }) => (variant === control ? [] : effectOf(metric, variant, control, comparison))),
  );
  const pValues = effects.map(({ pValue }) => pValue);
  const adjusted = comparison.correction === 'holm' ? holm(pValues) : benjaminiHochberg(pValues);
  return effects.map((effect, i) => ({ ...effect, pAdjusted: adjusted[i] }));
}

function effectOf(metric: Metric, variant: string, control: string, { method, level }: Comparison): Unadjusted[] {
  const [treated, untreated] = [sampleFor(metric.samples, variant), sampleFor(metric.samples, control)];
  if (!treated || !untreated || treated.n < 2 || untreated.n < 2) return [];
  const effect = method === 'proportion' ? byScores(treated, untreated, level) : byMeans(treated, untreated, level);
  if (!effect) return [];
  const shared = { metric: metric.name, variant, unit: metric.unit, n: treated.n, controlN: untreated.n };
  return [{ ...shared, ...effect }];
}

/** Welch's test of two samples; undefined where one has fewer than two values or nothing varies within them. */
export function compareMeans(treated: Sample, untreated: Sample, level: number): WelchTest | undefined {
  if (treated.n < 2 || untreated.n < 2) return undefined;
  return welchTest(treated, untreated, level);
}

type Found = Omit<Unadjusted, 'metric' | 'variant' | 'unit' | 'n' | 'controlN'>;

function byMeans(treated: Sample, untreated: Sample, level: number): Found | undefined {
  const test = compareMeans(treated, untreated, level);
  if (!test) return undefined;
  const { difference, degreesOfFreedom, pValue, interval } = test;
  const found = { difference, absolute: interval, degreesOfFreedom, pValue };
  if (!(untreated.mean > 0)) return found;
  const [numerator, denominator] = [treated, untreated].map((sample) => ({
    mean: sample.mean,
    variance: meanVariance(sample),
  }));
  const ratio = fiellerInterval(numerator, denominator, ratioQuantile(test, level));
  const student = studentTQuantile((1 + level) / 2, degreesOfFreedom);
  const delta = deltaRatioInterval(numerator, denominator, student);
  return {
    ...found,
    ...(ratio && { relative: lessOne(ratio, treated.mean / untreated.mean) }),
    ...(delta && { relativeDelta: { low: delta.low - 1, high: delta.high - 1 } }),
  };
}

/** From here on the normal quantile and Student's differ by less than a thousandth or so. */
const MANY_DEGREES = 1000;

/**
 * Fieller's set takes the normal quantile for large samples and Student's for small ones, and wherever the two would disagree
 * about zero: the relative interval then says what the test says.
 */
function ratioQuantile({ degreesOfFreedom, statistic }: WelchTest, level: number): number {
  const probability = (1 + level) / 2;
  const [normal, student] = [normalQuantile(probability), studentTQuantile(probability, degreesOfFreedom)];
  const disagree = Math.abs(statistic) > normal && Math.abs(statistic) <= student;
  return degreesOfFreedom < MANY_DEGREES || disagree ? student : normal;
}

function byScores(treated: Sample, untreated: Sample, level: number): Found {
  const proportion = ({ n, sum }: Sample) => ({ n, successes: sum });
  const { difference, interval, ratioInterval, pValue } = testProportions(
    proportion(treated),
    proportion(untreated),
    level,
  );
  return {
    difference,
    absolute: interval,
    pValue,
    ...(ratioInterval && { relative: lessOne(ratioInterval, treated.mean / untreated.mean) }),
  };
}

function lessOne({ low, high }: Range, ratio: number): Range & { value: number } {
  return { value: ratio - 1, low: low - 1, high: high - 1 };
}

/** The interval of one variant's mean: Wilson's for yes and no, Student's otherwise; none for a single unit. */
export function meanRange({ isYesNo }: Metric, sample: Sample, level: number): Range | undefined {
  if (isYesNo) return wilsonInterval(sample.sum, sample.n, level);
  return sample.n < 2 ? undefined : meanInterval(sample, level);
}
