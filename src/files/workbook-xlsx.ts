import { AppError } from '../core/errors.ts';
import { attribute } from './workbook-markup.ts';
import { builtInKind, formatKind, type NumberKind } from './workbook-numbers.ts';
import type { WorkbookPackage } from './workbook-package.ts';
import { relationsOf, type Relation } from './workbook-relations.ts';
import { rangeOf } from './workbook-references.ts';
import { SheetScanner, type SheetContext } from './workbook-xlsx-rows.ts';
import { readSharedStrings } from './workbook-xlsx-strings.ts';
import type { CellRange, DefinedTable, RowBatch, SheetInfo, Workbook } from './workbook.ts';

interface Sheet extends SheetInfo {
  /** Undefined for what is no sheet of cells, as a chart. */
  part: string | undefined;
}

/** A workbook as ECMA-376 has it, .xlsx or .xlsm: macros are parts that nobody reads. */
export async function openXlsx(pack: WorkbookPackage, main: string): Promise<Workbook> {
  const relations = await relationsOf(pack, main);
  const { sheets, is1904 } = await readMain(pack, main, relations);
  if (sheets.length === 0) throw new TypeError('no sheets');
  const part = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target;
  const kinds = await readStyles(pack, part('styles'));
  let strings: string[] | undefined;
  const openContext = async (): Promise<SheetContext> => {
    strings ??= await readSharedStrings(pack, part('sharedStrings'));
    return { strings, kinds, is1904 };
  };
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    tables: await readTables(pack, sheets),
    async *rows(wanted) {
      const chosen = sheets.map((sheet, index) => ({ ...sheet, index })).filter(({ index }) => wanted.has(index));
      for (const [done, sheet] of chosen.entries()) {
        if (sheet.part === undefined) continue;
        const scanner = new SheetScanner(sheet.index, await openContext());
        const batch = (share: number): RowBatch => ({ rows: scanner.take(), share: (done + share) / chosen.length });
        for await (const share of pack.scan(sheet.part, scanner)) yield batch(share);
      }
    },
    async merges(index) {
      const part = sheets[index]?.part;
      return part === undefined ? [] : readMerges(pack, part);
    },
  };
}

const ignore = (): void => undefined;

async function readMain(
  pack: WorkbookPackage,
  main: string,
  relations: readonly Relation[],
): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await pack.scanAll(main, {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 ||= /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const id = attribute(attributes, 'r:id') ?? attribute(attributes, 'id');
      const relation = relations.find((one) => one.id === id);
      const isCells = relation?.type === 'worksheet' && pack.has(relation.target);
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
        part: isCells ? relation.target : undefined,
      });
    },
    text: ignore,
    close: ignore,
  });
  return { sheets, is1904 };
}

/** What the numbers of each style are. */
async function readStyles(pack: WorkbookPackage, part: string | undefined): Promise<NumberKind[]> {
  const written = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isCellStyle = false;
  if (part === undefined || !pack.has(part)) return kinds;
  await pack.scanAll(part, {
    open(tag, attributes) {
      if (tag === 'numFmt') {
        written.set(Number(attribute(attributes, 'numFmtId')), formatKind(attribute(attributes, 'formatCode') ?? ''));
      } else if (tag === 'cellXfs') isCellStyle = true;
      else if (tag === 'xf' && isCellStyle) {
        const format = Number(attribute(attributes, 'numFmtId') ?? 0);
        kinds.push(written.get(format) ?? builtInKind(format));
      }
    },
    text: ignore,
    close(tag) {
      if (tag === 'cellXfs') isCellStyle = false;
    },
  });
  return kinds;
}

async function readTables(pack: WorkbookPackage, sheets: readonly Sheet[]): Promise<DefinedTable[]> {
  const tables: DefinedTable[] = [];
  for (const [sheet, { part }] of sheets.entries()) {
    if (part === undefined) continue;
    for (const { type, target } of await relationsOf(pack, part)) {
      if (type !== 'table' || !pack.has(target)) continue;
      const table = await readTable(pack, target, sheet);
      if (table) tables.push(table);
    }
  }
  return tables.sort((a, b) => a.sheet - b.sheet || a.range.top - b.range.top || a.range.left - b.range.left);
}

async function readTable(pack: WorkbookPackage, part: string, sheet: number): Promise<DefinedTable | undefined> {
  let table: DefinedTable | undefined;
  await pack.scanAll(part, {
    open(tag, attributes) {
      if (tag === 'table') {
        const range = rangeOf(attribute(attributes, 'ref') ?? '');
        if (!range) return;
        const name = attribute(attributes, 'displayName') ?? attribute(attributes, 'name') ?? '';
        const header = attribute(attributes, 'headerRowCount') !== '0';
        table = {
          name,
          sheet,
          range,
          header,
          totals: Number(attribute(attributes, 'totalsRowCount') ?? 0),
          columns: [],
        };
      } else if (tag === 'tableColumn') table?.columns.push(attribute(attributes, 'name') ?? '');
    },
    text: ignore,
    close: ignore,
  });
  return table;
}

/** They stand behind the rows: a large sheet is read once more for them. */
async function readMerges(pack: WorkbookPackage, part: string): Promise<CellRange[]> {
  const merges: CellRange[] = [];
  await pack.scanAll(part, {
    open(tag, attributes) {
      if (tag !== 'mergeCell') return;
      const range = rangeOf(attribute(attributes, 'ref') ?? '');
      if (range) merges.push(range);
      if (merges.length > MOST_MERGES) throw new AppError('spreadsheet-bomb');
    },
    text: ignore,
    close: ignore,
  });
  return merges;
}

const MOST_MERGES = 1_000_000;
