import { isTableRef, type TableRef } from '../core/answer.ts';
import type { Row } from '../core/json.ts';
import type { StoredRows } from './stored-rows.ts';

const CHUNK = 10_000;

/** All rows of an answer's table, a chunk at a time, whether they came with it or are stored in the workspace. */
export async function* chunksOf(table: Row[] | TableRef, stored: Pick<StoredRows, 'read'>): AsyncGenerator<Row[]> {
  if (!isTableRef(table)) {
    yield table;
    return;
  }
  const names = table.columns.map(({ name }) => name);
  for (let offset = 0; offset < table.rows; offset += CHUNK) {
    const { rows } = await stored.read(table.stored, offset, CHUNK);
    yield rows.map((row) => Object.fromEntries(row.map((value, i) => [names[i], value])));
  }
}
