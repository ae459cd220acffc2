import type { Truth } from '../sample.ts';
import type { CostRow } from './costs.ts';
import { dailyHazard, knownOn, type Life } from './lives.ts';
import {
  CONTROL,
  DISCOUNT,
  PURCHASING,
  RECOMMENDER,
  SEGMENTS,
  SERVICE,
  SPENDING,
  TOUCHES,
  WINDOW_DAYS,
  chanceToLeave,
  marginShare,
} from './scenario.ts';
import { seasonTime } from './season.ts';
import type { Json } from '../../core/json.ts';
import { dayToIso } from '../../core/time.ts';

/** What a group of customers is expected to do within the window after the recommender's start. */
interface Expected {
  orders: number;
  revenue: number;
  margin: number;
}

/**
 * All that is known of a simulated shop. Effects are expectations given who the customers are (their own rates, chances
 * to leave and amounts), with and without the recommender for each of them: what the experiment estimates.
 */
export function truthOf(lives: readonly Life[], costs: readonly CostRow[], nps: number): Truth[] {
  return [...purchasing(), ...recommender(lives, costs), ...discount(costs), ...others(nps)];
}

/**
 * Purchases of one customer in the window: of n days, each brings one with the chance p, and each of those ends it with the
 * chance c, which makes (1 − (1 − c·p)ⁿ) / c; BG/NBD's formula for one customer, (1 − exp(−c·p·n)) / c, is its limit.
 * @param days season-weighted
 */
export function expectedOrders({ rate, leaves }: Pick<Life, 'rate' | 'leaves'>, days: number, ratio: number): number {
  const chance = chanceToLeave(leaves);
  const daily = -Math.expm1(-dailyHazard(rate) * ratio);
  return -Math.expm1(days * Math.log1p(-chance * daily)) / chance;
}

const weightedDays = seasonTime(RECOMMENDER.startDay + WINDOW_DAYS) - seasonTime(RECOMMENDER.startDay);

function expectation(lives: readonly Life[], ratioOf: (life: Life) => number): Expected {
  const total = { orders: 0, revenue: 0, margin: 0 };
  for (const life of lives) {
    if (life.left < RECOMMENDER.startDay) continue;
    const orders = expectedOrders(life, weightedDays, ratioOf(life));
    const revenue = (orders * SPENDING.p) / life.amountRate;
    total.orders += orders;
    total.revenue += revenue;
    total.margin += revenue * marginShare(life.segment);
  }
  const n = lives.length;
  return { orders: total.orders / n, revenue: total.revenue / n, margin: total.margin / n };
}

function recommender(lives: readonly Life[], costs: readonly CostRow[]): Truth[] {
  const known = lives.filter((life) => knownOn(life, RECOMMENDER.startDay));
  const treated = known.filter((life) => life.recommender).length;
  const base = { initiative: RECOMMENDER.initiative, control: CONTROL, windowDays: WINDOW_DAYS };
  const about = (estimate: string, more: Record<string, Json> = {}) => ({
    question: 'experiment',
    estimate: `${estimate}`,
    parameters: { ...base, ...more },
  });
  const effects = (group: readonly Life[], name: string, more: Record<string, Json>): Truth[] => {
    const without = expectation(group, () => 1);
    const withIt = expectation(group, (life) => RECOMMENDER.rateRatio[life.segment]);
    const metrics = ['orders', 'revenue', 'margin'] as const;
    return metrics.flatMap((metric): Truth[] => [
      {
        ...{ group: name, item: metric },
        value: withIt[metric] - without[metric],
        unit: metric === 'orders' ? 'number' : 'money',
        of: about(`${metric}.${RECOMMENDER.treated}.absolute`, more),
      },
      {
        ...{ group: name, item: `${metric}.relative` },
        value: withIt[metric] / without[metric] - 1,
        unit: 'share',
        of: about(`${metric}.${RECOMMENDER.treated}.relative`, more),
      },
    ]);
  };
  const all = effects(known, 'recommender', {});
  const margin = all.find(({ item }) => item === 'margin')!.value * treated;
  const cost = costOf(costs, RECOMMENDER.initiative, RECOMMENDER.startDay + WINDOW_DAYS);
  return [
    ...all,
    ...returns('recommender', RECOMMENDER.initiative, WINDOW_DAYS, margin, cost),
    ...SEGMENTS.flatMap((segment) =>
      effects(
        known.filter((life) => life.segment === segment),
        `recommender.${segment}`,
        { where: `segment = '${segment}'` },
      ),
    ),
  ];
}

/** Windows of the discount: it holds for two weeks, and nothing is spent on it after the first month. */
const DISCOUNT_DAYS = 30;

/** Nothing comes of it, so it returns what it costs, with a minus. */
function discount(costs: readonly CostRow[]): Truth[] {
  const parameters = { initiative: DISCOUNT.initiative, control: CONTROL, windowDays: DISCOUNT_DAYS };
  const effects = (['orders', 'revenue', 'margin'] as const).map((metric): Truth => ({
    ...{ group: 'discount', item: metric },
    value: 0,
    unit: metric === 'orders' ? 'number' : 'money',
    of: { question: 'experiment', estimate: `${metric}.${DISCOUNT.treated}.absolute`, parameters },
  }));
  const cost = costOf(costs, DISCOUNT.initiative, DISCOUNT.startDay + DISCOUNT_DAYS);
  return [...effects, ...returns('discount', DISCOUNT.initiative, DISCOUNT_DAYS, 0, cost)];
}

function returns(group: string, initiative: string, days: number, margin: number, cost: number): Truth[] {
  const parameters = { initiative, control: CONTROL, windowDays: days };
  const of = (estimate: string) => ({ question: 'return', estimate, parameters });
  return [
    { group, item: 'incrementalMargin', value: margin, unit: 'money', of: of('incrementalMargin') },
    { group, item: 'cost', value: cost, unit: 'money', of: of('cost') },
    { group, item: 'netReturn', value: margin - cost, unit: 'money', of: of('netReturn') },
    { group, item: 'roi', value: (margin - cost) / cost, unit: 'share', of: of('roi') },
  ];
}

/** What was spent on an initiative until the window of its customers was over, its day `end` left out. */
function costOf(costs: readonly CostRow[], initiative: string, end: number): number {
  return costs
    .filter((cost) => cost.initiative === initiative && cost.day < end)
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** Known before service and recommender came in: ask with the day before as the last one observed. */
function purchasing(): Truth[] {
  const parameters = { observationEnd: dayToIso(SERVICE.startDay - 1), timeUnit: 'week' };
  return Object.entries({ ...PURCHASING, ...SPENDING }).map(([name, value]) => ({
    ...{ group: 'purchasing', item: name },
    value,
    unit: 'number',
    of: { question: 'lifetime-value', estimate: name, parameters },
  }));
}

function others(nps: number): Truth[] {
  return [
    {
      group: 'service',
      item: 'nps',
      value: nps,
      unit: 'points',
      of: { question: 'overview', estimate: 'nps', parameters: {} },
    },
    { group: 'service', item: 'leavesWhenUnresolved', value: SERVICE.leavesUnresolved, unit: 'share' },
    ...SERVICE.handlers.map((handler): Truth => ({
      ...{ group: 'service', item: `resolved.${handler}` },
      value: SERVICE.resolvedShare[handler],
      unit: 'share',
    })),
    ...(['ai', 'person'] as const).map((maker): Truth => ({
      ...{ group: 'touches', item: `clicked.${maker}` },
      value: TOUCHES.opened[maker] * TOUCHES.clickedOfOpened[maker],
      unit: 'share',
    })),
  ];
}
