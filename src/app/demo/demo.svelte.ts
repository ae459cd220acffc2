import { toErrorData, type ErrorData } from '../../core/errors.ts';
import type { Progress } from '../../core/progress.ts';
import { questionOf } from '../questions.ts';
import { hrefOf, type Router } from '../router.svelte.ts';
import type { Session } from '../session.svelte.ts';
import { DEMO_SAMPLE, DEMO_SEED, demoSteps, LONGEST, type DemoStep } from './demo-steps.ts';

/** The walk through the sample: which step it is at, and the answers of the steps to come. */
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
      this.show();
      const opening = this.#session.openSample(DEMO_SAMPLE, DEMO_SEED, { onProgress });
      const questions = demoSteps.filter(({ isQuestion }) => isQuestion);
      const isLong = ({ page }: DemoStep): boolean => page === LONGEST;
      const [first, ...others] = questions.filter((step) => !isLong(step));
      // The pages come while the tables are made.
      await Promise.all([opening, questionOf(first.page)?.load()]);
      // What computes longest takes little of the database: it goes on beside the others.
      for (const step of questions.filter(isLong)) void this.#ask(step);
      // While the first step is told, the second one is worked out.
      await this.#ask(first);
      this.ready = true;
      void this.#askAhead(others);
    } catch (error) {
      this.failure = toErrorData(error);
    }
  }

  forward(): void {
    if (!this.ready || this.isLast) return;
    this.index += 1;
    this.show();
  }

  back(): void {
    if (!this.ready || this.isFirst) return;
    this.index -= 1;
    this.show();
  }

  /** Goes to where the step takes place. */
  show(): void {
    this.#router.go(this.step.page, this.step.parameters);
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
