import { AppError } from '../core/errors.ts';
import { message } from '../core/message.ts';
import type { TableInfo } from '../core/table-info.ts';
import { isTableName } from '../core/table-name.ts';
import { removeTable } from '../database/catalog.ts';
import { madeTable, storeQuery } from '../database/made-tables.ts';
import { describeTable } from '../database/raw-loader.ts';
import { typedByAnalyst } from '../database/sql.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes a raw table of a query that the analyst typed as `CREATE TABLE … AS …`, after having been asked.
 * @throws AppError `query-writes` for any other statement, `table-name-invalid`, `table-name-taken`, and what `readOnly`
 *   throws of the query.
 */
export async function makeTable(workspace: Workspace, text: string, signal: AbortSignal): Promise<TableInfo> {
  const made = madeTable(text);
  if (!made) throw new AppError('query-writes');
  if (!isTableName(made.name)) throw new AppError('table-name-invalid', { table: made.name });
  const { database } = workspace;
  // Whether it reads only, and only what it may, is seen before anything is written.
  const empty = typedByAnalyst(`SELECT * FROM (${made.query}\n) AS made LIMIT 0`);
  await database.readOnly(typedByAnalyst(made.query), () => Promise.resolve(), { signal });
  await database.readOnly(empty, (reading) => reading.table(empty, { signal }), { signal });
  await storeQuery(database, made, signal);
  try {
    const info: TableInfo = {
      name: made.name,
      ...(await describeTable(database, made.name)),
      source: { file: 'SQL', format: 'sql' },
      notices: [message('sql.made', { query: made.query })],
      rejectedRows: 0,
    };
    await workspace.tablesCame([info]);
    return info;
  } catch (error) {
    await removeTable(database, made.name).catch(() => undefined);
    throw error;
  }
}
