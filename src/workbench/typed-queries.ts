import { AppError } from '../core/errors.ts';
import { typedByAnalyst } from '../database/sql.ts';
import type { QueryResult } from './contract.ts';
import type { TableInfo } from '../core/table-info.ts';
import { orCancelled, type Job } from './jobs.ts';
import { makeTable } from './make-table.ts';
import { resultCsv } from './result-csv.ts';
import { sticks } from './sticks.ts';
import type { Workspace } from './workspace.ts';

interface Surroundings {
  opened: () => Workspace;
  /** Ends the database of a workspace and opens it again as it was last saved. */
  reopen: (stuck: Workspace) => Promise<void>;
  timed: (work: () => Promise<Omit<QueryResult, 'elapsedMs'>>) => Promise<QueryResult>;
}

interface TypedQueries {
  query(job: Job, text: string, limit: number): Promise<QueryResult>;
  makeTable(job: Job, text: string): Promise<TableInfo>;
  exportCsv(job: Job, text: string): Promise<Blob>;
}

/** What the analyst typed, on whatever workspace is open. */
export function typedQueries({ opened, reopen, timed }: Surroundings): TypedQueries {
  /** What was cancelled and does not end is ended with its database. */
  async function stoppable<T>(signal: AbortSignal, work: (workspace: Workspace) => Promise<T>): Promise<T> {
    await orCancelled(opened().views(), signal);
    const asked = opened();
    const working = work(asked);
    if (!(await sticks(working, signal))) return working;
    if (!asked.storage.entry) {
      // It would be lost with its database. What comes of the query after all, nobody waits for.
      working.catch(() => undefined);
      throw new AppError('query-goes-on');
    }
    if (opened() === asked) await reopen(asked);
    return working;
  }

  const read = (text: string, signal: AbortSignal, limit = Infinity) =>
    stoppable(signal, ({ database }) => {
      const query = typedByAnalyst(text);
      return database.readOnly(query, (reading) => reading.table(query, { limit, signal }), { signal });
    });

  return {
    query: ({ signal }, text, limit) => timed(() => read(text, signal, limit)),

    async makeTable({ signal }, text) {
      const made = await stoppable(signal, (workspace) => makeTable(workspace, text, signal));
      await opened().save();
      return made;
    },

    async exportCsv({ signal }, text) {
      const { columns, rows } = await read(text, signal);
      return resultCsv(columns, rows);
    },
  };
}
