import type { CellValue } from 'hucre';

export interface SheetRows {
  name: string;
  rows(): AsyncGenerator<{ index: number; values: readonly CellValue[] }>;
}

interface SheetList {
  names: { name: string; hidden: boolean }[];
  open(name: string, index: number): SheetRows;
}

/** The sheets of a workbook and their rows; the only file that knows hucre. */
export async function openWorkbook(format: 'xlsx' | 'xlsb' | 'xls' | 'ods', bytes: Uint8Array): Promise<SheetList> {
  const hucre = await import('hucre');
  const names: SheetList['names'] = [];
  const listNames = (info: { name: string; hidden?: boolean; veryHidden?: boolean }): boolean => {
    names.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true });
    return false;
  };
  if (format === 'xlsx') {
    await hucre.readXlsx(bytes, { sheets: listNames });
    return {
      names,
      open: (name, index) => ({ name, rows: () => hucre.streamXlsxRows(bytes, { sheet: index }) }),
    };
  }
  if (format === 'ods') {
    // It has no list of sheets: the names are told once before and once while they are read.
    await hucre.readOds(bytes, { sheets: (info) => names[info.index]?.name !== info.name && listNames(info) });
    return {
      names,
      open: (name, index) => ({ name, rows: () => hucre.streamOdsRows(bytes, { sheets: [index] }) }),
    };
  }
  const { sheets } = await (format === 'xls' ? hucre.readXls : hucre.readXlsb)(bytes);
  return {
    names: sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true })),
    open: (name, index) => ({
      name,
      // The contract is a stream: these formats are read whole.
      async *rows() {
        await Promise.resolve();
        for (const [row, values] of (sheets[index]?.rows ?? []).entries()) yield { index: row, values };
      },
    }),
  };
}

/** Whether an error says that a password is missing. */
export function isEncryptedError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'EncryptedFileError' || /password|encrypt/i.test(error.message));
}

const SECOND = 1000;

/** A cell as the text that stands for it in a delimited file. Dates are local times without a zone. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value.getTime());
  return String(value);
}

function dateText(ms: number): string {
  if (Number.isNaN(ms)) return '';
  // Workbooks keep times as fractions of a day: what is within milliseconds of a second is that second.
  const nearest = Math.round(ms / SECOND) * SECOND;
  const iso = new Date(Math.abs(ms - nearest) < 5 ? nearest : ms).toISOString();
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 23)];
  if (time === '00:00:00.000') return date;
  return `${date} ${time.endsWith('.000') ? time.slice(0, 8) : time}`;
}
