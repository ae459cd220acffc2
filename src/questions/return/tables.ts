import type { Row } from '../../core/json.ts';
import { meanInterval } from '../../statistics/welch.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';
import { momentsOf, positionOf, type ArmMoments } from './arms.ts';
import { COMPONENTS } from './components.ts';
import type { Costs } from './costs.ts';
import { scaled, type Measured } from './effect.ts';
import type { Results } from './results.ts';
import type { Slices } from './slices.ts';

/**
 * From the margin gained to what is left: `value` is what a step adds, `from` and `to` where its bar begins and ends.
 * Counted steps have no interval.
 */
export function waterfallRows({ components, margin, net }: Results, costs: Costs): Row[] {
  const gains: { step: string; kind: string; value: number; low: number | null; high: number | null }[] = components
    ? COMPONENTS.map((step) => ({ step, kind: 'gain', ...components[step] }))
    : [{ step: 'margin', kind: 'gain', ...margin }];
  const spent = costs.byCategory.map(({ category, amount }) => ({
    ...{ step: category, kind: 'cost', value: -amount, low: null, high: null },
  }));
  let level = 0;
  const rows = [...gains, ...spent].map((step): Row => {
    const from = level;
    level += step.value;
    return { ...step, from, to: level };
  });
  return [...rows, { step: 'net', kind: 'total', ...net, from: 0, to: net.value }];
}

/** One row per draw, in the order drawn. */
export function drawRows({ draws }: Results, costs: Costs): Row[] {
  return Array.from(draws.margin, (margin) => ({
    ...{ incrementalMargin: margin, netReturn: margin - costs.total, roi: margin / costs.total - 1 },
  }));
}

export function armRows(arms: readonly ArmMoments[], level: number): Row[] {
  return arms.map((arm) => {
    const buyers = Math.round(arm.mean[positionOf('active')] * arm.n);
    const share = wilsonInterval(buyers, arm.n, level);
    const mean = (name: 'orders' | 'margin') => {
      const moments = momentsOf(arm, positionOf(name));
      return { value: moments.mean, ...meanInterval(moments, level) };
    };
    const [orders, margin] = [mean('orders'), mean('margin')];
    return {
      ...{ variant: arm.variant, customers: arm.n },
      ...{ buyers: buyers / arm.n, buyers_low: share.low, buyers_high: share.high },
      ...{ orders: orders.value, orders_low: orders.low, orders_high: orders.high },
      ...{ margin: margin.value, margin_low: margin.low, margin_high: margin.high },
    };
  });
}

/**
 * Margin gained and costs as they add up over the window: `day` is the end of a slice. Intervals of sums are those of the
 * difference up to that day.
 * @param costs undefined where days from the assignment are not the same days for all
 */
export function monthRows(
  cumulative: readonly Measured[],
  costs: Costs | undefined,
  treated: ArmMoments,
  { days }: Slices,
): Row[] {
  const spent = (until: number) =>
    costs
      ? costs.entries.reduce((sum, entry) => sum + (entry.days < until || entry.days === 0 ? entry.amount : 0), 0)
      : null;
  const start: Row = { day: 0, margin: 0, low: 0, high: 0, cost: spent(0) };
  return [
    start,
    ...cumulative.map((effect, k): Row => {
      const { value, low, high } = scaled(effect, treated.n);
      const day = (k + 1) * days;
      return { day, margin: value, low, high, cost: costs && k + 1 === cumulative.length ? costs.total : spent(day) };
    }),
  ];
}

export function costRows({ byCategory }: Costs): Row[] {
  return byCategory.map(({ category, amount }) => ({ category, amount }));
}
