import { isCancelled, toErrorData, type ErrorData } from '../../../core/errors.ts';
import type { BusinessTable } from '../../../semantics/business-tables.ts';
import type { Finding, Mapping, Proposal, Source } from '../../../semantics/mapping.ts';
import type { Workbench } from '../../../workbench/client.ts';
import type { Session } from '../../session.svelte.ts';

const PAUSE_MS = 400;

/** The mapping as the analyst has it on the page: the one in force until something is changed. */
export class MappingDraft {
  #checking = $state(false);
  applying = $state(false);
  failure = $state.raw<ErrorData | undefined>();
  #edited = $state.raw<Mapping | undefined>();
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
    return this.#edited ?? this.#session.mapping.mapping;
  }

  get changed(): boolean {
    return this.#edited !== undefined;
  }

  /** Also while the mapping in force has not been looked at since the page or its data changed. */
  get checking(): boolean {
    const { findings, failedCheck } = this.#session;
    const awaitsFirst = !this.changed && findings.length === 0 && !failedCheck && Object.keys(this.mapping).length > 0;
    return this.#checking || awaitsFirst;
  }

  /** Of tables that were changed, what the last look at them found; of the others, what holds for the mapping in force. */
  get findings(): Finding[] {
    if (!this.#edited) return this.#session.findings;
    const changed = Object.keys(this.#changes(this.#edited));
    const kept = this.#session.findings.filter(({ table }) => !changed.includes(table) && this.mapping[table]);
    return [...kept, ...(this.#findings ?? []).filter(({ table }) => changed.includes(table))];
  }

  /** The business tables that differ from the mapping in force. */
  #changes(mapping: Mapping): Mapping {
    const before = this.#session.mapping.mapping;
    const isChanged = (name: string): boolean =>
      JSON.stringify(mapping[name as BusinessTable]) !== JSON.stringify(before[name as BusinessTable]);
    return Object.fromEntries(Object.entries(mapping).filter(([name]) => isChanged(name)));
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
    this.#change({ ...this.mapping, [business]: { table, columns: this.#columnsFor(business, table) } });
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
    this.#change({ ...this.mapping, [business]: { table: entry.table, columns } });
  }

  remove(business: BusinessTable): void {
    const { [business]: _, ...others } = this.mapping;
    this.#change(others);
  }

  discard(): void {
    this.#stopCheck();
    this.#edited = undefined;
    this.#findings = undefined;
    this.failure = undefined;
  }

  /** Whether it is in force now; if not, `failure` says why. */
  async apply(): Promise<boolean> {
    this.#stopCheck();
    this.applying = true;
    this.failure = undefined;
    try {
      await this.#session.map(this.mapping);
      this.discard();
      return true;
    } catch (error) {
      this.failure = toErrorData(error);
      return false;
    } finally {
      this.applying = false;
    }
  }

  /** Leaves nothing running behind. */
  stop(): void {
    this.#stopCheck();
  }

  #change(mapping: Mapping): void {
    this.#edited = mapping;
    this.failure = undefined;
    this.#stopCheck();
    this.#checking = true;
    this.#pause = setTimeout(() => void this.#lookAt(mapping), PAUSE_MS);
  }

  async #lookAt(mapping: Mapping): Promise<void> {
    const check = new AbortController();
    this.#check = check;
    try {
      const findings = await this.#workbench.checkMapping(this.#changes(mapping), { signal: check.signal });
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
