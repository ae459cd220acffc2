import type { Row } from '../../../core/json.ts';
import type { TableDisclosure } from '../../../core/question.ts';
import { download, fileNameOf } from '../../../ui/download.ts';
import type { Workbench } from '../../../workbench/client.ts';

/** Ids of customers are in these columns of the table of matches; it has no other value of a person. */
const RULE: TableDisclosure = { ids: ['left_id', 'right_id', 'person_id'], kept: ['similarity'] };
const CHUNK = 10_000;

/** Hands the matches to the browser's downloads as CSV, ids hashed with a salt that nobody keeps. */
export async function saveMatches(
  { table, rows }: { table: string; rows: number },
  salt: string,
  workbench: Pick<Workbench, 'page'>,
): Promise<void> {
  const all: Row[] = [];
  for (let offset = 0; offset < rows; offset += CHUNK) {
    const part = await workbench.page({ table, offset, limit: CHUNK });
    const names = part.columns.map(({ name }) => name);
    for (const cells of part.rows) all.push(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? null])));
  }
  const { tableFile } = await import('../../../reports/table-file.ts');
  const privacy = { smallest: 1, ids: { salt } };
  download(await tableFile(table, all, RULE, privacy, 'csv', { tables: {}, rules: {} }), fileNameOf(table, 'csv'));
}
