import { randomSource } from '../../statistics/random.ts';
import { centralInterval } from '../../statistics/quantile.ts';
import { FIRST_SLICE, positionOf, type ArmMoments } from './arms.ts';
import { rateBounds, type Flow, type RateBounds } from './cash-flow.ts';
import { componentsOf, COMPONENTS, type Components, type GroupMeans } from './components.ts';
import { meanDraws } from './mean-draws.ts';

export const DRAWS = 20_000;
/** Solving for a rate takes longer than drawing: this many of the draws give its interval. */
const RATES = 4_000;

/** What the data leave open, drawn. */
export interface Draws {
  /** Incremental margin of all treated customers, one per draw. */
  margin: Float64Array;
  /** Of all treated customers; left out when in some draws nobody buys. */
  components?: Record<keyof Components, { low: number; high: number }>;
  /** Left out when it has no upper end. */
  internalRate?: { low: number; high: number };
}

const [ACTIVE, ORDERS, MARGIN] = (['active', 'orders', 'margin'] as const).map(positionOf) as [number, number, number];

/** The means of a group that its margin is made of. */
export function groupMeans(means: ArrayLike<number>): GroupMeans {
  return { active: means[ACTIVE], orders: means[ORDERS], margin: means[MARGIN] };
}

/**
 * Draws both groups' means 20,000 times.
 * @param flowsOf cash flows for margins per treated customer and slice; left out where their times are not known
 */
export function drawReturns(
  treated: ArmMoments,
  control: ArmMoments,
  {
    seed,
    level,
    flowsOf,
  }: { seed: number; level: number; flowsOf?: ((bySlice: readonly number[]) => Flow[]) | undefined },
): Draws {
  const drawTreated = meanDraws(treated, randomSource(seed, 1));
  const drawControl = meanDraws(control, randomSource(seed, 2));
  const slices = treated.mean.length - FIRST_SLICE;
  const margin = new Float64Array(DRAWS);
  const parts = Object.fromEntries(COMPONENTS.map((name) => [name, new Float64Array(DRAWS)])) as Record<
    keyof Components,
    Float64Array
  >;
  const rates: RateBounds[] = [];
  let hasComponents = true;
  for (let i = 0; i < DRAWS; i++) {
    const [to, from] = [drawTreated(), drawControl()];
    margin[i] = treated.n * (to[MARGIN] - from[MARGIN]);
    const components = hasComponents ? componentsOf(groupMeans(to), groupMeans(from)) : undefined;
    if (components) for (const name of COMPONENTS) parts[name][i] = treated.n * components[name];
    else hasComponents = false;
    if (i >= RATES || !flowsOf) continue;
    rates.push(
      rateBounds(flowsOf(Array.from({ length: slices }, (_, k) => to[FIRST_SLICE + k] - from[FIRST_SLICE + k]))),
    );
  }
  return {
    margin,
    ...(hasComponents && {
      components: Object.fromEntries(
        COMPONENTS.map((name) => [name, centralInterval(parts[name], level)]),
      ) as Draws['components'],
    }),
    ...rateInterval(rates, level),
  };
}

/** A rate that may lie anywhere between bounds widens the interval on both sides. */
function rateInterval(rates: readonly RateBounds[], level: number): Pick<Draws, 'internalRate'> {
  const lows = rates.map(({ low }) => low);
  const highs = rates.map(({ high }) => high);
  const internalRate = { low: centralInterval(lows, level).low, high: centralInterval(highs, level).high };
  return Number.isFinite(internalRate.high) ? { internalRate } : {};
}
