import { isCancelled, toErrorData, type ErrorData } from '../../../core/errors.ts';
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
  readonly #workbench: Workbench;
  #stop: AbortController | undefined;
  #text = '';

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** `offset` is where `text` begins in the editor's whole text. */
  async start(text: string, offset: number, whole: string): Promise<void> {
    this.cancel();
    const own = new AbortController();
    this.#stop = own;
    this.#text = text;
    this.running = true;
    this.failure = undefined;
    try {
      const result = await this.#workbench.query(text, MOST_ROWS, { signal: own.signal });
      if (this.#stop === own) this.result = result;
    } catch (error) {
      if (this.#stop === own && !isCancelled(error)) this.#fail(error, text, offset, whole);
    } finally {
      if (this.#stop === own) this.running = false;
    }
  }

  cancel(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.running = false;
  }

  /** The whole result as CSV; undefined when it failed. */
  async export(): Promise<Blob | undefined> {
    this.exporting = true;
    try {
      return await this.#workbench.exportCsv(this.#text);
    } catch (error) {
      this.#fail(error, this.#text, 0, this.#text);
      return undefined;
    } finally {
      this.exporting = false;
    }
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
