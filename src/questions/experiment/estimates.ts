import type { Estimate, Interval } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import { meanRange, type Effect, type Range } from './effects.ts';
import type { RatioTest } from '../../statistics/chi-square.ts';
import type { Experiment } from './samples.ts';
import { metricMessage } from './sentences.ts';

/** A page shows so many as cards. */
const MOST_CARDS = 4;

/**
 * `<metric>.<variant>.relative`, `.absolute`, `.mean`, `.pValue` and `.pAdjusted`, names as in the data. Nothing is a headline
 * where no effect is to be read.
 */
export function estimatesOf(
  experiment: Experiment,
  effects: readonly Effect[],
  { level, isReadable }: { level: number; isReadable: boolean },
): Estimate[] {
  const interval = ({ low, high }: Range): Interval => ({ low, high, level, kind: 'confidence' });
  const named = (metric: string, variant: string, what: string): Pick<Estimate, 'name' | 'label' | 'basis'> => ({
    name: `${metric}.${variant}.${what}`,
    label: message(`experiment.estimate.${what}`, { metric: metricMessage(metric), variant }),
    basis: 'estimated',
  });
  const compared = effects.map(({ metric, variant, relative, difference, absolute, unit }, i): Estimate[] => {
    const headline = isReadable && i < MOST_CARDS && { headline: true };
    const ofRelative = relative && {
      ...named(metric, variant, 'relative'),
      value: relative.value,
      unit: 'share' as const,
      interval: interval(relative),
    };
    const ofAbsolute = { ...named(metric, variant, 'absolute'), value: difference, unit, interval: interval(absolute) };
    return ofRelative ? [{ ...ofRelative, ...headline }, ofAbsolute] : [{ ...ofAbsolute, ...headline }];
  });
  const pValues = effects.flatMap(({ metric, variant, pValue, pAdjusted }): Estimate[] => [
    { ...named(metric, variant, 'pValue'), value: pValue, unit: 'number' },
    { ...named(metric, variant, 'pAdjusted'), value: pAdjusted, unit: 'number' },
  ]);
  const means = experiment.metrics.flatMap((metric) =>
    metric.samples.flatMap((sample): Estimate[] => {
      const range = meanRange(metric, sample, level);
      if (!range) return [];
      const { name, unit } = metric;
      return [{ ...named(name, sample.variant, 'mean'), value: sample.mean, unit, interval: interval(range) }];
    }),
  );
  return [...compared.flat(), ...pValues, ...means];
}

/** Sums and means of every metric in every variant, the control first. */
export function armRows({ metrics, groups }: Experiment, level: number): Row[] {
  return metrics.flatMap((metric) =>
    groups.flatMap(({ variant }) =>
      metric.samples
        .filter((sample) => sample.variant === variant)
        .map((sample): Row => {
          const range = meanRange(metric, sample, level);
          const { n, sum, sumOfSquares, mean } = sample;
          const unit = metric.unit;
          return {
            metric: metric.name,
            variant,
            n,
            sum,
            sumOfSquares,
            mean,
            low: range?.low ?? null,
            high: range?.high ?? null,
            unit,
          };
        }),
    ),
  );
}

export function metricRows(effects: readonly Effect[]): Row[] {
  return effects.map((effect) => ({
    metric: effect.metric,
    variant: effect.variant,
    n: effect.n,
    n_control: effect.controlN,
    absolute: effect.difference,
    low: effect.absolute.low,
    high: effect.absolute.high,
    relative: effect.relative?.value ?? null,
    relative_low: effect.relative?.low ?? null,
    relative_high: effect.relative?.high ?? null,
    relative_delta_low: effect.relativeDelta?.low ?? null,
    relative_delta_high: effect.relativeDelta?.high ?? null,
    pValue: effect.pValue,
    pAdjusted: effect.pAdjusted,
    degreesOfFreedom: effect.degreesOfFreedom ?? null,
    unit: effect.unit,
  }));
}

/** How large the groups are and were planned to be. */
export function groupRows({ groups }: Experiment, { expected }: RatioTest): Row[] {
  return groups.map(({ variant, n }, i) => ({ variant, n, planned: expected[i] }));
}
