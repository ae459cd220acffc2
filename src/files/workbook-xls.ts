import { AppError } from '../core/errors.ts';
import { compoundStream } from './compound-file.ts';
import { builtInKind, formatKind, type NumberKind } from './workbook-numbers.ts';
import { RecordReader, xlsRecords, type XlsRecord } from './workbook-xls-records.ts';
import { readXlsSheet } from './workbook-xls-rows.ts';
import type { SheetInfo, Workbook } from './workbook.ts';

const BEGIN = 0x0809;
const END = 0x000a;
const BIFF8 = 0x0600;
const FILE_PASS = 0x002f;
const DATE_1904 = 0x0022;
const FORMAT = 0x041e;
const XF = 0x00e0;
const BOUND_SHEET = 0x0085;
const TEXTS = 0x00fc;
const SHEET_OF_CELLS = 0;
/** Rows are handed over in batches, so that the caller can report and stop between them. */
const BATCH = 2000;

interface Globals {
  sheets: (SheetInfo & { at: number })[];
  strings: string[];
  kinds: NumberKind[];
  is1904: boolean;
}

/**
 * A workbook as Excel 97 to 2003 wrote it ([MS-XLS]).
 * @throws AppError `spreadsheet-encrypted`, `spreadsheet-too-old`.
 */
export function openXls(bytes: Uint8Array): Workbook {
  const stream = compoundStream(bytes, 'Workbook') ?? compoundStream(bytes, 'Book');
  if (!stream) throw new TypeError('no workbook in the compound file');
  const globals = readGlobals(stream);
  if (globals.sheets.length === 0) throw new TypeError('no sheets');
  return {
    sheets: globals.sheets.map(({ name, hidden }) => ({ name, hidden })),
    tables: [],
    async *rows(wanted) {
      const chosen = globals.sheets.map(({ at }, index) => ({ at, index })).filter(({ index }) => wanted.has(index));
      for (const [done, { at, index }] of chosen.entries()) {
        const { rows } = readXlsSheet(stream, at, index, globals);
        for (let from = 0; from < rows.length; from += BATCH) {
          await Promise.resolve();
          yield { rows: rows.slice(from, from + BATCH), share: (done + from / rows.length) / chosen.length };
        }
      }
    },
    merges: (index) =>
      Promise.resolve(
        globals.sheets[index] ? readXlsSheet(stream, globals.sheets[index].at, index, globals).merges : [],
      ),
  };
}

function readGlobals(stream: Uint8Array): Globals {
  const globals: Globals = { sheets: [], strings: [], kinds: [], is1904: false };
  const written = new Map<number, NumberKind>();
  const formats: number[] = [];
  let isFirst = true;
  for (const record of xlsRecords(stream, 0)) {
    const reader = new RecordReader(record.pieces);
    if (isFirst) checkVersion(record, reader);
    isFirst = false;
    if (record.id === END) break;
    if (record.id === FILE_PASS) throw new AppError('spreadsheet-encrypted');
    if (record.id === DATE_1904) globals.is1904 = reader.u16() === 1;
    else if (record.id === FORMAT) written.set(reader.u16(), formatKind(reader.string(reader.u16())));
    else if (record.id === XF) {
      reader.skip(2);
      formats.push(reader.u16());
    } else if (record.id === TEXTS) globals.strings = readTexts(reader);
    else if (record.id === BOUND_SHEET) addSheet(globals, reader);
  }
  globals.kinds = formats.map((format) => written.get(format) ?? builtInKind(format));
  return globals;
}

function checkVersion({ id }: XlsRecord, reader: RecordReader): void {
  if (id !== BEGIN && (id & 0xff) !== (BEGIN & 0xff)) throw new TypeError('no beginning');
  if (id !== BEGIN || reader.u16() !== BIFF8) throw new AppError('spreadsheet-too-old');
}

function addSheet({ sheets }: Globals, reader: RecordReader): void {
  const at = reader.u32();
  const state = reader.u8() & 3;
  if (reader.u8() !== SHEET_OF_CELLS) return;
  sheets.push({ at, name: reader.string(reader.u8()), hidden: state > 0 });
}

function readTexts(reader: RecordReader): string[] {
  reader.skip(4);
  const count = reader.u32();
  const strings: string[] = [];
  while (strings.length < count && reader.hasMore) strings.push(reader.string(reader.u16()));
  return strings;
}
