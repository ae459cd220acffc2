import { message, type Message } from '../../core/message.ts';
import type { Unit } from '../../core/units.ts';
import type { Effect } from './effects.ts';
import { isBusinessMetric, type Correction } from './question.ts';
import type { RatioTest } from '../../statistics/chi-square.ts';
import { groupMessage, pMessage, ratioFails, type Part } from '../../semantics/assignment-checks.ts';
import type { Experiment } from './samples.ts';

/** A metric within a sentence. */
export function metricMessage(name: string): Part {
  return isBusinessMetric(name)
    ? message(`experiment.metric.${name}`)
    : message('experiment.metric.column', { column: name });
}

/** A difference of means in their unit; that of two shares in percentage points. */
export function difference(value: number, unit: Unit): Part {
  if (unit === 'share') return message('experiment.amount.points', { value: 100 * value });
  return message(`experiment.amount.${unit === 'money' ? 'money' : 'number'}`, { value });
}

function relativeAmount(value: number): Part {
  return message('experiment.amount.relative', { value });
}

/** The effect that the verdict is about: of the first metric, the one least likely by chance. */
export function mainEffect(effects: readonly Effect[]): Effect {
  const first = effects.filter(({ metric }) => metric === effects[0].metric);
  return first.reduce((best, effect) => (effect.pValue < best.pValue ? effect : best));
}

/** Who the verdict is about: with a single treatment the initiative, whose name says more than the variant's. */
function subjectOf({ name, unit, groups }: Experiment, variant: string): string {
  return unit === 'customer' && name !== undefined && groups.length === 2 ? name : variant;
}

export function verdictOf(
  experiment: Experiment,
  effects: readonly Effect[],
  groups: RatioTest,
  level: number,
): Message {
  if (ratioFails(groups)) {
    const counts = experiment.groups.map(groupMessage);
    return message('experiment.verdict.ratio', { counts });
  }
  const { metric, variant, unit, absolute, relative, ...effect } = mainEffect(effects);
  const shared = { variant: subjectOf(experiment, variant), metric: metricMessage(metric) };
  const compared = { ...shared, control: experiment.control };
  if (effect.pValue >= 1 - level) {
    const [low, high] = [absolute.low, absolute.high].map((end) => difference(end, unit));
    return message('experiment.verdict.none', { ...compared, low, high });
  }
  if (effect.pAdjusted >= 1 - level) {
    return message('experiment.verdict.chance', {
      ...compared,
      effect: difference(effect.difference, unit),
      comparisons: effects.length,
      p: pMessage(effect.pAdjusted),
    });
  }
  const sign = effect.difference > 0 ? 1 : -1;
  const show = (value: number): Part => (relative ? relativeAmount(sign * value) : difference(sign * value, unit));
  const { low, high } = relative ?? absolute;
  const [near, far] = sign > 0 ? [low, high] : [high, low];
  return message(`experiment.verdict.${sign > 0 ? 'raises' : 'lowers'}`, {
    ...shared,
    effect: show(relative?.value ?? effect.difference),
    low: show(near),
    high: show(far),
  });
}

export function eligibilityOf(
  experiment: Experiment,
  effects: readonly Effect[],
  groups: RatioTest,
  { level, correction }: { level: number; correction: Correction },
): Message {
  const { unit, window } = experiment;
  const all = experiment.groups.reduce((sum, { n }) => sum + n, 0);
  const shared = { units: window?.observed ?? all, unit, groups: experiment.groups.length };
  if (ratioFails(groups)) return message('experiment.eligibility.withheld', shared);
  return message('experiment.eligibility', {
    ...shared,
    level,
    comparisons: effects.length,
    seen: effects.filter(({ pAdjusted }) => pAdjusted < 1 - level).length,
    correction,
    source: sourceOf(experiment),
  });
}

function sourceOf({ name, unit, days }: Experiment): Part {
  const shared = { name: name ?? '–' };
  return days
    ? message('experiment.source.dated', {
        ...shared,
        from: days.first,
        to: days.last,
        days: days.first === days.last ? 'one' : 'several',
      })
    : message('experiment.source', { ...shared, given: unit === 'given' ? 'yes' : 'no' });
}
