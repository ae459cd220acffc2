import type { Row } from '../../core/json.ts';
import type { SampleMoments } from '../../statistics/sample-moments.ts';
import { FIRST_COLUMNS } from './queries.ts';

/** A group's means and covariances, of the columns of `FIRST_COLUMNS` and then of the slices. */
export interface ArmMoments {
  variant: string;
  n: number;
  mean: number[];
  /** Symmetric, with n − 1. */
  covariance: number[][];
}

export const FIRST_SLICE = FIRST_COLUMNS.length;

export function positionOf(column: (typeof FIRST_COLUMNS)[number]): number {
  return FIRST_COLUMNS.indexOf(column);
}

/** Reads what `momentsQuery` gives. */
export function readArms(rows: readonly Row[], columns: number): ArmMoments[] {
  return rows.map((row) => {
    const covariance = Array.from({ length: columns }, () => new Array<number>(columns).fill(0));
    for (let i = 0; i < columns; i++) {
      for (let j = i; j < columns; j++) {
        covariance[i][j] = covariance[j][i] = Number(row[`c_${i}_${j}`] ?? 0);
      }
    }
    const mean = Array.from({ length: columns }, (_, i) => Number(row[`m_${i}`]));
    return { variant: String(row.variant), n: Number(row.n), mean, covariance };
  });
}

/** Moments of a weighted sum of the columns. */
export function combine({ n, mean, covariance }: ArmMoments, weights: ReadonlyMap<number, number>): SampleMoments {
  let total = 0;
  let variance = 0;
  for (const [i, weight] of weights) {
    total += weight * mean[i];
    for (const [j, other] of weights) variance += weight * other * covariance[i][j];
  }
  return { n, mean: total, variance: Math.max(0, variance) };
}

/** Moments of one column. */
export function momentsOf(arm: ArmMoments, column: number): SampleMoments {
  return combine(arm, new Map([[column, 1]]));
}
