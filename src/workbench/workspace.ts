import { hasStopped } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import type { TableInfo } from '../core/table-info.ts';
import {
  addTable,
  createCatalog,
  dropStrays,
  emptyBin,
  listTables,
  readState,
  removeTable,
  writeState,
} from '../database/catalog.ts';
import type { DuckDb } from '../database/duckdb.ts';
import { forgetSort } from '../database/pages.ts';
import { sql } from '../database/sql.ts';
import { dropStoredRows } from '../database/stored-rows.ts';
import { checkMapping } from '../semantics/check-mapping.ts';
import { detect } from '../semantics/detection.ts';
import type { Finding, Mapping } from '../semantics/mapping.ts';
import { defaultSettings, type Settings } from '../semantics/settings.ts';
import { validateMapping } from '../semantics/validate-mapping.ts';
import type { MappingState } from './contract.ts';
import { KnownTables } from './known-tables.ts';
import { takeBackChange, type MappingChange } from './mapping-change.ts';
import type { OpenStorage } from './storage.ts';
import {
  nothingMapped,
  sameSource,
  withDetected,
  withRenamed,
  withRolesOf,
  withoutTable,
  type StoredMapping,
} from './stored-mapping.ts';
import { WorkspaceNotes } from './workspace-notes.ts';
import { WorkspaceRemedies, type RemedyChange } from './workspace-remedies.ts';

/** The name goes with the form of the views: those of another form are made anew. */
const APPLIED = 'views-stand';

/** The open workspace: its database and what it knows of tables, mapping and settings. */
export class Workspace {
  readonly database: DuckDb;
  readonly storage: OpenStorage;
  settings: Settings;
  #mapping: StoredMapping;
  #findings: Finding[] | undefined;
  readonly #known: KnownTables;
  /** What tables have made of the mapping when they came, by their ids. */
  readonly #arrivals = new Map<string, MappingChange>();
  /** Resolves when the business views stand; undefined while nobody has asked for them. */
  #views: Promise<void> | undefined;
  /** What makes views takes turns: the mapping that came last has the last word. */
  #turns: Promise<unknown> = Promise.resolve();

  private constructor(
    storage: OpenStorage,
    settings: Settings,
    mapping: StoredMapping,
    applied: boolean,
    /** What else it keeps: the sample that is open, frozen baselines, the report. */
    readonly notes: WorkspaceNotes,
    readonly remedies: WorkspaceRemedies,
  ) {
    this.storage = storage;
    this.database = storage.database;
    this.settings = settings;
    this.#known = new KnownTables(storage.database);
    this.#mapping = mapping;
    this.#views = applied ? Promise.resolve() : undefined;
  }

  /**
   * The workspace that an open database holds; the caller ends it when that fails.
   * @param today ISO date: what remedies about the future are held against
   */
  static async read(storage: OpenStorage, today: () => string): Promise<Workspace> {
    const { database } = storage;
    await createCatalog(database);
    await sweep(database).catch((error: unknown) => {
      // On a full disk nothing can be taken away either: it goes the next time.
      if (!hasStopped(error)) throw error;
    });
    const settings = { ...defaultSettings, ...(await readState<Settings>(database, 'settings')) };
    const mapping = (await readState<StoredMapping>(database, 'mapping')) ?? nothingMapped;
    const applied = (await readState<boolean>(database, APPLIED)) ?? mapping === nothingMapped;
    const [notes, remedies] = [await WorkspaceNotes.read(database), await WorkspaceRemedies.read(database, today)];
    return new Workspace(storage, settings, mapping, applied && !remedies.areOutdated, notes, remedies);
  }

  tables(): Promise<TableInfo[]> {
    return listTables(this.database);
  }

  /** Hash of a raw table's content; raw tables never change, so it is worked out once. */
  hash(table: string, signal?: AbortSignal): Promise<string> {
    return this.#known.hash(table, signal);
  }

  /** Views turn counted seconds into times of the zone: of another one they are made anew. */
  async keepSettings(settings: Settings): Promise<void> {
    await writeState(this.database, 'settings', settings as unknown as Json);
    if (settings.timeZone !== this.settings.timeZone) await this.changeMapping((now) => now);
    await this.save();
    this.settings = settings;
  }

  get mapping(): Mapping {
    return this.#mapping.mapping;
  }

