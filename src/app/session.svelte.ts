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
import { Persistence } from './persistence.svelte.ts';
import { questionOf } from './questions.ts';
import { askForAll } from './tab-handover.ts';
import { RememberedAnswers } from './remembered-answers.svelte.ts';
import { Workspaces } from './workspaces.svelte.ts';

export type SessionStatus = 'opening' | 'ready' | 'elsewhere' | 'handed-over' | 'failed';

/** The period and the customers that questions respect. */
export interface Filter {
  from?: string;
  to?: string;
  where?: string;
}

const nothingMapped: MappingState = { mapping: {}, proposals: [] };

/** What the page knows of the workspace. Everything that changes it goes through here, by hand or by script. */
export class Session {
  status = $state<SessionStatus>('opening');
  failure = $state.raw<ErrorData | undefined>();
  /** The tab that has the workspace was asked for it, and was silent. */
  isUnanswered = $state(false);
  /** When the copy was made that this tab may look at and not change, ISO; undefined: it has the workspace itself. */
  copiedAt = $state<string>();
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
  readonly answers = new RememberedAnswers();
  /** The build is stored: the page starts without a network. */
  offlineReady = $state(false);
  readonly importing = new Importing();
  readonly workspaces: Workspaces;
  readonly persistence = new Persistence();
  /** Stands for what is stored, for what pages keep about it: another one once everything is forgotten or another one opened. */
  workspace = $state.raw<object>({});
  /** Counts what changes the data, so that old answers are not taken for current ones. */
  revision = $state(0);
  /** Forgets what is kept of the workspaces beside them. */
  beforeForgetting: () => Promise<void> = () => Promise.resolve();
  #saving: Promise<unknown> = Promise.resolve();
  #lookedAt = -1;

  constructor(
    readonly workbench: Workbench,
    readonly speech: Speech,
    /** The workspace goes with the tab, and the stored one is left alone. */
    readonly inMemory: boolean = false,
  ) {
    this.workspaces = new Workspaces(workbench, (opened) => (this.opened = this.#changeTo(opened)));
  }

  /** Resolves once the workspace is open; rejects when it cannot be opened. */
  opened: Promise<void> = Promise.resolve();

  /** @param copy one that the tab which has the workspace has made, to look at */
  open(copy?: string): Promise<void> {
    this.opened = this.#open(copy);
    return this.opened;
  }

  get isReadOnly(): boolean {
    return this.copiedAt !== undefined;
  }

  async #open(copy?: string): Promise<void> {
    this.status = 'opening';
    this.failure = undefined;
    try {
      const baseUrl = document.baseURI.replace(/[^/]*$/, '');
      const workspace = this.workspaces.wanted;
      const page = { baseUrl, inMemory: this.inMemory, ...(workspace && { workspace }), ...(copy && { copy }) };
      this.#take(await this.workbench.open(page));
      this.copiedAt = copy && new Date().toISOString();
      await this.refresh();
      this.status = 'ready';
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** Tries again, after another tab has given the workspace up or with a copy of it; the outcome is in `status`. */
  async reopen(copy?: string): Promise<void> {
    await this.open(copy).catch(() => undefined);
  }

  #fail(error: unknown): void {
    this.failure = toErrorData(error);
    this.workspaces.seek(this.failure);
    this.status = this.failure.code === 'open-elsewhere' ? 'elsewhere' : 'failed';
  }

  /** The copy is not needed any more: the workspace itself is to be opened. */
  async leaveCopy(): Promise<void> {
    this.copiedAt = undefined;
    this.status = 'elsewhere';
    await this.workbench.release();
  }

  /** Another tab asked for the workspace. */
  async handOver(): Promise<void> {
    void this.importing.cancel();
    // However it ends, nothing can be done here any more.
    await this.workbench.release().finally(() => (this.status = 'handed-over'));
  }

  /** Looks at what is there now. When nothing is open any more, as on a full disk, the page says why. */
  async look(): Promise<void> {
    if (this.status !== 'ready') return;
    await this.refresh().catch((error: unknown) => {
      const { code } = toErrorData(error);
      // Who closes it to open another one, or for another tab, says himself what comes of it.
      if (this.status === 'ready' && code !== 'cancelled' && code !== 'workspace-closed') this.#fail(error);
    });
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
    return this.importing.add(files, options, this.workbench, () => this.look());
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
    if (this.isReadOnly) throw new AppError('read-only');
    await this.importing.cancel();
    if (!this.inMemory) askForAll();
    this.persistence.forget();
    await this.beforeForgetting();
    await (this.opened = this.#changeTo(await this.workbench.reset()));
  }

  /** Another workspace has taken the place of the one that was open, or of none when it could not be opened. */
  async #changeTo(opened: Opened): Promise<void> {
    this.workspace = {};
    this.#take(opened);
    this.importing.clear();
    this.filter = {};
    await this.refresh();
    this.failure = undefined;
    this.status = 'ready';
  }

  async ask(id: string, parameters: Record<string, Json>, options: CallOptions = {}): Promise<Answer | Refusal> {
    this.#mustBeReady();
    // What is no JSON, such as NaN, would have the key of something else.
    const known = questionOf(id);
    if (known) readParameters(known.contract.parameters, parameters);
    return this.answers.ask(this.workbench, id, parameters, options);
  }

  #takeData({ settings, baseline }: Pick<SampleOutcome, 'settings' | 'baseline'>): void {
    this.settings = settings;
    this.speech.currency = settings.currency;
    this.baseline = baseline;
  }

  #take(opened: Opened): void {
    this.storage = opened.storage;
    this.versions = opened.versions;
    this.sample = opened.sample;
    this.workspaces.take(opened);
    this.#takeData(opened);
  }

  #changed(): void {
    this.answers.forget();
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
