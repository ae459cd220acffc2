import { AppError, isCancelled, throwIfCancelled, toErrorData } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { TableInfo } from '../core/table-info.ts';
import { isWorkspaceFile } from '../core/workspace-file.ts';
import type { ImportOutcome, RequestName, Requests } from './contract.ts';
import type { CurrentWorkspace } from './current-workspace.ts';
import { readDecisions, rememberDecision } from './decisions.ts';
import { filesOf, type Incoming } from './files-of.ts';
import { importFile, previewFile, type ImportContext } from './import-file.ts';
import type { Job } from './jobs.ts';
import { replaceTable, type UndoReplacing } from './replace-table.ts';

type ImportRequest = 'importFiles' | 'previewFile' | 'rememberDecision' | 'replaceTable' | 'undoReplacing';

type ImportOperations = {
  [K in RequestName & ImportRequest]: (
    job: Job,
    ...parameters: Parameters<Requests[K]>
  ) => Promise<ReturnType<Requests[K]>>;
};

/** Bringing files in, looking at them before, and reading them again. */
export function importOperations(current: CurrentWorkspace, clock: () => number): ImportOperations {
  const replaced = new Map<string, UndoReplacing>();

  async function contextOf(job: Job): Promise<ImportContext> {
    const { database, settings } = current.opened;
    return {
      database,
      timeZone: settings.timeZone,
      takenNames: async () => new Set((await current.opened.tables()).map(({ name }) => name)),
      progress: job.progress,
      signal: job.signal,
      clock,
      remembered: await readDecisions(database),
    };
  }

  /** Whether the import goes on: not after Cancel, which is an error only when nothing has come in. */
  async function bringIn({ label, file, ...incoming }: Incoming, job: Job, outcome: ImportOutcome): Promise<boolean> {
    let come: TableInfo[] = [];
    try {
      if (file instanceof AppError) throw file;
      if (isWorkspaceFile(file.name)) throw new AppError('workspace-file', { file: file.name });
      const context = { ...(await contextOf(job)), progress: incoming.progress };
      const tables = await importFile(file, incoming.options, context);
      throwIfCancelled(job.signal);
      tables[0]?.notices.push(...incoming.notices.splice(0));
      come = tables.map(({ elapsedMs: _, ...info }) => info);
      await current.opened.tablesCame(come);
      await current.opened.save();
      outcome.tables.push(...tables);
    } catch (error) {
      await current.mend(error);
      // What failed first is what is told, and what cannot be tidied now goes at the next start.
      await current.opened.tablesDidNotCome(come).catch(() => undefined);
      if (isCancelled(error) && outcome.tables.length === 0) throw error;
      outcome.refused.push({ file: label, error: toErrorData(error) });
      return !isCancelled(error);
    }
    return true;
  }

  return {
    async importFiles(job, files, options): Promise<ImportOutcome> {
      const outcome: ImportOutcome = { tables: [], refused: [] };
      for (const file of files) {
        // A zip as well, whose members nobody means.
        if (isWorkspaceFile(file.name)) {
          const error = toErrorData(new AppError('workspace-file', { file: file.name }));
          outcome.refused.push({ file: file.name, error });
          continue;
        }
        for await (const incoming of filesOf(file, options, { ...job, clock })) {
          if (!(await bringIn(incoming, job, outcome))) return outcome;
        }
      }
      return outcome;
    },

    async previewFile(job, file, options) {
      return previewFile(file, options, await contextOf(job));
    },

    async rememberDecision(_job, signature: string, options: FileOptions) {
      await rememberDecision(current.opened.database, signature, options);
      await current.opened.save();
    },

    async replaceTable(_job, old, fresh) {
      const { info, undo } = await replaceTable(current.opened, old, fresh);
      const token = crypto.randomUUID();
      replaced.set(token, undo);
      return { info, undo: token };
    },

    async undoReplacing(_job, token) {
      const undo = replaced.get(token);
      if (!undo) throw new AppError('undo-gone');
      replaced.delete(token);
      await undo();
    },
  };
}
