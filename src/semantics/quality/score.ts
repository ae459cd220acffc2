import type { QualityFinding, Severity } from './quality.ts';

/** What a finding takes at least, and at most when it concerns a tenth of the rows or of the money. */
const POINTS: Readonly<Record<Severity, { least: number; most: number }>> = {
  serious: { least: 10, most: 40 },
  look: { least: 3, most: 15 },
  note: { least: 1, most: 1 },
};
const FULL_SHARE = 0.1;

/** The larger share of a finding, of the rows or of the money that it concerns; of the customers where it is no matter of rows. */
export function shareOf({ rows, money, customers }: Pick<QualityFinding, 'rows' | 'money' | 'customers'>): number {
  return rows ? Math.max(rows.share, money?.share ?? 0) : (customers?.share ?? 0);
}

/** Points that a finding takes from a table's hundred: the score is what is left, and never below 0. */
export function pointsOf(finding: Pick<QualityFinding, 'severity' | 'rows' | 'money' | 'customers'>): number {
  const { least, most } = POINTS[finding.severity];
  return least + (most - least) * Math.min(1, shareOf(finding) / FULL_SHARE);
}