  get mappingState(): MappingState {
    return { mapping: this.mapping, proposals: this.#mapping.proposals };
  }

  /**
   * Makes the business views of the mapping in force, unless they stand already: whatever reads them waits for it.
   * Reading a large log for them takes seconds, so a file counts as brought in before.
   */
  views(): Promise<void> {
    if (this.#views) return this.#views;
    const making = this.#inTurn(() => this.#makeViews());
    this.#views = making;
    making.catch(() => {
      if (this.#views === making) this.#views = undefined;
    });
    return making;
  }

  async #makeViews(): Promise<void> {
    const { mapping } = this;
    const remedies = await this.remedies.makeViews(mapping);
    // A file that came meanwhile has brought another one, whose views are made next.
    if (mapping !== this.mapping) return;
    await this.remedies.keep(remedies);
    await writeState(this.database, APPLIED, true);
    await this.save();
  }

  /** What holding the mapping in force against the data shows; it scans the tables, and is remembered. */
  async findings(signal: AbortSignal): Promise<Finding[]> {
    const { mapping } = this;
    const findings = this.#findings ?? (await checkMapping(mapping, this.database, { signal }));
    if (mapping === this.mapping) this.#findings = findings;
    return findings;
  }

  /** @throws AppError `mapping-…` when it cannot hold; the one before stays. */
  async map(mapping: Mapping): Promise<MappingState> {
    await this.#keepMapping((before) => ({
      mapping,
      proposals: before.proposals.filter(({ table, column }) =>
        sameSource(before.mapping[table], mapping[table], column),
      ),
      edited: true,
    }));
    return this.mappingState;
  }

  /** Puts tables that were read into the catalog. Detection proposes roles; what the analyst has decided stays. */
  tablesCame(come: readonly TableInfo[]): Promise<void> {
    return this.#inTurn(async () => {
      const detected = await detect([...(await this.tables()), ...come], this.database, this.#known.traits);
      for (const info of come) await addTable(this.database, info);
      const [before, names] = [this.#mapping, come.map(({ name }) => name)];
      const next = withDetected(before, detected, names);
      for (const { id } of come) if (id !== undefined) this.#arrivals.set(id, { before, after: next });
      // A table without a role changes nothing for those that have one: their views stand.
      if (next !== this.#mapping) await this.#remember(next, false);
    });
  }

  /** As it is kept, to come back to it. */
  get storedMapping(): StoredMapping {
    return this.#mapping;
  }

  replaceMapping(next: StoredMapping): Promise<void> {
    return this.changeMapping(() => next);
  }

  /** Puts what is made of the mapping in force when its turn comes in its place; views are made when something reads them. */
  changeMapping(change: (now: StoredMapping, tables: readonly TableInfo[]) => StoredMapping): Promise<void> {
    return this.#inTurn(async () => this.#remember(change(this.#mapping, await this.tables()), false));
  }

  /** Counts what takes other data to the same names, so that an answer is not half of the one and half of the other. */
  generation = 0;

  /** Other tables may have taken the names of those that went. */
  forgetHashes(): void {
    this.#known.forget();
    this.generation += 1;
  }

  /** Takes tables away for good that could not be saved, or are not wanted: roles that they got are theirs again who had them. */
  async tablesDidNotCome(tables: readonly TableInfo[]): Promise<void> {
    for (const { name, id } of tables) {
      await removeTable(this.database, name);
      this.forgetHashes();
      await this.remedies.tablesWent([name]);
      const arrival = id === undefined ? undefined : this.#arrivals.get(id);
      await this.changeMapping((now, all) =>
        arrival ? takeBackChange(arrival, now, [name], all) : withoutTable(now, name),
      );
    }
  }

  async tableWent(name: string): Promise<void> {
    this.forgetHashes();
    await this.remedies.tablesWent([name]);
    await this.#keepMapping((now) => withoutTable(now, name));
  }

  async tableRenamed(from: string, to: string): Promise<void> {
    this.forgetHashes();
    await this.remedies.tableRenamed(from, to);
    await this.#keepMapping((now) => withRenamed(now, from, to));
  }

  /** The roles that a table plays, to give them back when it returns from the bin; others may have been taken since. */
  rememberRoles(name: string): () => Promise<void> {
    const before = this.#mapping;
    const restoreRemedies = this.remedies.remember(name);
    return () => restoreRemedies(name).then(() => this.#keepMapping((now) => withRolesOf(now, before, name)));
  }

  /** Whether the database still answers. */
  async works(): Promise<boolean> {
    return this.database.rows(sql`SELECT 1`).then(
      () => true,
      () => false,
    );
  }

  /** Writes everything to disk: nothing is called saved before. */
  async save(): Promise<void> {
    if (this.storage.entry) await this.database.checkpoint();
  }

  async close(): Promise<void> {
    try {
      await this.database.close();
    } finally {
      this.storage.release();
    }
  }

  /** Closes it without writing anything; who waits for it gets the reason. */
  async abandon(reason?: Parameters<DuckDb['terminate']>[0]): Promise<void> {
    await this.database.terminate(reason);
    this.storage.release();
  }

  #keepMapping(change: (now: StoredMapping) => StoredMapping): Promise<void> {
    return this.#inTurn(async () => {
      const next = change(this.#mapping);
      validateMapping(next.mapping, await this.tables());
      await this.remedies.keep(await this.remedies.makeViews(next.mapping));
      await this.#remember(next, true);
    });
  }

  /** Puts other remedies and people in the place of those in force: their views stand afterwards, or none of it has happened. */
  keepRemedies(change: RemedyChange, people = this.remedies.people.applied ?? null): Promise<void> {
    return this.#inTurn(async () => {
      await this.remedies.replace(this.mapping, change(this.remedies.list), people);
      await writeState(this.database, APPLIED, true);
      this.#views = Promise.resolve();
      this.generation += 1;
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turns.then(work);
    this.#turns = turn.catch(() => undefined);
    return turn;
  }

  async #remember(next: StoredMapping, applied: boolean): Promise<void> {
    await writeState(this.database, 'mapping', next as unknown as Json);
    await writeState(this.database, APPLIED, applied);
    this.#mapping = next;
    this.generation += 1;
    this.#findings = undefined;
    this.#views = applied ? Promise.resolve() : undefined;
  }
}

/** What nobody can come back to any more. */
async function sweep(database: DuckDb): Promise<void> {
  await emptyBin(database);
  await dropStrays(database);
  await dropStoredRows(database);
  await forgetSort(database);
}
