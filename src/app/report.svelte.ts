import { isTableRef, type Answer, type TableRef } from '../core/answer.ts';
import { toErrorData } from '../core/errors.ts';
import type { Row } from '../core/json.ts';
import type { Privacy } from '../reports/suppress.ts';
import type { StoredItem, StoredReport } from '../reports/stored-report.ts';
import { questionOf } from './questions.ts';
import type { Session } from './session.svelte.ts';

/** Lists of customers with more rows stay behind when an answer is added. */
export const ROWS_KEPT = 2_000;

const SALT_BYTES = 16;

/** The report of the workspace: what is changed here is kept there. */
export class Report {
  title = $state('');
  language = $state<'en' | 'es'>('en');
  smallest = $state(5);
  ids = $state<'drop' | 'hash'>('drop');
  salt = $state('');
  items = $state.raw<readonly StoredItem[]>([]);
  readonly #session: Session;
  /** Answers as they came, with their long lists, of those that were added since the page was loaded. */
  readonly #live = new Map<string, Answer>();
  #loading: Promise<void> | undefined;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
    this.language = session.speech.language;
  }

  get privacy(): Privacy {
    return { smallest: this.smallest, ids: this.ids === 'drop' ? 'drop' : { salt: this.salt } };
  }

  /**
   * Reads what is kept, once.
   * @throws AppError `report-unreadable`; a new report then begins with the next answer.
   */
  load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<void> {
    const [stored, { readStoredReport }] = await Promise.all([
      this.#session.workbench.report(),
      import('../reports/validate.ts'),
    ]);
    if (stored === undefined) return;
    const { title, language, smallest, ids, salt, items } = readStoredReport(stored);
    Object.assign(this, { title, language, smallest, ids, salt, items });
  }

  /** Whether the same answer, to the same question on the same data, is there already. */
  has(answer: Answer): boolean {
    const sought = fingerprint(answer);
    return this.items.some((item) => fingerprint(item.answer) === sought);
  }

  /** @returns false when it was there already. */
  async add(answer: Answer): Promise<boolean> {
    await this.load().catch((error: unknown) => this.#beginAnew(error));
    if (this.has(answer)) return false;
    const item: StoredItem = {
      id: crypto.randomUUID(),
      addedAt: new Date().toISOString(),
      title: '',
      note: '',
      answer: withoutLongLists(answer),
    };
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

  async hashIds(): Promise<void> {
    this.ids = 'hash';
    if (!this.salt) this.salt = newSalt();
    await this.keep();
  }

  /** One after another: the last change is what is kept in the end. */
  keep(): Promise<void> {
    const turn = this.#saving.then(() => this.#session.workbench.keepReport(this.#stored()));
    this.#saving = turn.catch(() => undefined);
    return turn;
  }

  #stored(): StoredReport {
    const { title, language, smallest, ids, salt, items } = this;
    return { title, language, smallest, ids, salt, items: [...items] };
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

/**
 * The same question with the same outcome: text, times and addresses of stored tables do not count, nor does the order
 * of names, which is another one once the answer has been read back.
 */
function fingerprint({ question, parameters, verdict, estimates }: Answer): string {
  return JSON.stringify([question, parameters, verdict.key, verdict.values, estimates], (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** A long list leaves its size and columns. */
function withoutLongLists(answer: Answer): Answer {
  const rules = questionOf(answer.question)?.contract.tables ?? {};
  const kept = Object.entries(answer.tables).map(([name, table]) => {
    if (isTableRef(table)) return [name, { ...table, stored: '' }] as const;
    const { ids = [], isBulky = false } = rules[name] ?? {};
    const isList = ids.length > 0 || isBulky;
    if (!isList || table.length <= ROWS_KEPT) return [name, table] as const;
    const columns = Object.entries(table[0] ?? {}).map(([column, value]) => ({ name: column, type: typeof value }));
    return [name, { rows: table.length, columns, stored: '' }] as const;
  });
  return { ...answer, tables: Object.fromEntries(kept) };
}

function newSalt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const reports = new WeakMap<object, Report>();

/** One per workspace: a new one begins once everything is forgotten. */
export function reportOf(session: Session): Report {
  let report = reports.get(session.workspace);
  if (!report) reports.set(session.workspace, (report = new Report(session)));
  return report;
}
