import type { Row } from '../../core/json.ts';
import { NOT_YET, SEGMENTS, type Segment } from './question.ts';
import type { Group } from './queries.ts';
import { GRID_SIZE, segmentAt } from './segment-grid.ts';

export interface SegmentRow {
  segment: Segment;
  customers: number;
  share: number;
  revenue: number;
  /** Null when nothing was earned. */
  revenueShare: number | null;
  /** Null in a segment without customers, as the means are. */
  medianRecencyDays: number | null;
  meanFrequency: number | null;
  meanMonetary: number | null;
}

/** Every segment in the order of `SEGMENTS`, the empty ones too. */
export function segmentRows(groups: readonly Group[]): SegmentRow[] {
  const whole = groups.filter(({ r }) => r === null);
  const customers = whole.reduce((sum, group) => sum + group.customers, 0);
  const revenue = whole.reduce((sum, group) => sum + group.revenue, 0);
  return SEGMENTS.map((segment) => {
    const group = whole.find((candidate) => candidate.segment === segment);
    return {
      segment,
      customers: group?.customers ?? 0,
      share: (group?.customers ?? 0) / customers,
      revenue: group?.revenue ?? 0,
      revenueShare: revenue > 0 ? (group?.revenue ?? 0) / revenue : null,
      medianRecencyDays: group?.medianRecencyDays ?? null,
      meanFrequency: group?.meanFrequency ?? null,
      meanMonetary: group?.meanMonetary ?? null,
    };
  });
}

/** Every place of the grid, the latest buyers first. */
export function gridRows(groups: readonly Group[]): Row[] {
  const scale = Array.from({ length: GRID_SIZE }, (_, i) => i + 1);
  return [...scale].reverse().flatMap((r) =>
    scale.map((fm) => {
      const group = groups.find((candidate) => candidate.r === r && candidate.fm === fm);
      return {
        r,
        fm,
        segment: segmentAt(r, fm),
        customers: group?.customers ?? 0,
        revenue: group?.revenue ?? 0,
      };
    }),
  );
}

/** In the order of `SEGMENTS`, those who were no customers yet last. */
export function movementRows(rows: readonly Row[]): Row[] {
  const place = (name: unknown): number => ([...SEGMENTS, NOT_YET] as unknown[]).indexOf(name);
  return [...rows].sort(
    (a, b) => place(a.from_segment) - place(b.from_segment) || place(a.to_segment) - place(b.to_segment),
  );
}
