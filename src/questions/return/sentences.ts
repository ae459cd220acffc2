import type { Json } from '../../core/json.ts';
import { message, type Message } from '../../core/message.ts';
import type { ArmMoments } from './arms.ts';
import { extentOf } from './question.ts';
import type { Results } from './results.ts';

/** Probabilities at which the verdict speaks of likely and of very likely. */
const VERY_LIKELY = 0.95;
const LIKELY = 0.8;

/** What a unit of money has returned, and how sure that is; or that the groups allow no verdict. */
export function verdictOf(
  { margin, probability }: Results,
  {
    initiative,
    cost,
    withheld,
  }: {
    initiative: string;
    cost: number;
    withheld: boolean;
  },
): Message {
  if (withheld) return message('return.verdict.withheld', { initiative });
  const p = probability.value;
  const tone =
    p >= VERY_LIKELY
      ? 'very-likely'
      : p >= LIKELY
        ? 'likely'
        : p > 1 - LIKELY
          ? 'open'
          : p > 1 - VERY_LIKELY
            ? 'unlikely'
            : 'very-unlikely';
  const perUnit = margin.value / cost;
  return message(`return.verdict.${tone}`, { initiative, perUnit, p, one: 1 });
}

export function eligibilityOf(
  { margin, probability }: Results,
  treated: ArmMoments,
  control: ArmMoments,
  { level, cost, from, to, windowDays }: { level: number; cost: number; from: string; to: string; windowDays: number },
): Message {
  const values: Record<string, Json> = {
    ...{ level, low: margin.low / cost, high: margin.high / cost, probability: probability.value },
    extent: extentOf(probability.value),
    ...{ customers: treated.n + control.n, windowDays, from, to },
  };
  return message('return.eligibility', values);
}
