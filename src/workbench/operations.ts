import { AppError } from '../core/errors.ts';
import { binTable, renameTable, restoreTable } from '../database/catalog.ts';
import { forgetSort, pageOfTable, profileColumn } from '../database/pages.ts';
import { rejectsOf } from '../database/rejects.ts';
import { pageOfStored } from '../database/stored-rows.ts';
import { TrainerClient } from '../learning/trainer-client.ts';
import { checkMapping } from '../semantics/check-mapping.ts';
import { againOperations } from './again-operations.ts';
import { ask } from './asking.ts';
import type { QueryResult, RequestName, Requests } from './contract.ts';
import { CurrentWorkspace } from './current-workspace.ts';
import { freezeBaseline } from './freeze-baseline.ts';
import { importOperations } from './import-operations.ts';
import type { Job } from './jobs.ts';
import { keepingOperations } from './keeping-operations.ts';
import { openSample } from './open-sample.ts';
import { peopleOperations } from './people-operations.ts';
import { applyRemedy, examinePart, qualityPlan, undoRemedy } from './quality.ts';
import { mustOnlyRead } from './read-only.ts';
import { renameBefore, sampleWent, showTruth } from './sample-tables.ts';
import { storageState } from './storage.ts';
import { hashesOf } from './table-hashes.ts';
import { typedQueries } from './typed-queries.ts';
import type { Workspace } from './workspace.ts';

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
  const trainer = new TrainerClient();
  let sampleTurn: Promise<unknown> = Promise.resolve();
  /** What brings dropped tables back, by the tokens that the page has. */
  const bin = new Map<string, { name: string; giveRolesBack: () => Promise<void> }>();
  const imports: Parameters<typeof importOperations>[2] = new Map();
  const current = new CurrentWorkspace({ versions, today }, endOtherJobs, () => {
    bin.clear();
    imports.clear();
  });
  const opened = (): Workspace => current.opened;

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

  const operations: Operations = {
    ...keepingOperations(current, { app: versions.redito ?? '', today }),
    ...importOperations(current, clock, imports),
    ...againOperations(current, imports),

    async settings(_job, settings) {
      await opened().keepSettings(settings);
      return settings;
    },

    storage: () => storageState(opened().storage.entry !== undefined),

    openSample: (job, id, seed) =>
      inTurn(async () => {
        const workspace = opened();
        try {
          const outcome = await openSample(id, seed, { workspace, job, clock });
          await opened().save();
          const { settings, notes } = opened();
          return { ...outcome, settings, ...(notes.baseline && { baseline: notes.baseline }) };
        } catch (error) {
          // What failed first is what is told.
          await current.mend(error, workspace).catch(() => undefined);
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

    tableHashes: ({ signal }) => hashesOf(opened(), signal),

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
      const binnedAs = await binTable(opened().database, name);
      await opened().tableWent(name);
      await opened().save();
      const undo = crypto.randomUUID();
      bin.set(undo, { name: binnedAs, giveRolesBack });
      return { undo };
    },

    async undoDrop(_job, undo) {
      const binned = bin.get(undo);
      if (!binned) throw new AppError('undo-gone');
      const info = await restoreTable(opened().database, binned.name);
      try {
        await binned.giveRolesBack();
      } finally {
        bin.delete(undo);
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

    rejects: ({ signal }, table) => rejectsOf(opened().database, table, signal),

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

    ...peopleOperations(opened),

    ...typedQueries({ opened, reopen: (stuck) => current.reopen(stuck), timed }),

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
  };
  return guarded(operations, current);
}

/** Every one of them looks first whether it may, and mends the workspace if it has broken it. */
function guarded(operations: Operations, current: CurrentWorkspace): Operations {
  const guard = ([name, work]: [string, (...given: never[]) => Promise<unknown>]) => [
    name,
    async (...given: never[]) => {
      if (current.page.copy !== undefined) mustOnlyRead(name as RequestName);
      return current.mending(() => work(...given));
    },
  ];
  return Object.fromEntries(Object.entries(operations).map(guard)) as Operations;
}
