import { getContext, setContext } from 'svelte';
import type { Answer, Refusal } from '../core/answer.ts';
import { AppError, toErrorData, type ErrorData } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import { readParameters } from '../core/parameters.ts';
import type { TableInfo } from '../core/table-info.ts';
import type { OpenSample } from '../samples/sample.ts';
import type { FrozenBaseline } from '../semantics/baseline.ts';
import type { Finding, Mapping } from '../semantics/mapping.ts';
import { defaultSettings, type Settings } from '../semantics/settings.ts';
import type { Speech } from '../ui/speech.svelte.ts';
import type { CallOptions, Workbench } from '../workbench/client.ts';
import type {
  ImportOptions,
  ImportOutcome,
  MappingState,
  Opened,
  SampleOutcome,
  StorageState,
} from '../workbench/contract.ts';
import { Importing } from './importing.svelte.ts';
import { orAborted } from './or-aborted.ts';
import { questionOf } from './questions.ts';

export type SessionStatus = 'opening' | 'ready' | 'elsewhere' | 'handed-over' | 'failed';

/** The period and the customers that questions respect. */
export interface Filter {
  from?: string;
  to?: string;
  where?: string;
}

const nothingMapped: MappingState = { mapping: {}, proposals: [] };

/** What of an answer is compared with the truth. */
export type Asked = Pick<Answer, 'question' | 'parameters' | 'estimates'>;

/** Answers can be large. */
const MOST_REMEMBERED = 30;

/** What the page knows of the workspace. Everything that changes it goes through here, by hand or by script. */
export class Session {
  status = $state<SessionStatus>('opening');
  failure = $state.raw<ErrorData | undefined>();
  /** The tab that has the workspace was asked for it, and was silent. */
  isUnanswered = $state(false);
  tables = $state.raw<TableInfo[]>([]);
  mapping = $state.raw<MappingState>(nothingMapped);
  /** What the data shows about the mapping; it comes a moment after the mapping itself. */
  findings = $state.raw<Finding[]>([]);
  failedCheck = $state.raw<ErrorData | undefined>();
  settings = $state.raw<Settings>(defaultSettings);
  storage = $state.raw<StorageState | undefined>();
  versions = $state.raw<Record<string, string>>({});
  filter = $state.raw<Filter>({});
  /** The baseline that was frozen last. */
  baseline = $state.raw<FrozenBaseline | undefined>();
  /** The sample that is open, if one is. */
  sample = $state.raw<OpenSample | undefined>();
  /** What has been answered since the data last changed, the newest last. */
  asked = $state.raw<readonly Asked[]>([]);
  /** The build is stored: the page starts without a network. */
  offlineReady = $state(false);
  readonly importing = new Importing();
  /** Stands for what is stored, for what pages keep about it: another one once everything is forgotten. */
  workspace = $state.raw<object>({});
  /** Counts what changes the data, so that old answers are not taken for current ones. */
  revision = $state(0);
  readonly #answers = new Map<string, Answer | Refusal>();
  /** What has been asked ahead and is not answered yet. */
  readonly #asking = new Map<string, Promise<Answer | Refusal>>();
  #saving: Promise<unknown> = Promise.resolve();
  #lookedAt = -1;

  constructor(
    readonly workbench: Workbench,
    readonly speech: Speech,
    /** The workspace goes with the tab, and the stored one is left alone. */
    readonly inMemory: boolean = false,
  ) {}

  /** Resolves once the workspace is open; rejects when it cannot be opened. */
  opened: Promise<void> = Promise.resolve();

  open(): Promise<void> {
    this.opened = this.#open();
    return this.opened;
  }

