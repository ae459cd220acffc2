import { toCsv } from '../core/csv.ts';
import { AppError, isCancelled, throwIfCancelled, toErrorData } from '../core/errors.ts';
import type { TableInfo } from '../core/table-info.ts';
import { binTable, renameTable, restoreTable } from '../database/catalog.ts';
import { forgetSort, pageOfTable, profileColumn } from '../database/pages.ts';
import { typedByAnalyst } from '../database/sql.ts';
import { pageOfStored } from '../database/stored-rows.ts';
import { TrainerClient } from '../learning/trainer-client.ts';
import { checkMapping } from '../semantics/check-mapping.ts';
import { ask } from './asking.ts';
import type { ImportOutcome, Opened, QueryResult, RequestName, Requests } from './contract.ts';
import { filesOf, type Incoming } from './files-of.ts';
import { freezeBaseline } from './freeze-baseline.ts';
import { importFile } from './import-file.ts';
import { orCancelled, type Job } from './jobs.ts';
import { openSample } from './open-sample.ts';
import { applyRemedy, examinePart, qualityPlan, undoRemedy } from './quality.ts';
import { renameBefore, sampleWent, showTruth } from './sample-tables.ts';
import { removeStorage, storageState } from './storage.ts';
import { Workspace } from './workspace.ts';

type Operations = {
  [K in RequestName]: (job: Job, ...parameters: Parameters<Requests[K]>) => Promise<ReturnType<Requests[K]>>;
};

export interface Surroundings {
  clock: () => number;
  /** The time of day as ISO 8601, in UTC. */
  today: () => string;
  versions: Record<string, string>;
  /** Cancels every job but this one and waits until they have ended. */
  endOtherJobs: (job: Job) => Promise<void>;
}

