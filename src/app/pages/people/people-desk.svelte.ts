import { isCancelled, toErrorData, type ErrorData } from '../../../core/errors.ts';
import type { Progress } from '../../../core/progress.ts';
import type { PeopleEffect } from '../../../semantics/people/people-effect.ts';
import type { PeopleSetup, PeopleTier } from '../../../semantics/people/people.ts';
import type { ReviewPair } from '../../../semantics/people/review.ts';
import type { CallOptions, Workbench } from '../../../workbench/client.ts';
import type { PeopleState } from '../../../workbench/contract.ts';
import type { Session } from '../../session.svelte.ts';
import { proposedSetup, stillThere, type PeopleTable } from './people-draft.ts';
import { ReviewQueue } from './review-queue.svelte.ts';

const COUNT_AFTER_MS = 500;

/** Joining up people as the page shows it: what is set up, what was found, what was decided and what it changes. */
export class PeopleDesk {
  state = $state.raw<PeopleState | undefined>();
  tables = $state.raw<readonly PeopleTable[] | undefined>();
  /** What stands in the form. */
  draft = $state.raw<PeopleSetup | undefined>();
  progress = $state.raw<Progress | undefined>();
  matching = $state(false);
  stopped = $state(false);
  /** Joining is being put in force or undone. */
  applying = $state(false);
  failure = $state.raw<ErrorData | undefined>();
  effect = $state.raw<PeopleEffect | undefined>();
  /** Whose ids business tables have, as far as the analyst has said so. */
  sides = $state.raw<Partial<Record<string, 'left' | 'right'>>>({});
  /** What was decided since the page was opened, the last one last. */
  decided = $state.raw<readonly ReviewPair[]>([]);
  readonly queue: ReviewQueue;
  readonly #session: Session;
  readonly #workbench: Workbench;
  /** What was proposed last: as long as nobody has changed it, more tables may make another one. */
  #proposed: PeopleSetup | undefined;
  #run: AbortController | undefined;
  #counting: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, workbench: Workbench) {
    this.#session = session;
    this.#workbench = workbench;
    this.queue = new ReviewQueue(workbench);
  }

  get isOneTable(): boolean {
    return this.state?.setup !== undefined && this.state.setup.right === undefined;
  }

  /** Reads anew where the work stands: tables or the mapping have changed. */
  async load(): Promise<void> {
    this.failure = undefined;
    try {
      const state = await this.#workbench.people();
      await this.#take(state);
      const tables = await this.#workbench.peopleTables();
      this.tables = tables;
      const chosen = this.draft === this.#proposed ? undefined : this.draft;
      this.#proposed = proposedSetup(tables);
      this.draft = stillThere(chosen ?? state.setup, this.#session.tables) ?? this.#proposed;
    } catch (error) {
      this.failure = toErrorData(error);
    }
  }

  /** Nobody looks any more. */
  leave(): void {
    this.stop();
    this.#dontCount();
  }

  async match(setup: PeopleSetup): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    this.#dontCount();
    this.matching = true;
    this.stopped = false;
    this.failure = undefined;
    this.effect = undefined;
    this.decided = [];
    try {
      const state = await this.#workbench.matchPeople(setup, {
        signal: run.signal,
        onProgress: (progress) => (this.progress = progress),
      });
      await this.#take(state);
    } catch (error) {
      if (isCancelled(error)) this.stopped = true;
      else this.failure = toErrorData(error);
      await this.#readState();
    } finally {
      this.matching = false;
      this.progress = undefined;
    }
  }

  async #readState(): Promise<void> {
    try {
      this.state = await this.#workbench.people();
    } catch (error) {
      this.failure = toErrorData(error);
    }
  }

  stop(): void {
    this.#run?.abort();
  }

  /** @throws what kept the decision from being taken; the pair waits again then */
  async decide(pair: ReviewPair, same: boolean): Promise<void> {
    this.#dontCount();
    this.queue.drop(pair, same && !this.isOneTable);
    this.decided = [...this.decided, { ...pair, state: same ? 'accepted' : 'rejected' }];
    try {
      this.state = await this.#workbench.decidePeople(keysOf(pair), same);
      if (this.queue.pairs.length === 0) await this.queue.fill();
      this.#countSoon();
    } catch (error) {
      this.decided = this.decided.slice(0, -1);
      this.queue.putBack(pair);
      throw error;
    }
  }

  async takeBack(pair: ReviewPair): Promise<void> {
    this.#dontCount();
    this.state = await this.#workbench.decidePeople(keysOf(pair), null);
    this.decided = this.decided.filter((one) => one !== pair);
    await this.queue.fill();
    // What was taken back last is looked at again.
    const again = this.queue.pairs.filter((one) => JSON.stringify(keysOf(one)) === JSON.stringify(keysOf(pair)));
    const others = this.queue.pairs.filter((one) => !again.includes(one));
    this.queue.pairs = [...again, ...others];
    this.#countSoon();
  }

  async decideTier(tier: PeopleTier, accepted: boolean): Promise<void> {
    this.#dontCount();
    await this.#take(await this.#workbench.decidePeopleTier(tier, accepted));
  }

  say(table: string, side: 'left' | 'right' | undefined): void {
    const { [table]: _, ...others } = this.sides;
    this.sides = side ? { ...others, [table]: side } : others;
    this.#countSoon(0);
  }

  async apply(): Promise<void> {
    await this.#change((options) => this.#workbench.applyPeople(this.sides, options));
  }

  async undo(): Promise<void> {
    await this.#change((options) => this.#workbench.undoPeople(options));
  }

  async #change(work: (options: CallOptions) => Promise<PeopleState>): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    this.applying = true;
    this.#dontCount();
    try {
      this.state = await work({ signal: run.signal, onProgress: (progress) => (this.progress = progress) });
    } finally {
      this.applying = false;
      this.progress = undefined;
      // The session tells every page that answers are other ones now; this one reads anew by it.
      await this.#session.refresh();
    }
  }

  async #take(state: PeopleState): Promise<void> {
    this.state = state;
    if (!state.outcome) {
      this.effect = undefined;
      return;
    }
    await this.queue.restart();
    this.#countSoon(0);
  }

  /** Counting customers reads the business tables: not after each of many decisions. */
  #countSoon(after: number = COUNT_AFTER_MS): void {
    this.#dontCount();
    this.#timer = setTimeout(() => void this.#count(), after);
  }

  /** What is decided does not wait for it. */
  #dontCount(): void {
    this.#counting?.abort();
    clearTimeout(this.#timer);
  }

  async #count(): Promise<void> {
    const counting = new AbortController();
    this.#counting = counting;
    try {
      const effect = await this.#workbench.peopleEffect(this.sides, { signal: counting.signal });
      if (counting === this.#counting) this.effect = effect;
    } catch (error) {
      if (!isCancelled(error) && counting === this.#counting) this.failure = toErrorData(error);
    }
  }
}

function keysOf({ left, right }: ReviewPair): { left: string; right: string } {
  return { left: left.key, right: right.key };
}
