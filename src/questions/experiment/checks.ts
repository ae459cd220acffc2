import type { Check } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import { pMessage, sampleRatioCheck, severalVariantsCheck } from '../../semantics/assignment-checks.ts';
import type { RatioTest } from '../../statistics/chi-square.ts';
import { holm } from '../../statistics/holm.ts';
import { compareMeans, type Effect } from './effects.ts';
import { isBusinessMetric } from './question.ts';
import { difference as amount, metricMessage } from './sentences.ts';
import { sampleFor, type Experiment, type Metric, type Sample } from './samples.ts';

/** For differences that should not be there, adjusted for all that were looked for. */
const SURPRISE = 0.05;
const MISSING_WARNS = 0.01;

export function checksOf(
  experiment: Experiment,
  effects: readonly Effect[],
  groups: RatioTest,
  level: number,
): Check[] {
  return [
    sampleRatioCheck(experiment.groups, groups),
    ...(experiment.unit === 'customer' && experiment.counts ? [severalVariantsCheck(experiment.counts)] : []),
    ...repeatedCheck(experiment),
    ...windowCheck(experiment),
    ...outcomesEndCheck(experiment),
    ...smallCheck(experiment),
    ...prePeriod(experiment),
    ...surprise(experiment, 'novelty', ({ halves }) => halves),
    ...outliersCheck(experiment, effects, level),
    ...relativeCheck(effects),
    ...comparedCheck(experiment, effects),
    ...missingCheck(experiment),
  ];
}

/** Outcomes beside a second assignment of the same customer are not read. */
function repeatedCheck({ counts, metrics }: Experiment): Check[] {
  const columns = metrics.filter(({ name }) => !isBusinessMetric(name));
  if (!counts || counts.repeated === 0 || columns.length === 0) return [];
  const values = { rows: counts.repeated, metrics: columns.map(({ name }) => metricMessage(name)) };
  return [
    {
      id: 'repeated-assignments',
      status: 'warned',
      value: counts.repeated,
      message: message('experiment.check.repeated-assignments', values),
    },
  ];
}

function windowCheck({ window }: Experiment): Check[] {
  if (!window) return [];
  const { left, observed, days, end, open } = window;
  const share = left / (left + observed);
  return [
    {
      id: 'window',
      status: share > 0.5 || open.length > 0 ? 'warned' : 'passed',
      value: share,
      limit: 0.5,
      message:
        open.length > 0
          ? message('experiment.check.window.open', { left, observed, days, end, open })
          : message('experiment.check.window', { left, observed, days, end }),
    },
  ];
}

/** Data that end while windows are open take what is still to come for a no. */
function outcomesEndCheck({ outcomesEnd }: Experiment): Check[] {
  if (!outcomesEnd) return [];
  const isOver = outcomesEnd.last >= outcomesEnd.over;
  const variant = isOver ? 'passed' : 'warned';
  return [
    { id: 'outcomes-end', status: variant, message: message(`experiment.check.outcomes-end.${variant}`, outcomesEnd) },
  ];
}

function prePeriod(experiment: Experiment): Check[] {
  const { window } = experiment;
  if (window && !window.seesBefore) {
    const values = { days: window.days, logStart: window.logStart };
    return [{ id: 'pre-period', status: 'warned', message: message('experiment.check.pre-period.unseen', values) }];
  }
  return surprise(experiment, 'pre-period', ({ before }) => before);
}

function smallCheck({ groups }: Experiment): Check[] {
  const small = groups.filter(({ n }) => n < 2).map(({ variant }) => variant);
  if (small.length === 0) return [];
  return [{ id: 'small-groups', status: 'warned', message: message('experiment.check.small-groups', { small, n: 1 }) }];
}

/** Differences between the groups where there should be none. */
function surprise(
  { metrics, groups, control }: Experiment,
  id: 'pre-period' | 'novelty',
  samplesOf: (metric: Metric) => readonly Sample[] | undefined,
): Check[] {
  const found = metrics.flatMap((metric) => {
    const samples = samplesOf(metric) ?? [];
    const untreated = sampleFor(samples, control);
    return groups.flatMap(({ variant }) => {
      const treated = variant === control ? undefined : sampleFor(samples, variant);
      const test = treated && untreated && compareMeans(treated, untreated, 0.9);
      return test ? [{ metric: metric.name, variant, pValue: test.pValue }] : [];
    });
  });
  if (found.length === 0) return [];
  const adjusted = holm(found.map(({ pValue }) => pValue));
  const p = Math.min(...adjusted);
  const { metric, variant } = found[adjusted.indexOf(p)];
  const status = p < SURPRISE ? 'warned' : 'passed';
  return [
    {
      id,
      status,
      value: p,
      limit: SURPRISE,
      message: message(`experiment.check.${id}.${status}`, { p: pMessage(p), variant, metric: metricMessage(metric) }),
    },
  ];
}

