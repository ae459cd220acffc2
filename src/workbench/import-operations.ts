import { AppError, isCancelled, throwIfCancelled, toErrorData } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { TableInfo } from '../core/table-info.ts';
import { isWorkspaceFile } from '../core/workspace-file.ts';
import { tableNames } from '../database/catalog.ts';
import type { ImportedTable, ImportOutcome, RequestName, Requests } from './contract.ts';
import type { CurrentWorkspace } from './current-workspace.ts';
import { readDecisions, rememberDecision } from './decisions.ts';
import { filesOf, type Incoming } from './files-of.ts';
import { nameFile } from './import-failures.ts';
import { importFile, previewFile, type ImportContext } from './import-file.ts';
import type { Job } from './jobs.ts';
import { Places, type Place } from './places.ts';
import { replaceTable, withdrawTable, type UndoReplacing } from './replace-table.ts';
import { roomOf } from './room-for-file.ts';
import { SharedSave } from './shared-save.ts';
import type { Workspace } from './workspace.ts';

type ImportRequest =
  'importFiles' | 'previewFile' | 'rememberDecision' | 'importAgain' | 'undoImportAgain' | 'importInStep';

/** Tables in the places of others, with what undoes it or makes it final. */
interface Placed {
  tables: ImportedTable[];
  undos: UndoReplacing[];
  forget: (() => Promise<void>)[];
}

interface BothPlaces {
  toRead: Place;
  toStore: Place;
}

type ImportOperations = {
  [K in RequestName & ImportRequest]: (
    job: Job,
    ...parameters: Parameters<Requests[K]>
  ) => Promise<ReturnType<Requests[K]>>;
};

