import { clamp, scrollScale, topShowing, visibleColumns, visibleRows } from './grid-scroll.ts';

export const ROW_HEIGHT = 30;
export const HEAD_HEIGHT = 34;
/** With the borders of the grid. */
export const FOOT_HEIGHT = 36;
/** The column with the row numbers. */
export const GUTTER_MINIMUM = 48;

export interface ActiveCell {
  /** −1 is the head. */
  row: number;
  column: number;
}

interface Measures {
  rows: () => number;
  widths: () => readonly number[];
  gutter: () => number;
}

/** What part of a grid shows, and where its active cell is. */
export class GridView {
  readonly #measures: Measures;
  #scroller: HTMLElement | undefined;
  #scroll = 0;
  #settle: ReturnType<typeof setTimeout> | undefined;

  height = $state(0);
  width = $state(0);
  top = $state(0);
  left = $state(0);
  active = $state.raw<ActiveCell>({ row: 0, column: 0 });

  readonly viewport = $derived.by(() => Math.max(this.height - HEAD_HEIGHT, 0));
  readonly scale = $derived.by(() => scrollScale(this.#measures.rows(), ROW_HEIGHT, this.viewport));
  readonly rows = $derived.by(() => visibleRows(this.top, this.viewport, ROW_HEIGHT, this.#measures.rows()));
  readonly columns = $derived.by(() =>
    visibleColumns(this.#measures.widths(), this.left, Math.max(this.width - this.#measures.gutter(), 0)),
  );

  constructor(measures: Measures) {
    this.#measures = measures;
  }

  attach = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;
    return () => {
      clearTimeout(this.#settle);
      this.#scroller = undefined;
    };
  };

  /** To the start, for a new table. */
  reset(): void {
    this.active = { row: 0, column: 0 };
    this.#scroller?.scrollTo(0, 0);
    this.#scroll = 0;
    this.top = 0;
    this.left = 0;
  }

  /**
   * A long list has more pixels than its scroll bar. Small steps (a finger, a click beside the thumb) move the list by
   * as many of its own pixels; large ones (the thumb) move it in proportion. Afterwards the thumb goes where it belongs.
   */
  onscroll = (): void => {
    const scroller = this.#scroller;
    if (!scroller) return;
    this.left = scroller.scrollLeft;
    const step = scroller.scrollTop - this.#scroll;
    if (Math.abs(step) < 1 && scroller.scrollTop > 0) return;
    this.#scroll = scroller.scrollTop;
    const { scaled, maximumScroll, maximumTop, topOf } = this.scale;
    const atEnd = this.#scroll <= 0 || this.#scroll >= maximumScroll - 1;
    if (!scaled || atEnd || Math.abs(step) > this.viewport * 1.5) this.top = topOf(this.#scroll);
    else this.top = clamp(this.top + step, 0, maximumTop);
    clearTimeout(this.#settle);
    if (scaled) this.#settle = setTimeout(() => this.#placeThumb(), 150);
  };

  onwheel = (event: WheelEvent): void => {
    if (!this.scale.scaled || event.ctrlKey || event.shiftKey || Math.abs(event.deltaY) < Math.abs(event.deltaX))
      return;
    const unit = [1, ROW_HEIGHT, this.viewport][event.deltaMode] ?? 1;
    const next = clamp(this.top + event.deltaY * unit, 0, this.scale.maximumTop);
    if (next === this.top) return;
    event.preventDefault();
    this.#moveTo(next);
  };

  /** Makes a cell the active one and shows it. */
  activate(row: number, column: number): void {
    const widths = this.#measures.widths();
    const next = {
      row: clamp(row, -1, this.#measures.rows() - 1),
      column: clamp(column, 0, widths.length - 1),
    };
    this.active = next;
    if (next.row >= 0) this.#moveTo(topShowing(next.row, this.top, this.viewport, ROW_HEIGHT));
    const start = widths.slice(0, next.column).reduce((sum, width) => sum + width, 0);
    const room = Math.max(this.width - this.#measures.gutter(), 0);
    const end = start + (widths[next.column] ?? 0);
    const left = start < this.left || end - start > room ? start : Math.max(this.left, end - room);
    if (this.#scroller && left !== this.left) this.#scroller.scrollLeft = left;
  }

  /** Where a key moves the active cell to; undefined for other keys. */
  target(event: KeyboardEvent): ActiveCell | undefined {
    const { row, column } = this.active;
    const last = this.#measures.rows() - 1;
    const lastColumn = this.#measures.widths().length - 1;
    const page = Math.max(Math.floor(this.viewport / ROW_HEIGHT) - 1, 1);
    const far = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowUp':
        return { row: far ? 0 : row - 1, column };
      case 'ArrowDown':
        return { row: far ? last : row + 1, column };
      case 'ArrowLeft':
        return { row, column: far ? 0 : column - 1 };
      case 'ArrowRight':
        return { row, column: far ? lastColumn : column + 1 };
      case 'PageUp':
        return { row: Math.max(row - page, 0), column };
      case 'PageDown':
        return { row: row + page, column };
      case 'Home':
        return { row: far ? 0 : row, column: 0 };
      case 'End':
        return { row: far ? last : row, column: lastColumn };
      default:
        return undefined;
    }
  }

  #moveTo(top: number): void {
    this.top = clamp(top, 0, this.scale.maximumTop);
    this.#placeThumb();
  }

  #placeThumb(): void {
    if (!this.#scroller) return;
    this.#scroller.scrollTop = this.scale.scrollOf(this.top);
    this.#scroll = this.#scroller.scrollTop;
  }
}
