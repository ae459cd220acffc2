import { builtInKind, formatKind, type NumberKind } from './workbook-numbers.ts';
import type { WorkbookPackage } from './workbook-package.ts';
import { relationsOf, type Relation } from './workbook-relations.ts';
import { XlsbScanner, type XlsbRecord } from './workbook-xlsb-records.ts';
import { XlsbSheet, type XlsbContext } from './workbook-xlsb-rows.ts';
import type { RowBatch, SheetInfo, Workbook } from './workbook.ts';

const WORKBOOK_PROPERTIES = 153;
const SHEET = 156;
const TEXT = 19;
const FORMAT = 44;
const XF = 47;
const CELL_XFS = 617;
const CELL_XFS_END = 618;

interface Sheet extends SheetInfo {
  part: string | undefined;
}

/** A binary workbook of Excel 2007 and later ([MS-XLSB]): the parts of an .xlsx as records. Defined tables are not looked for. */
export async function openXlsb(pack: WorkbookPackage, main: string): Promise<Workbook> {
  const relations = await relationsOf(pack, main);
  const { sheets, is1904 } = await readMain(pack, main, relations);
  if (sheets.length === 0) throw new TypeError('no sheets');
  const part = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target;
  const kinds = await readStyles(pack, part('styles'));
  let strings: string[] | undefined;
  const open = async (index: number): Promise<XlsbSheet> => {
    strings ??= await readTexts(pack, part('sharedStrings'));
    const context: XlsbContext = { strings, kinds, is1904 };
    return new XlsbSheet(index, context);
  };
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    tables: [],
    async *rows(wanted) {
      const chosen = sheets.map((sheet, index) => ({ ...sheet, index })).filter(({ index }) => wanted.has(index));
      for (const [done, { part: own, index }] of chosen.entries()) {
        if (own === undefined) continue;
        const sheet = await open(index);
        const batch = (share: number): RowBatch => ({ rows: sheet.take(), share: (done + share) / chosen.length });
        for await (const { records, share } of recordsOf(pack, own)) {
          for (const record of records) sheet.add(record);
          yield batch(share);
        }
        sheet.end();
        yield batch(1);
      }
    },
    async merges(index) {
      const sheet = await open(index);
      const own = sheets[index]?.part;
      if (own === undefined) return [];
      for await (const { records } of recordsOf(pack, own)) records.forEach((record) => sheet.addMerge(record));
      return sheet.merges;
    },
  };
}

async function* recordsOf(
  pack: WorkbookPackage,
  part: string,
): AsyncGenerator<{ records: XlsbRecord[]; share: number }> {
  const scanner = new XlsbScanner();
  for await (const { bytes, share } of pack.bytes(part)) yield { records: scanner.push(bytes), share };
  scanner.end();
}

async function readMain(
  pack: WorkbookPackage,
  main: string,
  relations: readonly Relation[],
): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  for await (const { records } of recordsOf(pack, main)) {
    for (const { id, data } of records) {
      if (id === WORKBOOK_PROPERTIES) is1904 = (data.u32() & 1) === 1;
      if (id !== SHEET) continue;
      const hidden = data.u32() !== 0;
      data.u32();
      const own = data.string();
      const relation = relations.find((one) => one.id === own);
      const isCells = relation?.type === 'worksheet' && pack.has(relation.target);
      sheets.push({ name: data.string(), hidden, part: isCells ? relation.target : undefined });
    }
  }
  return { sheets, is1904 };
}

async function readTexts(pack: WorkbookPackage, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined || !pack.has(part)) return strings;
  for await (const { records } of recordsOf(pack, part)) {
    for (const { id, data } of records) {
      if (id !== TEXT) continue;
      data.u8();
      strings.push(data.string());
    }
  }
  return strings;
}

async function readStyles(pack: WorkbookPackage, part: string | undefined): Promise<NumberKind[]> {
  const written = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isCellStyle = false;
  if (part === undefined || !pack.has(part)) return kinds;
  for await (const { records } of recordsOf(pack, part)) {
    for (const { id, data } of records) {
      if (id === FORMAT) written.set(data.u16(), formatKind(data.string()));
      else if (id === CELL_XFS) isCellStyle = true;
      else if (id === CELL_XFS_END) isCellStyle = false;
      else if (id === XF && isCellStyle) {
        data.u16();
        const format = data.u16();
        kinds.push(written.get(format) ?? builtInKind(format));
      }
    }
  }
  return kinds;
}
