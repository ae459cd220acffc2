import { toErrorData, type ErrorData } from '../../core/errors.ts';
import type { Progress } from '../../core/progress.ts';
import { questionOf } from '../questions.ts';
import { hrefOf, type Router } from '../router.svelte.ts';
import type { Session } from '../session.svelte.ts';
import { DEMO_SAMPLE, DEMO_SEED, demoSteps, LONGEST, stepOf, type DemoStep } from './demo-steps.ts';

/**
 * The walk through the sample: which step it is at, and the answers of the steps to come. The address holds the step, so that a
 * reload comes back to it; walking leaves no steps in the browser’s history.
 */
export class Demo {
  index = $state(0);
  /** The sample is open: there is something to walk through. */
  ready = $state(false);
  progress = $state.raw<Progress | undefined>();
  failure = $state.raw<ErrorData | undefined>();
  readonly #session: Session;
  readonly #router: Router;

  constructor(session: Session, router: Router) {
    this.#session = session;
    this.#router = router;
  }

  /** Follows the browser’s Back and Forward over what the analyst has opened meanwhile. */
  follow(): void {
    if (this.ready) this.index = stepOf(location.search);
  }

  get step(): DemoStep {
    return demoSteps[this.index];
  }

  get isFirst(): boolean {
    return this.index === 0;
  }

  get isLast(): boolean {
    return this.index === demoSteps.length - 1;
  }

  /** The analyst has gone elsewhere in the meantime. */
  get isAway(): boolean {
    const { page, parameters } = this.#router;
    return this.ready && hrefOf(page, parameters) !== hrefOf(this.step.page, this.step.parameters);
  }

  async open(): Promise<void> {
    this.failure = undefined;
    try {
      if (this.#session.status === 'failed') await this.#session.reopen();
      await this.#session.opened;
      const onProgress = (progress: Progress): void => void (this.progress = progress);
      const start = stepOf(location.search);
      // Nothing else can be shown before there are tables.
      this.#go(demoSteps[0], start);
      const opening = this.#session.openSample(DEMO_SAMPLE, DEMO_SEED, { onProgress });
      const questions = [...demoSteps.slice(start), ...demoSteps.slice(0, start)].filter(
        ({ isQuestion }) => isQuestion,
      );
      const isLong = ({ page }: DemoStep): boolean => page === LONGEST;
      const [first, ...others] = questions.filter((step) => !isLong(step));
      // The pages come while the tables are made.
      await Promise.all([opening, questionOf(first.page)?.load()]);
      // What computes longest takes little of the database: it goes on beside the others.
      for (const step of questions.filter(isLong)) void this.#ask(step);
      // While the first step is told, the second one is worked out.
      await this.#ask(first);
      this.ready = true;
      if (start > 0) this.#move(start);
      void this.#askAhead(others);
    } catch (error) {
      this.failure = toErrorData(error);
    }
  }

  forward(): void {
    if (!this.ready || this.isLast) return;
    this.#move(this.index + 1);
  }

  back(): void {
    if (!this.ready || this.isFirst) return;
    this.#move(this.index - 1);
  }

  /** Goes to where the step takes place. */
  show(): void {
    this.#go(this.step, this.index);
  }

  #move(index: number): void {
    this.index = index;
    this.show();
  }

  #go({ page, parameters }: DemoStep, index: number): void {
    this.#router.replace(parameters, { page, search: `?demo=${index + 1}` });
  }

  /** One after another, so that the next step’s answer comes first. */
  async #askAhead(questions: readonly DemoStep[]): Promise<void> {
    for (const step of questions) await this.#ask(step);
  }

  async #ask({ page, parameters }: DemoStep): Promise<void> {
    // The step itself asks again, and shows what is wrong.
    await Promise.all([this.#session.ask(page, parameters), questionOf(page)?.load()]).catch(() => undefined);
  }
}

/** Whether the address asks for the demo: `?demo`. */
export function isDemo(search: string): boolean {
  return new URLSearchParams(search).has('demo');
}
