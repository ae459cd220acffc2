import type { QualityFinding } from '../../../semantics/quality/quality.ts';

type Weighed = Pick<QualityFinding, 'points' | 'rows' | 'money' | 'customers'>;

/** By what they take from the score, which is the same from a tenth on, and then by how much they concern. */
export function weightiestFirst(one: Weighed, other: Weighed): number {
  return other.points - one.points || shareOf(other) - shareOf(one);
}

function shareOf({ rows, money, customers }: Weighed): number {
  return Math.max(rows?.share ?? 0, money?.share ?? 0, customers?.share ?? 0);
}
