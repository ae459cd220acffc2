import { getContext, setContext } from 'svelte';
import { AppError, isCancelled } from '../core/errors.ts';
import type { Progress } from '../core/progress.ts';
import { WORKSPACE_FILE } from '../core/workspace-file.ts';
import { download, fileNameOf } from '../ui/download.ts';
import type { ToastQueue } from '../ui/toast-queue.svelte.ts';
import { explainError } from './describe-error.ts';
import type { Session } from './session.svelte.ts';
import { workspaceLabel } from './workspace-name.ts';

/** Saving the workspace as a file, and opening one, as a person does it: asked first, with progress, and undone. */
export class FileDesk {
  /** The file that is to be opened once the analyst has agreed. */
  asked = $state.raw<File | undefined>();
  /** What is being done, in words. */
  running = $state<string>();
  progress = $state.raw<Progress | undefined>();
  readonly #session: Session;
  readonly #toasts: ToastQueue;
  #controller: AbortController | undefined;

  constructor(session: Session, toasts: ToastQueue) {
    this.#session = session;
    this.#toasts = toasts;
  }

  async save(): Promise<void> {
    const { speech, workspaces } = this.#session;
    await this.#run(speech.say('keeping.file.saving'), async (options) => {
      const blob = await workspaces.save(options);
      const day = new Date().toISOString().slice(0, 10);
      const label = workspaces.open ? workspaceLabel(workspaces.open, speech) : 'redito';
      const file = fileNameOf(`${label}-${day}`, WORKSPACE_FILE.ending.slice(1));
      download(blob, file);
      this.#toasts.show({ text: speech.say('keeping.file.saved', { file }) });
    });
  }

  /** Asks first when the workspace holds something that would give way. */
  async bring(file: File): Promise<void> {
    if (this.#session.status !== 'ready') throw new AppError('workspace-closed');
    if (this.#session.tables.length > 0) this.asked = file;
    else await this.#open(file);
  }

  async agree(): Promise<void> {
    const file = this.asked;
    this.asked = undefined;
    if (file) await this.#open(file);
  }

  cancel(): void {
    this.#controller?.abort();
  }

  async #open(file: File): Promise<void> {
    const { speech, workspaces, tables } = this.#session;
    await this.#run(speech.say('keeping.file.opening', { file: file.name }), async (options) => {
      const hadTables = tables.length > 0;
      await workspaces.openFile(file, options);
      const undo = { label: speech.say('ui.undo'), run: () => void this.#undo() };
      this.#toasts.show({
        text: speech.say('keeping.file.opened', { file: file.name }),
        ...(hadTables && { action: undo }),
      });
    });
  }

  async #undo(): Promise<void> {
    const { speech, workspaces } = this.#session;
    try {
      await workspaces.undoOpenFile();
      this.#toasts.show({ text: speech.say('keeping.file.undone') });
    } catch (error) {
      this.#toasts.show({ text: explainError(error, speech), tone: 'failed' });
    }
  }

  async #run(
    what: string,
    work: (options: { signal: AbortSignal; onProgress: (progress: Progress) => void }) => Promise<void>,
  ): Promise<void> {
    if (this.running !== undefined) return;
    this.running = what;
    this.#controller = new AbortController();
    try {
      const onProgress = (progress: Progress): void => void (this.progress = progress);
      await work({ signal: this.#controller.signal, onProgress });
    } catch (error) {
      if (isCancelled(error)) return;
      this.#toasts.show({ text: explainError(error, this.#session.speech), tone: 'failed', lasting: true });
    } finally {
      this.running = undefined;
      this.progress = undefined;
    }
  }
}

const KEY = Symbol('file desk');

export function provideFileDesk(desk: FileDesk): FileDesk {
  return setContext(KEY, desk);
}

export function useFileDesk(): FileDesk {
  return getContext<FileDesk>(KEY);
}
