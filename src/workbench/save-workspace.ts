import type { ColumnInfo } from '../core/answer.ts';
import type { TableInfo } from '../core/table-info.ts';
import type { SavedTable, WorkspaceContents, WorkspaceManifest } from '../core/workspace-file.ts';
import { listTables, readStates } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import type { DuckDb } from '../database/duckdb.ts';
import { describeTable } from '../database/raw-loader.ts';
import { readRejects } from '../database/rejects.ts';
import { rowsForParquet } from '../database/table-transfer.ts';
import type { Job } from './jobs.ts';
import { mustOpenAgain } from './must-open-again.ts';
import { PackerProcess } from './packer-process.ts';
import { isKept } from './state-schemas.ts';

/** As many rows as DuckDB works on at a time: a piece of a stream has no more. */
const PIECE_ROWS = 2_048;

type About = Pick<WorkspaceManifest, 'app' | 'savedAt'> & { name: string };

/**
 * The whole workspace, as it is at one moment, as one file.
 * @throws AppError `workspace-unsavable`, `workspace-too-large`, `packer-failed`, `cancelled`.
 */
export async function saveWorkspace(database: DuckDb, { name, ...about }: About, job: Job): Promise<Blob> {
  const packer = new PackerProcess(job.signal);
  try {
    return await database.snapshot(async (now, ipc) => {
      const infos = await listTables(now);
      const total = infos.reduce((sum, { rows }) => sum + rows, 0);
      const tables: SavedTable[] = [];
      for (const [i, info] of infos.entries()) tables.push(await savedTable(now, info, i));
      const contents = { name, tables, ...(await restOf(now)) };
      mustOpenAgain(contents);
      let done = 0;
      for (const table of tables) {
        const { info } = table;
        await packer.beginTable(table.entry);
        const query = rowsForParquet(info.name, table.columns);
        let before = done - PIECE_ROWS;
        for await (const piece of ipc(query, { signal: job.signal })) {
          await packer.add(piece);
          before += PIECE_ROWS;
          await job.progress({ phase: 'saving', done: Math.min(before, done + info.rows), total });
        }
        done += info.rows;
        await packer.endTable();
      }
      return packer.finish(contents, about);
    });
  } finally {
    packer.end();
  }
}

async function savedTable(database: Database, info: TableInfo, index: number): Promise<SavedTable> {
  const { columns }: { columns: ColumnInfo[] } = await describeTable(database, info.name);
  return { info, columns, entry: `tables/${index + 1}.parquet` };
}

async function restOf(database: Database): Promise<Pick<WorkspaceContents, 'rejects' | 'state'>> {
  const state = Object.entries(await readStates(database)).filter(([key]) => isKept(key));
  return { rejects: await readRejects(database), state: Object.fromEntries(state) };
}
