import { isCancelled, toErrorData, type ErrorData } from '../../../../core/errors.ts';
import type { Progress } from '../../../../core/progress.ts';
import type { CallOptions } from '../../../../workbench/client.ts';

/** What would happen, looked at as often as something else is chosen, and then done: with progress, and cancelled. */
export class AgainDraft<Plan> {
  plan = $state.raw<Plan | undefined>();
  failure = $state.raw<ErrorData | undefined>();
  busy = $state<'looking' | 'doing' | undefined>();
  progress = $state.raw<Progress | undefined>();
  #controller: AbortController | undefined;

  /** What is chosen while it looks begins it anew. */
  look(work: (options: CallOptions) => Promise<Plan>): Promise<void> {
    return this.#run('looking', async (options) => {
      this.plan = await work(options);
    });
  }

  do(work: (options: CallOptions) => Promise<void>): Promise<void> {
    return this.#run('doing', work);
  }

  stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
    this.busy = undefined;
  }

  async #run(busy: 'looking' | 'doing', work: (options: CallOptions) => Promise<void>): Promise<void> {
    this.stop();
    const own = new AbortController();
    this.#controller = own;
    this.busy = busy;
    this.failure = undefined;
    this.progress = undefined;
    const onProgress = (progress: Progress): void => {
      if (this.#controller === own) this.progress = progress;
    };
    try {
      await work({ signal: own.signal, onProgress });
    } catch (error) {
      if (this.#controller === own && !isCancelled(error)) this.failure = toErrorData(error);
    } finally {
      if (this.#controller === own) this.busy = undefined;
    }
  }
}
