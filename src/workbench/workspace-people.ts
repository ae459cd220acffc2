import type { Json } from '../core/json.ts';
import type { TableInfo } from '../core/table-info.ts';
import { readState, writeState } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import type { PeopleDecisions } from '../semantics/people/decided.ts';
import type { AppliedPeople, PeopleOutcome, PeopleSetup } from '../semantics/people/people.ts';
import { dropPairs, dropPeopleScratch } from '../semantics/people/scratch.ts';

/** What a workspace keeps of who is whom; it goes into workspace files. */
export interface StoredPeople extends PeopleDecisions {
  setup?: PeopleSetup;
  applied?: AppliedPeople;
  /** The tables that it was decided in, as `marks` tells them apart: row numbers are of one table only. */
  records?: string[];
  /** Something was decided or matched since it was put in force. */
  isAhead?: boolean;
}

/** What the pairs in the database were found in. */
interface StoredOutcome {
  outcome: PeopleOutcome;
  setup: PeopleSetup;
  tables: string[];
}

const PEOPLE = 'people';
/** Goes with the pairs, and those are in no file: they can be found again. */
const OUTCOME = 'people-outcome';

const nobody: StoredPeople = { pairs: [], tiers: [] };

/** Who is joined up with whom, and what the analyst has decided. It goes with the tables that it is about. */
export class WorkspacePeople {
  readonly #database: Database;
  #stored: StoredPeople;
  #found: StoredOutcome | undefined;

  private constructor(database: Database, stored: StoredPeople, found: StoredOutcome | undefined) {
    this.#database = database;
    this.#stored = stored;
    this.#found = found;
  }

  static async read(database: Database): Promise<WorkspacePeople> {
    await dropPeopleScratch(database);
    const stored = (await readState<StoredPeople>(database, PEOPLE)) ?? nobody;
    const found = (await readState<StoredOutcome | null>(database, OUTCOME)) ?? undefined;
    return new WorkspacePeople(database, stored, found);
  }

  get stored(): StoredPeople {
    return this.#stored;
  }

  get applied(): AppliedPeople | undefined {
    return this.#stored.applied;
  }

  async keep(stored: StoredPeople): Promise<void> {
    await writeState(this.#database, PEOPLE, stored as unknown as Json);
    this.#stored = stored;
  }

  async keepApplied(applied: AppliedPeople | undefined): Promise<void> {
    if (applied === this.applied) return;
    const { applied: _, isAhead: __, ...rest } = this.#stored;
    await this.keep({ ...rest, ...(applied && { applied }) });
  }

  async keepOutcome(setup: PeopleSetup, outcome: PeopleOutcome, tables: readonly TableInfo[]): Promise<void> {
    this.#found = { outcome, setup, tables: marks(setup, tables) };
    await writeState(this.#database, OUTCOME, this.#found as unknown as Json);
  }

  async forgetOutcome(): Promise<void> {
    this.#found = undefined;
    await writeState(this.#database, OUTCOME, null);
    await dropPairs(this.#database);
  }

  /** What was found, as long as it was found with this setup in these very tables. */
  outcome(tables: readonly TableInfo[]): PeopleOutcome | undefined {
    const { setup } = this.#stored;
    if (!this.#found || !setup || JSON.stringify(setup) !== JSON.stringify(this.#found.setup)) return undefined;
    return JSON.stringify(marks(setup, tables)) === JSON.stringify(this.#found.tables)
      ? this.#found.outcome
      : undefined;
  }

  async tablesWent(names: readonly string[]): Promise<void> {
    const { setup, applied } = this.#stored;
    const isGone = (table: string | undefined): boolean => table !== undefined && names.includes(table);
    if (isGone(setup?.left.table) || isGone(setup?.right?.table)) {
      await this.keep(nobody);
      await this.forgetOutcome();
    } else if (isGone(applied?.matches)) {
      await this.keepApplied(undefined);
    }
  }

  async tableRenamed(from: string, to: string): Promise<void> {
    const renamed = withName(this.#stored, from, to);
    if (JSON.stringify(renamed) !== JSON.stringify(this.#stored)) await this.keep(renamed);
  }

  /** To put back what is kept about a table when it returns, under whatever name, unless others were joined up since. */
  remember(name: string): (as: string) => Promise<void> {
    const before = this.#stored;
    const { setup, applied } = before;
    const concerned = [setup?.left.table, setup?.right?.table, applied?.matches].includes(name);
    return async (as) => {
      const now = this.#stored.setup;
      const isFree = !now || JSON.stringify(now) === JSON.stringify(setup);
      if (concerned && isFree) await this.keep(withName(before, name, as));
    };
  }
}

function withName(stored: StoredPeople, from: string, to: string): StoredPeople {
  return JSON.parse(JSON.stringify(stored), (key, value: Json) =>
    (key === 'table' || key === 'matches' || key === 'raw') && value === from ? to : value,
  ) as StoredPeople;
}

/** By what it is seen that a table is not the one any more that pairs were found in. */
export function marks({ left, right }: PeopleSetup, tables: readonly TableInfo[]): string[] {
  return [left, right ?? left].map(({ table }) => {
    const info = tables.find(({ name }) => name === table);
    return `${info?.id ?? table}/${info?.rows ?? ''}`;
  });
}
