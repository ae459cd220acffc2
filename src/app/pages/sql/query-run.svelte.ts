import { isCancelled, toErrorData, type ErrorData } from '../../../core/errors.ts';
import type { TableInfo } from '../../../core/table-info.ts';
import type { Workbench } from '../../../workbench/client.ts';
import type { QueryResult } from '../../../workbench/contract.ts';
import { errorPlace, withoutExcerpt, type ErrorPlace } from './error-place.ts';

/** More rows than this are not brought onto the page; the CSV holds all. */
const MOST_ROWS = 10_000;

export interface QueryFailure {
  error: ErrorData;
  /** In the text of the editor. */
  place: ErrorPlace | undefined;
}

/** One query after another, each of which can be cancelled. */
export class QueryRun {
  running = $state(false);
  exporting = $state(false);
  result = $state.raw<QueryResult>();
  failure = $state.raw<QueryFailure>();
  /** Why the CSV could not be written; the result stays. */
  exportFailure = $state.raw<ErrorData>();
  /** A table that a statement would make, while the analyst is asked. */
  wanted = $state.raw<{ table: string; text: string; offset: number; whole: string }>();
  readonly #workbench: Workbench;
  #stop: AbortController | undefined;
  #stopExport: AbortController | undefined;
  /** What gave the result that is shown. */
  #text = '';

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** `offset` is where `text` begins in the editor's whole text. */
  async start(text: string, offset: number, whole: string): Promise<void> {
    this.cancel();
    const own = new AbortController();
    this.#stop = own;
    this.running = true;
    this.failure = undefined;
    this.cancelExport();
    this.exportFailure = undefined;
    try {
      const result = await this.#workbench.query(text, MOST_ROWS, { signal: own.signal });
      if (this.#stop !== own) return;
      this.result = result;
      this.#text = text;
    } catch (error) {
      if (this.#stop === own && !isCancelled(error)) this.#askOrFail(error, { text, offset, whole });
    } finally {
      if (this.#stop === own) this.running = false;
    }
  }

  /** What was asked for, now that the analyst has said yes; undefined when it failed or was cancelled. */
  async makeTable(): Promise<TableInfo | undefined> {
    const { wanted } = this;
    if (!wanted) return undefined;
    this.cancel();
    this.wanted = undefined;
    const own = new AbortController();
    this.#stop = own;
    this.running = true;
    this.failure = undefined;
    try {
      return await this.#workbench.makeTable(wanted.text, { signal: own.signal });
    } catch (error) {
      if (this.#stop === own && !isCancelled(error)) this.#fail(error, wanted.text, wanted.offset, wanted.whole);
      return undefined;
    } finally {
      if (this.#stop === own) this.running = false;
    }
  }

  forgetWanted(): void {
    this.wanted = undefined;
  }

  cancel(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.running = false;
  }

  /** The whole result as CSV; undefined when it failed or was cancelled. */
  async export(): Promise<Blob | undefined> {
    this.cancelExport();
    const own = new AbortController();
    this.#stopExport = own;
    this.exporting = true;
    this.exportFailure = undefined;
    try {
      const blob = await this.#workbench.exportCsv(this.#text, { signal: own.signal });
      return this.#stopExport === own ? blob : undefined;
    } catch (error) {
      if (this.#stopExport === own && !isCancelled(error)) this.exportFailure = toErrorData(error);
      return undefined;
    } finally {
      if (this.#stopExport === own) this.exporting = false;
    }
  }

  cancelExport(): void {
    this.#stopExport?.abort();
    this.#stopExport = undefined;
    this.exporting = false;
  }

  #askOrFail(thrown: unknown, asked: { text: string; offset: number; whole: string }): void {
    const { code, details } = toErrorData(thrown);
    if (code === 'query-makes-table') this.wanted = { ...asked, table: String(details['table']) };
    else this.#fail(thrown, asked.text, asked.offset, asked.whole);
  }

  #fail(thrown: unknown, text: string, offset: number, whole: string): void {
    const error = toErrorData(thrown);
    const reason = String(error.details['reason'] ?? '');
    const found = errorPlace(reason, text);
    const place = found && placeIn(whole, found.offset + offset);
    this.failure = { error: { ...error, details: { ...error.details, reason: withoutExcerpt(reason) } }, place };
    this.result = undefined;
  }
}

function placeIn(text: string, offset: number): ErrorPlace {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1, offset };
}