/** Every request of the contract, on one workspace. */
export function createOperations({ clock, today, versions, endOtherJobs }: Surroundings): Operations {
  let workspace: Workspace | undefined;
  let baseUrl = '';
  let inMemory = false;
  const trainer = new TrainerClient();
  let sampleTurn: Promise<unknown> = Promise.resolve();
  const undoMapping = new Map<string, () => Promise<void>>();

  function opened(): Workspace {
    if (!workspace) throw new AppError('workspace-closed');
    return workspace;
  }

  async function open(): Promise<Opened> {
    workspace ??= await Workspace.open(baseUrl, inMemory);
    const duckdb = await workspace.database.version();
    return {
      storage: await storageState(workspace.stored),
      settings: workspace.settings,
      versions: { ...versions, duckdb },
      ...(workspace.notes.sample && { sample: workspace.notes.sample.sample }),
      ...(workspace.notes.baseline && { baseline: workspace.notes.baseline }),
    };
  }

  /** A write that failed may have stopped the database for good: then it is opened again, as it was last saved. */
  async function mend(failure: unknown): Promise<void> {
    const broken = workspace;
    // One in memory would be lost with it, so that goes on as long as it answers.
    const stopped = broken?.stored && failure instanceof AppError && STOPPED.has(failure.code);
    if (!broken || (!stopped && (await broken.works()))) return;
    workspace = undefined;
    await broken.abandon();
    workspace = await Workspace.open(baseUrl, inMemory);
  }

  /** Samples come and go one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = sampleTurn.then(work);
    sampleTurn = turn.catch(() => undefined);
    return turn;
  }

  async function timed(work: () => Promise<Omit<QueryResult, 'elapsedMs'>>): Promise<QueryResult> {
    const started = clock();
    const result = await work();
    return { ...result, elapsedMs: clock() - started };
  }

  /** Whether the import goes on: not after Cancel, which is an error only when nothing has come in. */
  async function bringIn({ label, file, ...incoming }: Incoming, job: Job, outcome: ImportOutcome): Promise<boolean> {
    let come: TableInfo[] = [];
    try {
      if (file instanceof AppError) throw file;
      const { database, settings } = opened();
      const tables = await importFile(file, incoming.options, {
        database,
        timeZone: settings.timeZone,
        takenNames: async () => new Set((await opened().tables()).map(({ name }) => name)),
        progress: incoming.progress,
        signal: job.signal,
        clock,
      });
      throwIfCancelled(job.signal);
      tables[0]?.notices.push(...incoming.notices.splice(0));
      come = tables.map(({ elapsedMs: _, ...info }) => info);
      await opened().tablesCame(come);
      await opened().save();
      outcome.tables.push(...tables);
    } catch (error) {
      await mend(error);
      await tidy(() => opened().tablesDidNotCome(come));
      if (isCancelled(error) && outcome.tables.length === 0) throw error;
      outcome.refused.push({ file: label, error: toErrorData(error) });
      return !isCancelled(error);
    }
    return true;
  }

  return {
    open(_job, page) {
      ({ baseUrl, inMemory } = page);
      return open();
    },

    async release(job) {
      await endOtherJobs(job);
      const closing = workspace;
      workspace = undefined;
      await closing?.close();
    },

    settings: (_job, settings) => opened().keepSettings(settings),

    storage: () => storageState(opened().stored),

    async importFiles(job, files, options): Promise<ImportOutcome> {
      const outcome: ImportOutcome = { tables: [], refused: [] };
      for (const file of files) {
        for await (const incoming of filesOf(file, options, { ...job, clock })) {
          if (!(await bringIn(incoming, job, outcome))) return outcome;
        }
      }
      return outcome;
    },

    openSample: (job, id, seed) =>
      inTurn(async () => {
        try {
          const outcome = await openSample(id, seed, { workspace: opened(), job, clock });
          await opened().save();
          const { settings, notes } = opened();
          return { ...outcome, settings, ...(notes.baseline && { baseline: notes.baseline }) };
        } catch (error) {
          await mend(error);
          throw error;
        }
      }),

    closeSample: () =>
      inTurn(async () => {
        await sampleWent(opened());
        await opened().save();
        const { settings, notes } = opened();
        return { settings, ...(notes.baseline && { baseline: notes.baseline }) };
      }),

    async showTruth(_job, revealed) {
      const sample = await showTruth(opened(), revealed);
      await opened().save();
      return sample;
    },

    tables: () => opened().tables(),

    async renameTable(_job, from, to) {
      await forgetSort(opened().database);
      const info = await renameTable(opened().database, from, to);
      await opened().tableRenamed(from, to);
      await renameBefore(opened(), from, to);
      await opened().save();
      return info;
    },

    async dropTable(_job, name) {
      await forgetSort(opened().database);
      const giveRolesBack = opened().rememberRoles(name);
      const undo = await binTable(opened().database, name);
      await opened().tableWent(name);
      await opened().save();
      undoMapping.set(undo, giveRolesBack);
      return { undo };
    },

    async undoDrop(_job, undo) {
      const info = await restoreTable(opened().database, undo);
      try {
        await undoMapping.get(undo)?.();
      } finally {
        undoMapping.delete(undo);
        await opened().save();
      }
      return info;
    },

    page: ({ signal }, request) => timed(() => pageOfTable(opened().database, request, { signal })),

    async profile({ signal, progress }, table) {
      const info = (await opened().tables()).find(({ name }) => name === table);
      if (!info) throw new AppError('table-unknown', { table });
      const profiles = [];
      for (const [i, column] of info.columns.entries()) {
        await progress({ phase: 'profiling', done: i, total: info.columns.length });
        profiles.push(await profileColumn(opened().database, table, column, info.rows, { signal }));
      }
      return profiles;
    },

    mapping: async () => opened().mappingState,

    async map(_job, mapping) {
      const state = await opened().map(mapping);
      await opened().save();
      return state;
    },

    async checkMapping({ signal }, mapping) {
      if (mapping) return checkMapping(mapping, opened().database, { signal });
      await opened().views();
      return opened().findings(signal);
    },

    qualityPlan: (job) => qualityPlan(opened(), job),

    examine: (job, table, part) => examinePart(opened(), table, part, today(), job),

    async applyRemedy(_job, offer) {
      const remedies = await applyRemedy(opened(), offer);
      await opened().save();
      return remedies;
    },

    async undoRemedy(_job, remedy) {
      const remedies = await undoRemedy(opened(), remedy);
      await opened().save();
      return remedies;
    },

    query: ({ signal }, text, limit) =>
      timed(async () => {
        await orCancelled(opened().views(), signal);
        const query = typedByAnalyst(text);
        return opened().database.readOnly(query, (database) => database.table(query, { limit, signal }), { signal });
      }),

    async exportCsv({ signal }, text) {
      await orCancelled(opened().views(), signal);
      const query = typedByAnalyst(text);
      const { columns, rows } = await opened().database.readOnly(
        query,
        (database) => database.table(query, { signal }),
        {
          signal,
        },
      );
      const csv = toCsv(
        columns.map((column) => column.name),
        rows,
      );
      return new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' });
    },

    ask: (job, id, parameters) =>
      ask(id, parameters, { workspace: opened(), train: trainer.train, versions, clock }, job),

    storedRows: (_job, stored, offset, limit) => timed(() => pageOfStored(opened().database, stored, offset, limit)),

    async freezeBaseline(job, from, to) {
      const surroundings = { workspace: opened(), train: trainer.train, versions, clock };
      const baseline = await freezeBaseline(from, to, today(), surroundings, job);
      await opened().notes.addBaseline(baseline);
      await opened().save();
      return baseline;
    },

    report: () => opened().notes.report(),

    async keepReport(_job, report) {
      await opened().notes.keepReport(report);
      await opened().save();
    },

    async reset(job) {
      await endOtherJobs(job);
      const closing = workspace;
      workspace = undefined;
      await closing?.abandon();
      if (!inMemory) await removeStorage();
      return open();
    },
  };
}

/** After these the database may answer, but it cannot write. */
const STOPPED = new Set(['storage-full', 'disk-full', 'workspace-broken']);

/** After a failure: what failed first is what is told, and what cannot be tidied now goes at the next start. */
async function tidy(work: () => Promise<void>): Promise<void> {
  await work().catch(() => undefined);
}
