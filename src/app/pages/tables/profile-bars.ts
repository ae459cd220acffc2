import { isoToDay } from '../../../core/time.ts';
import { cellKind } from '../../../ui/grid-format.ts';
import { PROFILE_BINS, type ColumnProfile } from '../../../core/table-info.ts';

export interface ProfileBars {
  /** `bins` adjoin each other and include empty ones; `values` are the most frequent values. */
  kind: 'bins' | 'values';
  bars: { label: string; count: number }[];
}

/** Undefined when there is nothing to draw: no values, or a different one in every row. */
export function profileBars({ type, low, high, bars, distinct }: ColumnProfile): ProfileBars | undefined {
  if (bars.length === 0) return undefined;
  const isText = cellKind(type) === 'text' || cellKind(type) === 'boolean';
  const [start, end] = isText ? [] : [position(low), position(high)];
  const named = bars.map(({ label, count }) => ({ label: String(label), count }));
  if (start === undefined || end === undefined) {
    return distinct <= PROFILE_BINS ? { kind: 'values', bars: named } : undefined;
  }
  const bins = Array.from({ length: PROFILE_BINS }, () => ({ label: '', count: 0 }));
  for (const [index, { label, count }] of bars.entries()) {
    const place = position(label) ?? start;
    const share = end > start ? (place - start) / (end - start) : 0;
    const bin = bins[Math.min(Math.max(Math.floor(share * PROFILE_BINS), 0), PROFILE_BINS - 1)]!;
    bin.label ||= named[index]!.label;
    bin.count += count;
  }
  return { kind: 'bins', bars: bins };
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ](\d{2}):(\d{2}):(\d{2}))?/;

/** Where a number or a time lies on its axis; undefined for words. */
function position(value: ColumnProfile['low']): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  if (NUMBER.test(value)) return Number(value);
  const match = DATE.exec(value);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  return isoToDay(value) + (hours! + minutes! / 60 + seconds! / 3600) / 24;
}
