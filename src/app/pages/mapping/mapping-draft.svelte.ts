import { isCancelled, toErrorData, type ErrorData } from '../../../core/errors.ts';
import type { BusinessTable } from '../../../semantics/business-tables.ts';
import type { Finding, Mapping, Proposal, Source, TableMapping } from '../../../semantics/mapping.ts';
import type { Workbench } from '../../../workbench/client.ts';
import type { Session } from '../../session.svelte.ts';

const PAUSE_MS = 400;

/** What is to become of business tables: another entry, or none (`undefined`). */
type Edits = ReadonlyMap<BusinessTable, TableMapping | undefined>;

/**
 * The mapping as the analyst has it on the page: the one in force until something is changed. Only the business tables that
 * were changed are kept, so that what is recognised meanwhile in another file stays.
 */
export class MappingDraft {
  #checking = $state(false);
  applying = $state(false);
  failure = $state.raw<ErrorData | undefined>();
  #edits = $state.raw<Edits>(new Map());
  #findings = $state.raw<Finding[] | undefined>();
  #check: AbortController | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #session: Session;
  readonly #workbench: Workbench;

  constructor(session: Session, workbench: Workbench) {
    this.#session = session;
    this.#workbench = workbench;
  }

  get mapping(): Mapping {
    const kept = Object.entries(this.#session.mapping.mapping).filter(
      ([name]) => !this.#edits.has(name as BusinessTable),
    );
    return Object.fromEntries([...kept, ...this.#entries()]);
  }

  get changed(): boolean {
    return this.#edits.size > 0;
  }

  /** Also while the mapping in force has not been looked at since the page or its data changed. */
  get checking(): boolean {
    const { findings, failedCheck } = this.#session;
    const awaitsFirst = !this.changed && findings.length === 0 && !failedCheck && Object.keys(this.mapping).length > 0;
    return this.#checking || awaitsFirst;
  }

  /** Of tables that were changed, what the last look at them found; of the others, what holds for the mapping in force. */
  get findings(): Finding[] {
    if (!this.changed) return this.#session.findings;
    const changed = Object.keys(this.#changes());
    const kept = this.#session.findings.filter(({ table }) => !changed.includes(table) && this.mapping[table]);
    return [...kept, ...(this.#findings ?? []).filter(({ table }) => changed.includes(table))];
  }

  #entries(): [BusinessTable, TableMapping][] {
    return [...this.#edits].filter((edit): edit is [BusinessTable, TableMapping] => edit[1] !== undefined);
  }

  /** The business tables that differ from the mapping in force. */
  #changes(): Mapping {
    const before = this.#session.mapping.mapping;
    const isChanged = ([name, entry]: [BusinessTable, TableMapping]): boolean =>
      JSON.stringify(entry) !== JSON.stringify(before[name]);
    return Object.fromEntries(this.#entries().filter(isChanged));
  }

  /** The first thing that keeps the mapping from holding. */
  get obstacle(): Finding | undefined {
    return this.findings.find(({ status, message }) => status === 'failed' && message.key.startsWith('error.'));
  }

  /** Why the column was recognised, as long as its source is still the one that was. */
  proposal(business: BusinessTable, column: string): Proposal | undefined {
    const { mapping, proposals } = this.#session.mapping;
    const [now, then] = [this.mapping[business], mapping[business]];
    const isSame = now?.table === then?.table && sameSource(now?.columns[column], then?.columns[column]);
    return isSame ? proposals.find((proposal) => proposal.table === business && proposal.column === column) : undefined;
  }

  setTable(business: BusinessTable, table: string): void {
    this.#change(business, { table, columns: this.#columnsFor(business, table) });
  }

  /** Columns of the same name stay mapped when another table takes the place. */
  #columnsFor(business: BusinessTable, table: string): Record<string, Source> {
    const there = this.#session.tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
    const sources = Object.entries(this.mapping[business]?.columns ?? {});
    return Object.fromEntries(sources.filter(([, source]) => typeof source !== 'string' || there.includes(source)));
  }

  setSource(business: BusinessTable, column: string, source: Source | undefined): void {
    const entry = this.mapping[business];
    if (!entry) return;
    const { [column]: _, ...others } = entry.columns;
    const columns = source === undefined ? others : { ...entry.columns, [column]: source };
    this.#change(business, { table: entry.table, columns });
  }

  remove(business: BusinessTable): void {
    this.#change(business, undefined);
  }

  discard(): void {
    this.#stopCheck();
    this.#edits = new Map();
    this.#findings = undefined;
    this.failure = undefined;
  }

  /** Whether it is in force now; if not, `failure` says why. */
  async apply(): Promise<boolean> {
    this.#stopCheck();
    this.applying = true;
    this.failure = undefined;
    const applied = this.#edits;
    try {
      await this.#session.map(this.mapping);
      // What was changed meanwhile is still to be applied.
      if (this.#edits === applied) this.discard();
      return true;
    } catch (error) {
      this.failure = toErrorData(error);
      return false;
    } finally {
      this.applying = false;
    }
  }

  /** Leaves nothing running behind; the changes stay. */
  stop(): void {
    this.#stopCheck();
  }

  /** Back on the page: the data may have changed since. */
  resume(): void {
    if (this.changed) this.#lookSoon();
  }

  #change(business: BusinessTable, entry: TableMapping | undefined): void {
    this.#edits = new Map(this.#edits).set(business, entry);
    this.failure = undefined;
    this.#lookSoon();
  }

  #lookSoon(): void {
    this.#stopCheck();
    this.#checking = true;
    this.#pause = setTimeout(() => void this.#look(), PAUSE_MS);
  }

  async #look(): Promise<void> {
    const check = new AbortController();
    this.#check = check;
    try {
      const findings = await this.#workbench.checkMapping(this.#changes(), { signal: check.signal });
      if (check === this.#check) this.#findings = findings;
    } catch (error) {
      if (check === this.#check && !isCancelled(error)) this.failure = toErrorData(error);
    } finally {
      if (check === this.#check) this.#checking = false;
    }
  }

  #stopCheck(): void {
    clearTimeout(this.#pause);
    this.#check?.abort();
    this.#check = undefined;
    this.#checking = false;
  }
}

function sameSource(one: Source | undefined, other: Source | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const drafts = new WeakMap<object, MappingDraft>();

/** The one draft of a workspace: it outlives the page, until it is applied, discarded or forgotten. */
export function draftOf(session: Session, workbench: Workbench): MappingDraft {
  let draft = drafts.get(session.workspace);
  if (!draft) drafts.set(session.workspace, (draft = new MappingDraft(session, workbench)));
  return draft;
}
