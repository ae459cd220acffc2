import type { Row } from '../../core/json.ts';
import { meanInterval } from '../../statistics/welch.ts';
import { combine, positionOf, type ArmMoments } from './arms.ts';
import type { Effect, Measured } from './effect.ts';

/**
 * What a plain before and after of the treated customers would have said: their margin in the window less that in as many
 * days before, per customer. It takes everything that would have come anyway for a success.
 */
export function beforeAfter(treated: ArmMoments, level: number): Measured {
  const change = combine(
    treated,
    new Map([
      [positionOf('margin'), 1],
      [positionOf('before'), -1],
    ]),
  );
  return { value: change.mean, ...meanInterval(change, level) };
}

/** @param naive left out where the orders do not reach back far enough */
export function comparisonRows(effect: Effect, naive: Measured | undefined, treated: ArmMoments): Row[] {
  const row = (method: string, { value, low, high }: Measured): Row => ({
    ...{ method, value, low, high, customers: treated.n },
  });
  return [row('holdout', effect), ...(naive ? [row('before-after', naive)] : [])];
}
