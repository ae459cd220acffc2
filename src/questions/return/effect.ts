import { fiellerInterval } from '../../statistics/fieller.ts';
import { meanVariance, type SampleMoments } from '../../statistics/sample-moments.ts';
import { studentTQuantile } from '../../statistics/student-t.ts';
import { welchTest } from '../../statistics/welch.ts';

/** A number with its interval. */
export interface Measured {
  value: number;
  low: number;
  high: number;
}

/** The difference of two groups' means per customer. */
export interface Effect extends Measured {
  pValue: number;
  standardError: number;
  /** In relation to the control's mean; left out when its interval is unbounded. */
  relative?: Measured;
}

/** @returns undefined when neither group varies. */
export function effectOf(treated: SampleMoments, control: SampleMoments, level: number): Effect | undefined {
  const test = welchTest(treated, control, level);
  if (!test) return undefined;
  const { difference, interval, pValue, standardError, degreesOfFreedom } = test;
  const ratio = fiellerInterval(
    { mean: treated.mean, variance: meanVariance(treated) },
    { mean: control.mean, variance: meanVariance(control) },
    studentTQuantile((1 + level) / 2, degreesOfFreedom),
  );
  return {
    ...{ value: difference, ...interval, pValue, standardError },
    ...(ratio &&
      control.mean > 0 && {
        relative: { value: difference / control.mean, low: ratio.low - 1, high: ratio.high - 1 },
      }),
  };
}

/** The same times a positive factor, moved by a constant. */
export function scaled({ value, low, high }: Measured, factor: number, shift: number = 0): Measured {
  return { value: value * factor + shift, low: low * factor + shift, high: high * factor + shift };
}
