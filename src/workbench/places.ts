import { orCancelled } from './jobs.ts';

/** One's place in a queue. */
export interface Place {
  /** Resolves when all that were before have left. @throws AppError `cancelled` */
  come(signal: AbortSignal): Promise<void>;
  /** Lets the next one come; a place that was never used has to be left as well. */
  leave(): void;
}

/** A queue in which places are taken before it is known when they will be used. */
export class Places {
  #last: Promise<unknown> = Promise.resolve();
  #taken = 0;
  #whenFree: (() => void)[] = [];

  take(): Place {
    const before = this.#last;
    let letNext = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      letNext = resolve;
    });
    this.#last = Promise.all([before, left]);
    this.#taken += 1;
    let isTaken = true;
    return {
      come: async (signal) => void (await orCancelled(before, signal)),
      leave: () => {
        if (!isTaken) return;
        isTaken = false;
        letNext();
        this.#taken -= 1;
        if (this.#taken === 0) for (const tell of this.#whenFree.splice(0)) tell();
      },
    };
  }

  /** Resolves when nobody has a place. */
  async free(): Promise<void> {
    if (this.#taken > 0) await new Promise<void>((resolve) => this.#whenFree.push(resolve));
  }
}
