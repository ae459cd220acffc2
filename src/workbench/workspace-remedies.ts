import type { Json } from '../core/json.ts';
import { readState, writeState } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import { applyMapping } from '../semantics/apply-mapping.ts';
import type { Mapping } from '../semantics/mapping.ts';
import type { AppliedPeople } from '../semantics/people/people.ts';
import type { Remedy } from '../semantics/quality/remedy.ts';
import { WorkspacePeople } from './workspace-people.ts';

const REMEDIES = 'remedies';

export type RemedyChange = (before: readonly Remedy[]) => readonly Remedy[];

/**
 * What changes the business views beside the mapping: the remedies of a workspace, in the order in which they were applied, and who
 * was joined up. They go with the raw tables that they are about.
 */
export class WorkspaceRemedies {
  readonly #database: Database;
  readonly #today: () => string;
  #list: readonly Remedy[];

  private constructor(
    database: Database,
    today: () => string,
    list: readonly Remedy[],
    readonly people: WorkspacePeople,
  ) {
    this.#database = database;
    this.#today = today;
    this.#list = list;
  }

  /** @param today ISO date, with or without a time */
  static async read(database: Database, today: () => string): Promise<WorkspaceRemedies> {
    const list = (await readState<Remedy[]>(database, REMEDIES)) ?? [];
    return new WorkspaceRemedies(database, today, list, await WorkspacePeople.read(database));
  }

  get list(): readonly Remedy[] {
    return this.#list;
  }

  /**
   * Whether the views that stand were made on another day, when something lay ahead that may be past now, or before it was known
   * which tables a remedy lessens: they are to be made again.
   */
  get areOutdated(): boolean {
    const isOutdated = ({ lessened, parameters: { today } }: Remedy): boolean =>
      lessened === undefined || (today !== undefined && today !== this.#day);
    return this.#list.some(isOutdated);
  }

  get #day(): string {
    return this.#today().slice(0, 'YYYY-MM-DD'.length);
  }

  /** Makes the business views of a mapping with the remedies, held against the current day, and the people that are joined up. */
  makeViews(mapping: Mapping): Promise<Remedy[]> {
    return applyMapping(mapping, this.#database, this.#list, this.#day, this.people.applied);
  }

  /** Makes the views with other remedies and people, and keeps those when they stand; `null`: nobody is joined up. */
  async replace(mapping: Mapping, list: readonly Remedy[], people: AppliedPeople | null): Promise<void> {
    await this.keep(await applyMapping(mapping, this.#database, list, this.#day, people ?? undefined));
    await this.people.keepApplied(people ?? undefined);
  }

  /** Those whose raw table plays the role that they are about. */
  inForce(mapping: Mapping): Remedy[] {
    return this.#list.filter(({ table, raw }) => mapping[table]?.table === raw);
  }

  async keep(list: readonly Remedy[]): Promise<void> {
    if (JSON.stringify(list) === JSON.stringify(this.#list)) return;
    await writeState(this.#database, REMEDIES, list as unknown as Json);
    this.#list = list;
  }

  /** Another table may take its name: what was done about the one that went does not concern it. */
  async tablesWent(names: readonly string[]): Promise<void> {
    await this.people.tablesWent(names);
    return this.keep(this.#list.filter(({ raw }) => !names.includes(raw)));
  }

  async tableRenamed(from: string, to: string): Promise<void> {
    await this.people.tableRenamed(from, to);
    return this.keep(this.#list.map((remedy) => (remedy.raw === from ? { ...remedy, raw: to } : remedy)));
  }

  /** Those about a table, to put them back when it returns, under whatever name. */
  remember(name: string): (as: string) => Promise<void> {
    const gone = this.#list.filter(({ raw }) => raw === name);
    const restorePeople = this.people.remember(name);
    return async (as) => {
      await restorePeople(as);
      const others = this.#list.filter((remedy) => !gone.includes(remedy));
      return this.keep([...others, ...gone.map((remedy) => ({ ...remedy, raw: as }))]);
    };
  }
}
