import { isCancelled, toErrorData, type ErrorData } from '../../../../core/errors.ts';
import type { FileOptions } from '../../../../core/file-options.ts';
import type { FilePreview } from '../../../../core/file-preview.ts';
import type { Workbench } from '../../../../workbench/client.ts';

/** How a file is to be read, as the analyst changes it, with its first rows as they would come in. */
export class ReadingDraft {
  options = $state.raw<FileOptions>({});
  preview = $state.raw<FilePreview | undefined>();
  failure = $state.raw<ErrorData | undefined>();
  busy = $state(false);
  /** Something is said of how it is read; otherwise what is remembered of files like it holds. */
  #isGiven: boolean;
  #looking: AbortController | undefined;

  constructor(
    readonly file: File,
    readonly workbench: Workbench,
    options: FileOptions | undefined,
  ) {
    this.#isGiven = options !== undefined;
    this.options = options ?? {};
  }

  /** Whether anything was decided. */
  get isDecided(): boolean {
    return Object.keys(this.options).length > 0;
  }

  /** `undefined` gives the decision back to what is found out. */
  async decide(change: { [K in keyof FileOptions]: FileOptions[K] | undefined }): Promise<void> {
    const merged = { ...this.options, ...change };
    const given = Object.entries(merged).filter(([, value]) => value !== undefined);
    this.options = Object.fromEntries(given) as FileOptions;
    this.#isGiven = true;
    await this.look();
  }

  /** As it is found out, whatever was decided. */
  async forget(): Promise<void> {
    this.options = {};
    this.#isGiven = true;
    await this.look();
  }

  async chooseType(column: string, type: string | undefined): Promise<void> {
    const others = Object.entries(this.options.columns ?? {}).filter(([name]) => name !== column);
    const columns = Object.fromEntries(type === undefined ? others : [...others, [column, type]]);
    await this.decide({ columns: Object.keys(columns).length > 0 ? columns : undefined });
  }

  /** What is decided on while it looks begins it anew; the last one has the last word. */
  async look(): Promise<void> {
    this.#looking?.abort();
    const looking = new AbortController();
    this.#looking = looking;
    this.busy = true;
    try {
      const options = this.#isGiven ? this.options : undefined;
      const preview = await this.workbench.previewFile(this.file, options, { signal: looking.signal });
      if (this.#looking !== looking) return;
      if (preview.look) this.options = preview.look.options;
      this.preview = preview;
      this.failure = undefined;
    } catch (error) {
      if (this.#looking === looking && !isCancelled(error)) this.failure = toErrorData(error);
    } finally {
      if (this.#looking === looking) this.busy = false;
    }
  }

  stop(): void {
    this.#looking?.abort();
    this.#looking = undefined;
  }
}
