/** So many small files are on their way at once: while one is stored the next is read, and several are saved together. */
const AT_ONCE = 6;

interface Waiting {
  isSmall: boolean;
  start: () => Promise<void>;
}

/** Work in the order in which it came: small pieces beside small ones, others alone. */
export class ImportQueue {
  readonly #waiting: Waiting[] = [];
  #running = 0;
  #isAlone = false;

  run<T>(isSmall: boolean, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      // Who asks for it sees it wait.
      const start = (): Promise<void> => Promise.resolve().then(work).then(resolve, reject);
      this.#waiting.push({ isSmall, start });
      this.#startNext();
    });
  }

  /** Resolves when all that has come before is over. */
  async over(): Promise<void> {
    await this.run(false, () => Promise.resolve());
  }

  #startNext(): void {
    const next = this.#waiting[0];
    if (!next) return;
    const fits = next.isSmall && !this.#isAlone && this.#running < AT_ONCE;
    if (this.#running > 0 && !fits) return;
    this.#waiting.shift();
    this.#running += 1;
    this.#isAlone = !next.isSmall;
    void next.start().then(() => {
      this.#running -= 1;
      this.#startNext();
    });
    this.#startNext();
  }
}
