import type { Check } from '../core/answer.ts';
import { AppError } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import { message } from '../core/message.ts';
import type { RatioTest } from '../statistics/chi-square.ts';
import type { AssignmentCounts } from './assignments.ts';

/** Sample ratios this unlikely are looked at, and these say that something is broken. `fabijanEtAl2019` */
const RATIO_WARNS = 0.01;
const RATIO_FAILS = 0.001;
/** Share of customers in several variants that says that the assignment does not hold. */
const SEVERAL_FAILS = 0.01;

/** A sentence within a sentence. */
export type Part = { key: string; values: Record<string, Json> };

/** A group and its size. */
export function groupMessage({ variant, n }: { variant: string; n: number }): Part {
  return message('assignment.group', { variant, n });
}

const TINY_P = 0.0001;

export function pMessage(p: number): Part {
  return p < TINY_P ? message('assignment.p.tiny', { p: TINY_P }) : message('assignment.p', { p });
}

/**
 * The planned shares in the order of the groups.
 * @returns undefined without a plan: equal
 * @throws AppError `parameter-invalid` unless every group, and nothing else, has a share.
 */
export function plannedWeights(
  groups: readonly { variant: string }[],
  shares: Record<string, number> | undefined,
): number[] | undefined {
  if (!shares) return undefined;
  const variants = groups.map(({ variant }) => variant);
  const isWhole = variants.every((variant) => Object.hasOwn(shares, variant));
  if (!isWhole || Object.keys(shares).length !== variants.length) {
    const expected = `{ ${variants.map((variant) => `${JSON.stringify(variant)}: …`).join(', ')} }`;
    throw new AppError('parameter-invalid', { parameter: 'shares', value: JSON.stringify(shares), expected });
  }
  return variants.map((variant) => shares[variant]);
}

/** Whether the groups are so far from the plan that no effect can be read. */
export function ratioFails({ pValue }: Pick<RatioTest, 'pValue'>): boolean {
  return pValue < RATIO_FAILS;
}

/**
 * Whether the groups are as large as planned: p < .01 warns, p < .001 fails.
 * @param of the groups as assigned, or what is seen of them
 */
export function sampleRatioCheck(
  groups: readonly { variant: string; n: number }[],
  ratio: RatioTest,
  of: 'assigned' | 'seen' = 'assigned',
): Check {
  const { pValue, expected } = ratio;
  const status = ratioFails(ratio) ? 'failed' : pValue < RATIO_WARNS ? 'warned' : 'passed';
  const counts = groups.map(groupMessage);
  const planned = groups.map(({ variant }, i) => groupMessage({ variant, n: Math.round(expected[i]) }));
  const id = of === 'seen' ? 'sample-ratio-seen' : 'sample-ratio';
  return {
    ...{ id, status, value: pValue, limit: RATIO_WARNS },
    message: message(`assignment.check.${id}.${status}`, { counts, planned, p: pMessage(pValue) }),
  };
}

/** Who was put into several variants is left out; many of them say that the assignment does not hold. */
export function severalVariantsCheck({ units, several }: Pick<AssignmentCounts, 'units' | 'several'>): Check {
  const share = units > 0 ? several / units : 0;
  return {
    ...{ id: 'multiple-variants', value: share, limit: SEVERAL_FAILS },
    status: share > SEVERAL_FAILS ? 'failed' : several > 0 ? 'warned' : 'passed',
    message: message('assignment.check.multiple-variants', { several, share }),
  };
}
