/** Browsers cannot make an element much higher than this (Firefox gives up first, at about 17.8 million pixels). */
export const MAXIMUM_HEIGHT = 8_000_000;

/**
 * How the place of a scroll bar maps to a place in a list that may be higher than any element can be. `content` pixels
 * are the list's own (rows × row height), `scroll` pixels the browser's.
 */
export interface ScrollScale {
  /** Height of the list, in content pixels. */
  contentHeight: number;
  /** Height the element gets, in scroll pixels. */
  scrollHeight: number;
  /** The element is lower than the list. */
  scaled: boolean;
  maximumTop: number;
  maximumScroll: number;
  topOf(scroll: number): number;
  scrollOf(top: number): number;
}

/** Both mappings are linear, keep both ends, and are the identity while the list is low enough. */
export function scrollScale(rows: number, rowHeight: number, viewport: number): ScrollScale {
  const contentHeight = Math.max(rows * rowHeight, 0);
  const scrollHeight = Math.min(contentHeight, MAXIMUM_HEIGHT);
  const maximumTop = Math.max(contentHeight - viewport, 0);
  const maximumScroll = Math.max(scrollHeight - viewport, 0);
  const ratio = maximumScroll > 0 ? maximumTop / maximumScroll : 1;
  return {
    contentHeight,
    scrollHeight,
    scaled: contentHeight > scrollHeight,
    maximumTop,
    maximumScroll,
    topOf: (scroll) => clamp(scroll * ratio, 0, maximumTop),
    scrollOf: (top) => clamp(top / ratio, 0, maximumScroll),
  };
}

/** The first and last rows that show, both included; `last` is below `first` when there are none. */
export function visibleRows(
  top: number,
  viewport: number,
  rowHeight: number,
  rows: number,
): { first: number; last: number } {
  return {
    first: clamp(Math.floor(top / rowHeight), 0, Math.max(rows - 1, 0)),
    last: Math.min(Math.ceil((top + viewport) / rowHeight) - 1, rows - 1),
  };
}

/** The top nearest to `top` at which a row shows in full. */
export function topShowing(row: number, top: number, viewport: number, rowHeight: number): number {
  const start = row * rowHeight;
  if (start < top) return start;
  return Math.max(top, start + rowHeight - viewport);
}

/** The first and last columns that show, of columns with these widths. */
export function visibleColumns(
  widths: readonly number[],
  left: number,
  viewport: number,
): { first: number; last: number } {
  let [offset, first, last] = [0, -1, -1];
  for (const [index, width] of widths.entries()) {
    if (offset + width > left && first < 0) first = index;
    if (offset < left + viewport) last = index;
    offset += width;
  }
  return { first: Math.max(first, 0), last };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
