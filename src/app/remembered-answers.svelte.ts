import type { Answer, Refusal } from '../core/answer.ts';
import type { Json } from '../core/json.ts';
import type { CallOptions, Workbench } from '../workbench/client.ts';
import { orAborted } from './or-aborted.ts';

/** What of an answer is compared with the truth. */
export type Asked = Pick<Answer, 'question' | 'parameters' | 'estimates'>;

/** Answers can be large. */
const MOST_REMEMBERED = 30;

/** An answer to the same question on the same data is remembered, until the data changes. */
export class RememberedAnswers {
  /** What has been answered since then, the newest last. */
  asked = $state.raw<readonly Asked[]>([]);
  readonly #answers = new Map<string, Answer | Refusal>();
  /** What has been asked ahead and is not answered yet. */
  readonly #asking = new Map<string, Promise<Answer | Refusal>>();
  #generation = 0;

  async ask(
    workbench: Workbench,
    id: string,
    parameters: Record<string, Json>,
    options: CallOptions,
  ): Promise<Answer | Refusal> {
    const key = JSON.stringify([id, parameters]);
    const remembered = this.#answers.get(key);
    if (remembered) return remembered;
    const pending = this.#asking.get(key);
    if (pending) return orAborted(pending, options.signal);
    const generation = this.#generation;
    const asking = workbench.ask(id, parameters, options);
    // Who asks the same meanwhile waits with this one; if it is cancelled, so is not what the other one asked.
    if (!options.signal) this.#asking.set(key, asking);
    const answer = await asking.finally(() => {
      if (this.#asking.get(key) === asking) this.#asking.delete(key);
    });
    if (generation === this.#generation) this.#remember(key, answer);
    return answer;
  }

  /** The data has changed. */
  forget(): void {
    this.#generation += 1;
    this.#answers.clear();
    this.#asking.clear();
    this.asked = [];
  }

  #remember(key: string, answer: Answer | Refusal): void {
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_REMEMBERED && oldest !== undefined) this.#answers.delete(oldest);
    if (answer.status === 'refused') return;
    const { question, parameters, estimates } = answer;
    this.asked = [...this.asked, { question, parameters, estimates }];
  }
}