/** Bringing files in, looking at them before, and reading them again. */
export function importOperations(
  current: CurrentWorkspace,
  clock: () => number,
  /** What takes an import back, by the tokens that the page has; of the open workspace only. */
  undoing: Map<string, UndoReplacing[]>,
): ImportOperations {
  // While one file is stored the next one is read.
  const [reading, storing] = [new Places(), new Places()];
  const saving = new SharedSave(storing);

  /** @param opened the workspace to store into, when it is its turn */
  async function contextOf(job: Job, opened = () => current.whole()): Promise<ImportContext> {
    const { database, settings, storage } = await current.whole();
    return {
      timeZone: settings.timeZone,
      progress: job.progress,
      signal: job.signal,
      clock,
      remembered: await readDecisions(database),
      room: () => roomOf(storage.entry !== undefined),
      store: async () => {
        const { database: into, storage: place } = await opened();
        const takenNames = new Set(await tableNames(into));
        return { database: into, isKept: place.entry !== undefined, takenNames };
      },
    };
  }

  /** Takes a place in both queues before anything of it can wait: files come in in the order in which they were chosen. */
  async function inTurn<T>(work: (places: BothPlaces) => Promise<T>): Promise<T> {
    const places = { toRead: reading.take(), toStore: storing.take() };
    try {
      return await work(places);
    } finally {
      places.toRead.leave();
      places.toStore.leave();
    }
  }

  /** Reads one file into tables and puts them into the catalog, all of them or none. */
  async function bringOne(
    { file, ...incoming }: Incoming,
    job: Job,
    { toRead, toStore }: BothPlaces,
  ): Promise<ImportedTable[]> {
    let workspace = await current.whole();
    let tables: ImportedTable[] = [];
    try {
      if (file instanceof AppError) throw file;
      if (isWorkspaceFile(file.name)) throw new AppError('workspace-file', { file: file.name });
      await toRead.come(job.signal);
      const context = await contextOf(job, async () => {
        await toStore.come(job.signal);
        // Only now: what has been read holds its reader until it is stored.
        toRead.leave();
        // Not as it was: one that the file before has broken has been opened again.
        return (workspace = await current.whole());
      });
      const read = await importFile(file, incoming.options, { ...context, progress: incoming.progress });
      tables = read.map((table) => ({ ...table, id: crypto.randomUUID() }));
      tables[0]?.notices.push(...incoming.notices.splice(0));
      throwIfCancelled(job.signal);
      await workspace.tablesCame(tables.map(({ elapsedMs: _, ...info }) => info));
      toStore.leave();
      await saving.save(workspace);
    } catch (error) {
      // What failed first is what is told, and what cannot be tidied now goes at the next start.
      if (!(await haveStayed(error, workspace, tables).catch(() => false)))
        throw file instanceof AppError ? error : nameFile(error, file);
    }
    return tables;
  }

  /** Whether tables have come in although saving them failed: the database saves by itself now and then. If not, they go. */
  async function haveStayed(failure: unknown, workspace: Workspace, come: readonly TableInfo[]): Promise<boolean> {
    await current.mend(failure, workspace);
    if (come.length === 0) return false;
    const opened = await current.whole();
    // Another workspace that has been opened meanwhile has tables of the same names: those stay.
    if (opened.storage.entry?.id !== workspace.storage.entry?.id) return false;
    const known = new Set((await opened.tables()).map(({ id }) => id));
    const there = come.filter(({ id }) => known.has(id));
    if (opened !== workspace && there.length === come.length && !isCancelled(failure)) return true;
    await opened.tablesDidNotCome(there);
    return false;
  }

  /** Whether the import goes on: not after Cancel, which is an error only when nothing has come in. */
  async function bringIn(incoming: Incoming, job: Job, outcome: ImportOutcome, places: BothPlaces): Promise<boolean> {
    try {
      outcome.tables.push(...(await bringOne(incoming, job, places)));
      return true;
    } catch (error) {
      if (isCancelled(error) && outcome.tables.length === 0) throw error;
      outcome.refused.push({ file: incoming.label, error: toErrorData(error) });
      return !isCancelled(error);
    }
  }

  /** Puts each table into the place of the one that it is read anew of, as far as that is there still; the rest stay. */
  async function takePlaces(tables: ImportedTable[], before: readonly TableInfo[]): Promise<Placed> {
    const workspace = current.opened;
    const undos: UndoReplacing[] = [];
    const forget: Placed['forget'] = [];
    const placed: ImportedTable[] = [];
    try {
      for (const table of tables) {
        const known = before.find(({ source }) => source.sheet === table.source.sheet);
        const old = (await workspace.tables()).find(({ id }) => id !== undefined && id === known?.id);
        const replaced = old && (await replaceTable(workspace, old.name, table.name));
        if (replaced) forget.push(replaced.forget);
        undos.unshift(...(replaced ? [replaced.undo] : []), () => withdrawTable(workspace, table));
        placed.push({ ...table, ...replaced?.info });
      }
      await workspace.save();
    } catch (error) {
      // What failed first is what is told.
      await takeBack([...undos, () => workspace.tablesDidNotCome(tables.slice(placed.length))]).catch(() => undefined);
      throw error;
    }
    return { tables: placed, undos, forget };
  }

  async function readAgain(
    job: Job,
    file: File,
    options: FileOptions | undefined,
    before: readonly TableInfo[],
  ): Promise<Placed> {
    const incoming = { label: file.name, file, options, progress: job.progress, notices: [] };
    return takePlaces(await inTurn((places) => bringOne(incoming, job, places)), before);
  }

  return {
    importFiles: (job, files, options) =>
      inTurn(async (places) => {
        const outcome: ImportOutcome = { tables: [], refused: [] };
        for (const file of files) {
          // A zip as well, whose members nobody means.
          if (isWorkspaceFile(file.name)) {
            const error = toErrorData(new AppError('workspace-file', { file: file.name }));
            outcome.refused.push({ file: file.name, error });
            continue;
          }
          for await (const incoming of filesOf(file, options, { ...job, clock })) {
            if (!(await bringIn(incoming, job, outcome, places))) return outcome;
          }
        }
        return outcome;
      }),

    async previewFile(job, file, options) {
      return previewFile(file, options, await contextOf(job));
    },

    async rememberDecision(_job, signature: string, options: FileOptions) {
      await rememberDecision(current.opened.database, signature, options);
      await current.opened.save();
    },

    async importAgain(job, file, options, before) {
      const { tables, undos } = await readAgain(job, file, options, before);
      const undo = crypto.randomUUID();
      undoing.set(undo, undos);
      return { tables, undo };
    },

    async importInStep(job, file, options, before) {
      const { tables, forget } = await readAgain(job, file, options, before);
      // What cannot be dropped now goes at the next start.
      for (const drop of forget) await drop().catch(() => undefined);
      return tables;
    },

    async undoImportAgain(_job, token) {
      const undos = undoing.get(token);
      if (!undos) throw new AppError('undo-gone');
      await takeBack(undos);
      undoing.delete(token);
      await current.opened.save();
    },
  };
}

/** Does and removes one after the other; what has failed, and what comes after it, can be tried again. */
async function takeBack(undos: UndoReplacing[]): Promise<void> {
  for (let undo = undos.shift(); undo; undo = undos.shift()) {
    try {
      await undo();
    } catch (error) {
      undos.unshift(undo);
      throw error;
    }
  }
}