/** What becomes of the effects when large values are cut, or when they are not. */
function outliersCheck(
  { metrics, control, isCapped = false }: Experiment,
  effects: readonly Effect[],
  level: number,
): Check[] {
  const moves = effects.flatMap((effect) => {
    const metric = metrics.find(({ name }) => name === effect.metric)!;
    if (!metric.otherwise) return [];
    const [treated, untreated] = [effect.variant, control].map((name) => sampleFor(metric.otherwise!.samples, name));
    const main = compareMeans(sampleFor(metric.samples, effect.variant)!, sampleFor(metric.samples, control)!, level)!;
    const other = treated && untreated && compareMeans(treated, untreated, level);
    // Whole, one huge value makes a standard error as large as its own effect.
    const standardError = Math.min(main.standardError, other?.standardError ?? Infinity);
    const errors = Math.abs((other?.difference ?? 0) - main.difference) / standardError;
    const turns = main.pValue < 1 - level !== (other !== undefined && other.pValue < 1 - level);
    return [{ effect, errors, turns, cap: metric.otherwise.cap, difference: other?.difference ?? 0 }];
  });
  if (moves.length === 0) return [];
  const isOff = ({ errors, turns }: (typeof moves)[number]) => turns || errors > 1;
  const worst = [...moves].sort((a, b) => Number(isOff(b)) - Number(isOff(a)) || b.errors - a.errors)[0];
  const status = isOff(worst) ? 'warned' : 'passed';
  const { effect, errors, cap, difference } = worst;
  const values: Record<string, Json> = {
    metric: metricMessage(effect.metric),
    variant: effect.variant,
    capped: isCapped ? 'yes' : 'no',
    cap: amount(cap, effect.unit),
    effect: amount(effect.difference, effect.unit),
    otherwise: amount(difference, effect.unit),
    errors,
  };
  return [
    {
      id: 'outliers',
      status,
      value: errors,
      limit: 1,
      message: message(`experiment.check.outliers.${status}`, values),
    },
  ];
}

function relativeCheck(effects: readonly Effect[]): Check[] {
  const without = effects.filter(({ relative }) => !relative);
  if (without.length === 0) return [];
  const metrics = [...new Set(without.map(({ metric }) => metric))].map((metric) => metricMessage(metric));
  return [
    {
      id: 'relative',
      status: 'warned',
      value: without.length,
      message: message('experiment.check.relative', { metrics }),
    },
  ];
}

/** Metrics and variants that cannot be compared, as nothing varies within the groups. */
function comparedCheck({ metrics, groups, control }: Experiment, effects: readonly Effect[]): Check[] {
  const left = metrics.flatMap(({ name, samples }) =>
    groups
      .filter(({ variant }) => variant !== control && (sampleFor(samples, variant)?.n ?? 0) >= 2)
      .filter(({ variant }) => !effects.some((effect) => effect.metric === name && effect.variant === variant))
      .map(({ variant }) => ({ name, variant })),
  );
  if (left.length === 0) return [];
  const names = left.map(({ name, variant }) =>
    groups.length > 2
      ? message('experiment.comparison', { metric: metricMessage(name), variant })
      : metricMessage(name),
  );
  return [
    {
      id: 'no-variance',
      status: 'failed',
      value: left.length,
      message: message('experiment.check.no-variance', { metrics: names }),
    },
  ];
}

function missingCheck({ metrics, groups }: Experiment): Check[] {
  const most = [...metrics].sort((a, b) => b.missing - a.missing)[0];
  if (most.missing === 0) return [];
  const share = most.missing / groups.reduce((sum, { n }) => sum + n, 0);
  const values = { missing: most.missing, share, metric: metricMessage(most.name) };
  return [
    {
      id: 'missing-outcomes',
      status: share > MISSING_WARNS ? 'warned' : 'passed',
      value: share,
      limit: MISSING_WARNS,
      message: message('experiment.check.missing-outcomes', values),
    },
  ];
}
