import { isTableRef, type Answer, type TableRef } from '../core/answer.ts';
import { toErrorData } from '../core/errors.ts';
import { LEAST_SALT } from '../core/hash-ids.ts';
import type { Row } from '../core/json.ts';
import { message, type Message } from '../core/message.ts';
import type { Privacy } from '../reports/suppress.ts';
import type { StoredItem, StoredReport } from '../reports/stored-report.ts';
import { drawSalt } from './draw-salt.ts';
import { questionOf } from './questions.ts';
import { fingerprint, newItem, withOwnIds } from './report-item.ts';
import type { Session } from './session.svelte.ts';

/** Counts below this one, at most, can be withheld. */
export const MOST_WITHHELD = 1_000;

/** The report of the workspace: what is changed here is kept there. */
export class Report {
  title = $state('');
  language = $state<'en' | 'es'>('en');
  smallest = $state(5);
  ids = $state<'drop' | 'hash'>('drop');
  salt = $state('');
  items = $state.raw<readonly StoredItem[]>([]);
  /** Answers that could not be read; they stay stored as they are. */
  unread = $state.raw<readonly unknown[]>([]);
  /** What stands in its field and is not taken; the rule before stays, and nothing leaves meanwhile. */
  #isSmallestWrong = $state(false);
  #isSaltShort = $state(false);
  readonly #session: Session;
  /** Once the session has another one, what was here has been forgotten and is not to be kept again. */
  readonly #workspace: object;
  /** Answers as they came, with their long lists, of those that were added since the page was loaded. */
  readonly #live = new Map<string, Answer>();
  #loading: Promise<void> | undefined;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
    this.#workspace = session.workspace;
    this.language = session.speech.language;
  }

  get privacy(): Privacy {
    return { smallest: this.smallest, ids: this.ids === 'drop' ? 'drop' : { salt: this.salt } };
  }

  /**
   * Reads what is kept, once; again after it has failed.
   * @throws AppError `report-unreadable`; a new report then begins with the next answer.
   */
  load(): Promise<void> {
    this.#loading ??= this.#read().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #read(): Promise<void> {
    const [stored, { readStoredReport }] = await Promise.all([
      this.#session.workbench.report(),
      import('../reports/validate.ts'),
    ]);
    if (stored === undefined) return;
    const { items, ...rest } = readStoredReport(stored, (question) => questionOf(question) !== undefined);
    Object.assign(this, { ...rest, items: withOwnIds(items) });
    if (this.ids === 'hash' && this.salt === '') await this.hashIds();
  }

  /** Whether the same answer, to the same question on the same data, is there already. */
  has(answer: Answer): boolean {
    const sought = fingerprint(answer, this.#session.speech.currency);
    return this.items.some((item) => fingerprint(item.answer, item.currency) === sought);
  }

  /** @returns false when it was there already. */
  async add(answer: Answer): Promise<boolean> {
    await this.load().catch((error: unknown) => this.#beginAnew(error));
    if (this.has(answer)) return false;
    const item = newItem(answer, this.#session.speech.currency);
    this.#live.set(item.id, answer);
    this.items = [...this.items, item];
    await this.keep();
    return true;
  }

  /** What was kept and cannot be read gives way; any other failure leaves it where it is. */
  #beginAnew(error: unknown): void {
    if (toErrorData(error).code !== 'report-unreadable') throw error;
    this.#loading = Promise.resolve();
  }

  change(id: string, change: Partial<Pick<StoredItem, 'title' | 'note'>>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item));
  }

  /** By one place: −1 towards the beginning. */
  async move(id: string, by: -1 | 1): Promise<void> {
    const from = this.items.findIndex((item) => item.id === id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= this.items.length) return;
    const next = [...this.items];
    [next[from], next[to]] = [next[to]!, next[from]!];
    this.items = next;
    await this.keep();
  }

  /** Gives back what undoes it. */
  async remove(id: string): Promise<() => Promise<void>> {
    const at = this.items.findIndex((item) => item.id === id);
    const gone = this.items[at];
    this.items = this.items.filter((item) => item.id !== id);
    await this.keep();
    return async () => {
      if (!gone || this.items.some((item) => item.id === id)) return;
      this.items = this.items.toSpliced(at, 0, gone);
      await this.keep();
    };
  }

  /** Why nothing may leave: a rule that was written cannot be applied. */
  get fault(): Message | undefined {
    return this.smallestFault ?? this.saltFault;
  }

  get smallestFault(): Message | undefined {
    return this.#isSmallestWrong ? message('reports.privacy.smallest.error', { most: MOST_WITHHELD }) : undefined;
  }

  get saltFault(): Message | undefined {
    const isUsed = this.ids === 'hash';
    return isUsed && this.#isSaltShort ? message('reports.privacy.salt.error', { least: LEAST_SALT }) : undefined;
  }

  /** As it was written in its field. */
  async setSmallest(text: string): Promise<void> {
    const value = Number(text);
    this.#isSmallestWrong = !(Number.isInteger(value) && value >= 1 && value <= MOST_WITHHELD);
    if (this.#isSmallestWrong) return;
    this.smallest = value;
    await this.keep();
  }

  async setSalt(salt: string): Promise<void> {
    this.#isSaltShort = salt.length < LEAST_SALT;
    if (this.#isSaltShort) return;
    this.salt = salt;
    await this.keep();
  }

  /** The fields are gone, and what stood in them. */
  forgetFaults(): void {
    this.#isSmallestWrong = false;
    this.#isSaltShort = false;
  }

  async dropIds(): Promise<void> {
    this.ids = 'drop';
    this.#isSaltShort = false;
    await this.keep();
  }

  async hashIds(): Promise<void> {
    this.ids = 'hash';
    if (this.salt.length < LEAST_SALT) this.salt = drawSalt();
    await this.keep();
  }

  /** One after another: the last change is what is kept in the end. */
  keep(): Promise<void> {
    const turn = this.#saving.then(async () => {
      if (this.#session.workspace === this.#workspace) await this.#session.workbench.keepReport(this.#stored());
    });
    this.#saving = turn.catch(() => undefined);
    return turn;
  }

  #stored(): StoredReport {
    const { title, language, smallest, ids, salt, items, unread } = this;
    return { title, language, smallest, ids, salt, items: [...items], unread: [...unread] };
  }

  /** Tables that files can be made of: those that are kept, and the long ones while they are still here. */
  tablesOf({ id, answer }: StoredItem): Record<string, Row[] | TableRef> {
    return this.#live.get(id)?.tables ?? answer.tables;
  }

  /** Names of the lists that are not kept, and whether they are still here. */
  longLists({ id, answer }: StoredItem): { names: string[]; here: boolean } {
    const names = Object.entries(answer.tables).flatMap(([name, table]) => (isTableRef(table) ? [name] : []));
    return { names, here: this.#live.has(id) };
  }
}

const reports = new WeakMap<object, Report>();

/** One per workspace: a new one begins once everything is forgotten. */
export function reportOf(session: Session): Report {
  let report = reports.get(session.workspace);
  if (!report) reports.set(session.workspace, (report = new Report(session)));
  return report;
}
