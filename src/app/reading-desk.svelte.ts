import { getContext, setContext } from 'svelte';
import type { FileOptions } from '../core/file-options.ts';
import type { ToastQueue } from '../ui/toast-queue.svelte.ts';
import { explainError } from './describe-error.ts';
import type { FileImport } from './importing.svelte.ts';
import { recall, remember } from './remembered.ts';
import type { Session } from './session.svelte.ts';

const LOOKS_BEFORE = 'redito.look-before';
/** An archive is no table: its files come in by themselves. */
const ARCHIVE = /\.zip$/i;

/** How files are read, as a person decides it: before they come in if that is wanted, or afterwards. */
export class ReadingDesk {
  /** Files that are looked at before they come in, the one that is shown first. */
  waiting = $state.raw<readonly File[]>([]);
  /** A file that is in and is looked at again. */
  again = $state.raw<FileImport | undefined>();
  #looksBefore = $state(recall(LOOKS_BEFORE) === 'yes');
  readonly #session: Session;
  readonly #toasts: ToastQueue;

  constructor(session: Session, toasts: ToastQueue) {
    this.#session = session;
    this.#toasts = toasts;
  }

  get looksBefore(): boolean {
    return this.#looksBefore;
  }

  set looksBefore(looks: boolean) {
    this.#looksBefore = looks;
    remember(LOOKS_BEFORE, looks ? 'yes' : 'no');
  }

  async bring(files: readonly File[]): Promise<void> {
    const isLookedAt = (file: File): boolean => this.#looksBefore && !ARCHIVE.test(file.name);
    this.waiting = [...this.waiting, ...files.filter(isLookedAt)];
    const others = files.filter((file) => !isLookedAt(file));
    if (others.length > 0) await this.#session.importFiles(others);
  }

  /** The file that is shown is not brought in, or stays as it is. */
  leave(): void {
    if (this.again) this.again = undefined;
    else this.waiting = this.waiting.slice(1);
  }

  /** @param signature files with the same columns are read like this from now on */
  async decide(options: FileOptions, signature: string | undefined): Promise<void> {
    const item = this.again;
    const [file] = this.waiting;
    this.leave();
    try {
      if (signature !== undefined) await this.#session.workbench.rememberDecision(signature, options);
      if (item) await this.readAgain(item, options);
      else if (file) await this.#session.importFiles([file], { [file.name]: options });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Its tables take the place of those that it has brought; that can be undone. */
  async readAgain(item: FileImport, options: FileOptions): Promise<void> {
    const { importing, workbench, speech } = this.#session;
    try {
      const undo = await importing.again(item, options, workbench);
      await this.#session.refresh();
      if (!undo) return;
      this.#toasts.show({
        text: speech.say('reading.was-read-again', { file: item.name }),
        action: { label: speech.say('ui.undo'), run: () => void this.#undo(undo) },
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#toasts.show({ text: explainError(error, this.#session.speech), tone: 'failed' });
  }

  async #undo(undo: () => Promise<void>): Promise<void> {
    try {
      await undo();
      await this.#session.refresh();
    } catch (error) {
      this.#fail(error);
    }
  }
}

const KEY = Symbol('reading-desk');

export function provideReadingDesk(desk: ReadingDesk): ReadingDesk {
  return setContext(KEY, desk);
}

export function useReadingDesk(): ReadingDesk {
  return getContext<ReadingDesk>(KEY);
}
