import { testSampleRatio } from '../../statistics/chi-square.ts';
import type { Experiment } from './samples.ts';

/** Sample ratios this unlikely are looked at, and these say that something is broken. `fabijanEtAl2019` */
export const RATIO_WARNS = 0.01;
const RATIO_FAILS = 0.001;

export interface Groups {
  /** As planned, in the order of the groups. */
  expected: number[];
  pValue: number;
}

export function groupsOf({ groups }: Experiment, weights: readonly number[] | undefined): Groups {
  const counts = groups.map(({ n }) => n);
  return testSampleRatio(counts, weights);
}

/** Whether the groups are so far from the plan that no effect can be read. */
export function ratioFails({ pValue }: Groups): boolean {
  return pValue < RATIO_FAILS;
}
