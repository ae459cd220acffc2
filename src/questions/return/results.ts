import type { Interval } from '../../core/answer.ts';
import { DAYS_PER_MONTH } from '../../core/time.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';
import { combine, FIRST_SLICE, momentsOf, positionOf, type ArmMoments } from './arms.ts';
import { internalRate, presentValue } from './cash-flow.ts';
import { componentsOf, type Components } from './components.ts';
import type { Costs } from './costs.ts';
import { drawReturns, DRAWS, groupMeans, type Draws } from './draws.ts';
import { effectOf, scaled, type Effect, type Measured } from './effect.ts';
import { flowsOf } from './flows.ts';
import type { ReturnParameters } from './question.ts';
import type { Slices } from './slices.ts';

/** All that is worked out of the two groups and the costs. */
export interface Results {
  /** Margin per treated customer. */
  effect: Effect;
  /** Margin of all treated customers. */
  margin: Measured;
  net: Measured;
  roi: Measured;
  netPresentValue: Measured;
  /** Months of this margin that cover the costs; left out when the interval has no end. */
  payback?: Measured;
  /** Left out where customers were assigned at times too far apart to say when money comes and goes. */
  rate?: Measured;
  probability: Measured;
  components?: Record<keyof Components, Measured>;
  /** Margin per treated customer from the assignment to the end of each slice. */
  cumulative: Measured[];
  draws: Draws;
}

/** Nobody in either group has bought so far. */
const nothing: Measured = { value: 0, low: 0, high: 0 };

/** @param effect of the two groups on the margin per customer */
export function resultsOf(
  treated: ArmMoments,
  control: ArmMoments,
  effect: Effect,
  costs: Costs,
  { slices, isSpread, parameters }: { slices: Slices; isSpread: boolean; parameters: ReturnParameters },
): Results {
  const { level, seed, windowDays, discountRateAnnual } = parameters;
  const flows = (bySlice: readonly number[]) => flowsOf(bySlice, { treated: treated.n, costs, slices });
  const positions = Array.from({ length: slices.count }, (_, k) => FIRST_SLICE + k);
  const cumulative = positions.map((_, k) => {
    const weights = new Map(positions.slice(0, k + 1).map((position) => [position, 1]));
    return effectOf(combine(treated, weights), combine(control, weights), level) ?? nothing;
  });
  const margin = scaled(effect, treated.n);
  const draws = drawReturns(treated, control, { seed, level, flowsOf: isSpread ? undefined : flows });
  const positive = draws.margin.reduce((count, drawn) => count + (drawn > costs.total ? 1 : 0), 0);
  const gained = positions.map((position) => treated.mean[position] - control.mean[position]);
  const rate = isSpread ? undefined : internalRate(flows(gained));
  const components = componentsOf(groupMeans(treated.mean), groupMeans(control.mean));
  return {
    ...{ effect, margin, cumulative, draws },
    net: scaled(margin, 1, -costs.total),
    roi: scaled(margin, 1 / costs.total, -1),
    netPresentValue: presentValueOf(treated, control, { costs, level, rate: discountRateAnnual }),
    ...(margin.low > 0 && { payback: paybackOf(margin, costs.total, windowDays) }),
    ...(rate !== undefined && draws.internalRate && { rate: { value: rate, ...draws.internalRate } }),
    probability: { value: positive / DRAWS, ...wilsonInterval(positive, DRAWS, level) },
    ...(components && draws.components && { components: withIntervals(components, draws.components, treated.n) }),
  };
}

function withIntervals(
  components: Components,
  intervals: Record<keyof Components, { low: number; high: number }>,
  customers: number,
): Record<keyof Components, Measured> {
  const part = (name: keyof Components): Measured => ({ value: components[name] * customers, ...intervals[name] });
  return { buyers: part('buyers'), frequency: part('frequency'), perOrder: part('perOrder') };
}

/** Months of the margin as it came in the window, until it has covered what was spent. */
function paybackOf({ value, low, high }: Measured, cost: number, windowDays: number): Measured {
  const months = (margin: number) => (cost / margin) * (windowDays / DAYS_PER_MONTH);
  return { value: months(value), low: months(high), high: months(low) };
}

/** Each order and each cost discounted from its own day to the first one. */
function presentValueOf(
  treated: ArmMoments,
  control: ArmMoments,
  { costs, level, rate }: { costs: Costs; level: number; rate: number },
): Measured {
  const spent = presentValue(
    costs.entries.map(({ days, amount }) => ({ days, amount: -amount })),
    rate,
  );
  const column = positionOf('discounted');
  const effect = effectOf(momentsOf(treated, column), momentsOf(control, column), level);
  return scaled(effect ?? nothing, treated.n, spent);
}

export function intervalOf({ low, high }: Measured, level: number): Interval {
  return { low, high, level, kind: 'confidence' };
}
