import type { ReviewFilter, ReviewPair } from '../../../semantics/people/review.ts';
import type { Workbench } from '../../../workbench/client.ts';

const AT_ONCE = 20;

/** The pairs that wait for a look, one after the other; some are read ahead. */
export class ReviewQueue {
  /** The first one is looked at. */
  pairs = $state.raw<readonly ReviewPair[]>([]);
  loading = $state(false);
  /** Those that were passed over come again at the end. */
  skipped = $state(0);
  readonly #workbench: Pick<Workbench, 'peoplePairs'>;
  #run = 0;

  constructor(workbench: Pick<Workbench, 'peoplePairs'>) {
    this.#workbench = workbench;
  }

  get current(): ReviewPair | undefined {
    return this.pairs[0];
  }

  /** From the first one on. */
  restart(): Promise<void> {
    this.skipped = 0;
    return this.fill();
  }

  async fill(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    this.loading = true;
    try {
      const pairs = await this.#workbench.peoplePairs('open' satisfies ReviewFilter, this.skipped, AT_ONCE);
      if (run !== this.#run) return;
      this.pairs = pairs;
      if (pairs.length === 0 && this.skipped > 0) await this.restart();
    } finally {
      if (run === this.#run) this.loading = false;
    }
  }

  /** It was decided on, and with it others that wait for one of the same people where one is one at most. */
  drop(decided: ReviewPair, settles: boolean): void {
    this.pairs = this.pairs.filter((pair) => {
      if (pair === decided) return false;
      return !settles || (pair.left.key !== decided.left.key && pair.right.key !== decided.right.key);
    });
  }

  /** It is looked at later. */
  skip(): void {
    this.skipped += 1;
    this.pairs = this.pairs.slice(1);
  }

  /** Looks at one that was decided on again. */
  putBack(pair: ReviewPair): void {
    this.pairs = [pair, ...this.pairs];
  }
}