  async #open(): Promise<void> {
    this.status = 'opening';
    this.failure = undefined;
    try {
      const baseUrl = document.baseURI.replace(/[^/]*$/, '');
      this.#take(await this.workbench.open({ baseUrl, inMemory: this.inMemory }));
      await this.refresh();
      this.status = 'ready';
    } catch (error) {
      this.failure = toErrorData(error);
      this.status = this.failure.code === 'open-elsewhere' ? 'elsewhere' : 'failed';
      throw error;
    }
  }

  /** Tries again after another tab has given the workspace up; the outcome is in `status`. */
  async reopen(): Promise<void> {
    await this.open().catch(() => undefined);
  }

  /** Another tab asked for the workspace. */
  async handOver(): Promise<void> {
    void this.importing.cancel();
    try {
      await this.workbench.release();
    } finally {
      // However it ended, nothing can be done here any more.
      this.status = 'handed-over';
    }
  }

  async refresh(): Promise<void> {
    this.tables = await this.workbench.tables();
    this.mapping = await this.workbench.mapping();
    this.storage = await this.workbench.storage();
    this.#changed();
  }

  /**
   * What the data shows about the mapping; it scans the tables, so it is not waited for: until it is there, pages show no
   * findings. Once per revision.
   */
  async lookAtMapping(): Promise<void> {
    const { revision } = this;
    if (this.#lookedAt === revision) return;
    this.#lookedAt = revision;
    try {
      const findings = await this.workbench.checkMapping(undefined);
      if (revision === this.revision) this.findings = findings;
    } catch (error) {
      if (revision === this.revision) this.failedCheck = toErrorData(error);
    }
  }

  async importFiles(files: readonly File[], options: ImportOptions = {}): Promise<ImportOutcome> {
    this.#mustBeReady();
    // Asks the browser not to clear the workspace when the disk is full; what it answers changes nothing here.
    void navigator.storage?.persist?.();
    return this.importing.add(files, options, this.workbench, () => this.refresh());
  }

  async openSample(id: string, seed: number, options: CallOptions = {}): Promise<SampleOutcome> {
    this.#mustBeReady();
    const outcome = await this.workbench.openSample(id, seed, options);
    this.sample = outcome.sample;
    this.#takeData(outcome);
    await this.refresh();
    return outcome;
  }

  async closeSample(): Promise<void> {
    this.#takeData(await this.workbench.closeSample());
    this.sample = undefined;
    await this.refresh();
  }

  async showTruth(revealed: boolean): Promise<void> {
    this.sample = await this.workbench.showTruth(revealed);
  }

  async freezeBaseline(from: string, to: string): Promise<void> {
    this.#mustBeReady();
    this.baseline = await this.workbench.freezeBaseline(from, to);
    this.#changed();
  }

  async map(mapping: Mapping): Promise<MappingState> {
    this.#mustBeReady();
    this.mapping = await this.workbench.map(mapping);
    this.#changed();
    return this.mapping;
  }

  async renameTable(from: string, to: string): Promise<void> {
    await this.workbench.renameTable(from, to);
    await this.refresh();
  }

  /** Gives back what undoes it. */
  async dropTable(name: string): Promise<() => Promise<void>> {
    const { undo } = await this.workbench.dropTable(name);
    await this.refresh();
    return async () => {
      await this.workbench.undoDrop(undo);
      await this.refresh();
    };
  }

  /** One after another: each change goes onto what the one before has left. No answer reads what is pinned. */
  keepSettings(change: Partial<Settings>): Promise<void> {
    const turn = this.#saving.then(async () => {
      this.settings = await this.workbench.settings({ ...this.settings, ...change });
      this.speech.currency = this.settings.currency;
      if (Object.keys(change).some((name) => name !== 'northStar')) this.#changed();
    });
    this.#saving = turn.catch(() => undefined);
    return turn;
  }

  async reset(): Promise<void> {
    await this.importing.cancel();
    this.#take(await this.workbench.reset());
    this.importing.clear();
    this.filter = {};
    this.workspace = {};
    await this.refresh();
    // Also where the workspace could not be opened: it is empty and open now.
    this.failure = undefined;
    this.status = 'ready';
  }

  /** An answer to the same question on the same data is remembered. */
  async ask(id: string, parameters: Record<string, Json>, options: CallOptions = {}): Promise<Answer | Refusal> {
    this.#mustBeReady();
    // What is no JSON, such as NaN, would have the key of something else.
    const known = questionOf(id);
    if (known) readParameters(known.contract.parameters, parameters);
    const key = JSON.stringify([id, parameters]);
    const remembered = this.#answers.get(key);
    if (remembered) return remembered;
    const pending = this.#asking.get(key);
    if (pending) return orAborted(pending, options.signal);
    const revision = this.revision;
    const asking = this.workbench.ask(id, parameters, options);
    // Who asks the same meanwhile waits with this one; if it is cancelled, so is not what the other one asked.
    if (!options.signal) this.#asking.set(key, asking);
    const answer = await asking.finally(() => {
      if (this.#asking.get(key) === asking) this.#asking.delete(key);
    });
    if (revision !== this.revision) return answer;
    this.#remember(key, answer);
    return answer;
  }

  #takeData({ settings, baseline }: Pick<SampleOutcome, 'settings' | 'baseline'>): void {
    this.settings = settings;
    this.speech.currency = settings.currency;
    this.baseline = baseline;
  }

  #remember(key: string, answer: Answer | Refusal): void {
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_REMEMBERED && oldest !== undefined) this.#answers.delete(oldest);
    if (answer.status === 'refused') return;
    const { question, parameters, estimates } = answer;
    this.asked = [...this.asked, { question, parameters, estimates }];
  }

  #take(opened: Opened): void {
    this.storage = opened.storage;
    this.settings = opened.settings;
    this.versions = opened.versions;
    this.sample = opened.sample;
    this.baseline = opened.baseline;
    this.speech.currency = opened.settings.currency;
  }

  #changed(): void {
    this.#answers.clear();
    this.#asking.clear();
    this.asked = [];
    this.revision += 1;
    this.findings = [];
    this.failedCheck = undefined;
    // That of a sample is known to hold: it is looked at when somebody wants to see it.
    if (!this.sample) void this.lookAtMapping();
  }

  #mustBeReady(): void {
    if (this.status !== 'ready') throw new AppError('workspace-closed');
  }
}

const KEY = Symbol('session');

export function provideSession(session: Session): Session {
  return setContext(KEY, session);
}

export function useSession(): Session {
  return getContext<Session>(KEY);
}
