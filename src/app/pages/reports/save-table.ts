import { isTableRef, type Answer, type TableRef } from '../../../core/answer.ts';
import type { Row } from '../../../core/json.ts';
import type { TableDisclosure } from '../../../core/question.ts';
import type { TableFormat } from '../../../reports/table-file.ts';
import type { Privacy } from '../../../reports/suppress.ts';
import { download, fileNameOf } from '../../../ui/download.ts';
import type { Workbench } from '../../../workbench/client.ts';

const CHUNK = 10_000;

export interface TableToSave {
  question: string;
  name: string;
  table: Row[] | TableRef;
  rule: TableDisclosure;
  format: TableFormat;
  /** The other tables of the answer, which may tell what this one withholds. */
  beside: { tables: Answer['tables']; rules: Readonly<Record<string, TableDisclosure>> };
}

/** Hands a table to the browser's downloads after whatever may not leave has been withheld. */
export async function saveTable(
  { question, name, table, rule, format, beside }: TableToSave,
  privacy: Privacy,
  workbench: Pick<Workbench, 'storedRows'>,
): Promise<void> {
  const rows = isTableRef(table) ? await readAll(table, workbench) : table;
  const { tableFile } = await import('../../../reports/table-file.ts');
  download(await tableFile(name, rows, rule, privacy, format, beside), fileNameOf(`${question} ${name}`, format));
}

async function readAll(table: TableRef, workbench: Pick<Workbench, 'storedRows'>): Promise<Row[]> {
  const names = table.columns.map(({ name }) => name);
  const rows: Row[] = [];
  for (let offset = 0; offset < table.rows; offset += CHUNK) {
    const part = await workbench.storedRows(table.stored, offset, CHUNK);
    for (const cells of part.rows) rows.push(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? null])));
  }
  return rows;
}
