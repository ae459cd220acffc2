import type { Json } from '../core/json.ts';

export interface GridPage {
  rows: Json[][];
}

/** Gives `limit` rows from `offset` on; `signal` fires when they are not wanted any more. */
export type FetchPage = (offset: number, limit: number, signal: AbortSignal) => Promise<GridPage>;

const PAGE_ROWS = 200;
const PAGES_KEPT = 40;
/** While a scroll bar is dragged, rows that only flash by are not fetched. */
const SETTLE_MS = 60;

/** The rows of a long table, fetched as they are wanted; the pages used last stay. */
export class GridPages {
  #pages = $state.raw<readonly { page: number; rows: Json[][] }[]>([]);
  /** The first page stays here, so that widths fitted to it do not change later. */
  firstRows = $state.raw<Json[][]>([]);
  failed = $state.raw<unknown>();

  readonly #fetchPage: FetchPage;
  readonly #stop = new AbortController();
  #wanted: number[] = [];
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(fetchPage: FetchPage) {
    this.#fetchPage = fetchPage;
  }

  /** Undefined until its page has come. */
  row(index: number): Json[] | undefined {
    return this.#find(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
  }

  /** Asks for the pages of these rows, both included. */
  want(first: number, last: number): void {
    if (last < first) return;
    const pages: number[] = [];
    for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page++) pages.push(page);
    this.#wanted = pages.filter((page) => !this.#find(page));
    if (this.#wanted.length === 0 || this.#busy) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fetch(), this.#pages.length === 0 ? 0 : SETTLE_MS);
  }

  retry(): void {
    this.failed = undefined;
    void this.#fetch();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  async #fetch(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let page = this.#wanted.shift(); page !== undefined; page = this.#wanted.shift()) {
        const { rows } = await this.#fetchPage(page * PAGE_ROWS, PAGE_ROWS, this.#stop.signal);
        if (this.#stop.signal.aborted) return;
        this.#keep(page, rows);
      }
      this.failed = undefined;
    } catch (error) {
      if (!this.#stop.signal.aborted) this.failed = error;
    } finally {
      this.#busy = false;
    }
  }

  #find(page: number): Json[][] | undefined {
    return this.#pages.find((kept) => kept.page === page)?.rows;
  }

  #keep(page: number, rows: Json[][]): void {
    if (page === 0) this.firstRows = rows;
    this.#pages = [{ page, rows }, ...this.#pages.filter((kept) => kept.page !== page)].slice(0, PAGES_KEPT);
  }
}

/** Pages of rows that are all here. */
export function pagesOf(rows: Json[][]): FetchPage {
  return (offset, limit) => Promise.resolve({ rows: rows.slice(offset, offset + limit) });
}
