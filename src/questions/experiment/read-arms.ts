import { AppError } from '../../core/errors.ts';
import { offering, type Unanswerable } from '../../semantics/ask-context.ts';
import { findControl } from '../../semantics/assignments.ts';
import { momentsFromSums } from '../../statistics/sample-moments.ts';
import type { GivenArm } from './question.ts';
import type { Experiment, Metric, Sample } from './samples.ts';
import { unanswerable } from './unanswerable.ts';

/**
 * An experiment from sufficient statistics alone.
 * @throws AppError `parameter-invalid` when sums are given twice, are those of no sample, or a variant lacks a metric.
 */
export function readArms(arms: readonly GivenArm[], givenControl: string | undefined): Experiment | Unanswerable {
  const variants = [...new Set(arms.map(({ variant }) => variant))];
  const names = [...new Set(arms.map(({ metric }) => metric))];
  const metrics = names.map((name) => readMetric(name, variants, arms));
  const control = findControl(variants, givenControl);
  if (control === undefined || variants.length === 1) {
    return offering(unanswerable('no-control-group', { variants, count: variants.length }), 'control', variants);
  }
  const ordered = [control, ...variants.filter((variant) => variant !== control)];
  return {
    unit: 'given',
    control,
    groups: ordered.map((variant) => ({ variant, n: arms.find((arm) => arm.variant === variant)!.n })),
    metrics,
    chosen: 'given',
    isDated: false,
  };
}

function readMetric(name: string, variants: readonly string[], arms: readonly GivenArm[]): Metric {
  const samples = variants.map((variant): Sample => {
    const own = arms.filter((arm) => arm.variant === variant && arm.metric === name);
    if (own.length !== 1) throw invalid(own.length === 0 ? `${name}: ${variant}` : own, 'one { n, sum, sumOfSquares }');
    const [{ n, sum, sumOfSquares }] = own;
    try {
      return { variant, sum, sumOfSquares, ...momentsFromSums({ n, sum, sumOfSquares }) };
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown;
      throw invalid(own, 'sumOfSquares ≥ sum² / n');
    }
  });
  const isYesNo = samples.every(
    ({ n, sum, sumOfSquares }) => Number.isInteger(sum) && sum >= 0 && sum <= n && sum === sumOfSquares,
  );
  return { name, unit: isYesNo ? 'share' : 'number', isYesNo, samples, missing: 0 };
}

function invalid(value: unknown, expected: string): AppError {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return new AppError('parameter-invalid', { parameter: 'arms', value: text, expected });
}
