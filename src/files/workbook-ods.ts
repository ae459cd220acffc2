import { AppError } from '../core/errors.ts';
import { attribute, type MarkupHandler } from './workbook-markup.ts';
import { isCopy } from './workbook-ods-names.ts';
import { OdsScanner } from './workbook-ods-rows.ts';
import type { NumberKind } from './workbook-numbers.ts';
import type { WorkbookPackage } from './workbook-package.ts';
import { LOOKED_AT, type CellRange, type SheetInfo, type Workbook } from './workbook.ts';

const CONTENT = 'content.xml';
/** Formats of numbers stand here or before the sheets. */
const STYLES = 'styles.xml';

/** A workbook as ODF 1.2 and later have it: all sheets are one document, which is read again for each answer. */
export async function openOds(pack: WorkbookPackage): Promise<Workbook> {
  if (await isEncrypted(pack)) throw new AppError('spreadsheet-encrypted');
  const { sheets, kinds } = await readSheets(pack);
  if (sheets.length === 0) throw new TypeError('no sheets');
  return {
    sheets,
    tables: [],
    async *rows(wanted) {
      const scanner = new OdsScanner(wanted, kinds);
      for await (const share of pack.scan(CONTENT, scanner, () => scanner.isDone))
        yield { rows: scanner.take(), share };
    },
    async merges(index) {
      const scanner = new OdsScanner(new Set([index]), kinds);
      const merges: CellRange[] = [];
      await pack.scanAll(CONTENT, scanner, () => {
        merges.push(...scanner.takeMerges());
        return scanner.isDone || scanner.take().some(({ row }) => row > LOOKED_AT);
      });
      return merges;
    },
  };
}

const ignore = (): void => undefined;

async function isEncrypted(pack: WorkbookPackage): Promise<boolean> {
  let found = false;
  if (!pack.has('META-INF/manifest.xml')) return found;
  await pack.scanAll('META-INF/manifest.xml', {
    open(tag) {
      if (tag === 'encryption-data') found = true;
    },
    text: ignore,
    close: ignore,
  });
  return found;
}

/** Whether a sheet is shown stands in its style, and whether a number is a date in the format that its cell's style names. */
async function readSheets(
  pack: WorkbookPackage,
): Promise<{ sheets: SheetInfo[]; kinds: ReadonlyMap<string, NumberKind> }> {
  const hiddenStyles = new Set<string>();
  const formats = new Map<string, NumberKind>();
  const kinds = new Map<string, NumberKind>();
  const sheets: SheetInfo[] = [];
  let style = '';
  const handler: MarkupHandler = {
    open(tag, attributes) {
      const given = (name: string): string => attribute(attributes, name) ?? '';
      if (tag === 'date-style') formats.set(given('style:name'), 'date');
      else if (tag === 'time-style') {
        const isOpen = given('number:truncate-on-overflow') === 'false';
        formats.set(given('style:name'), isOpen ? 'duration' : 'time');
      } else if (tag === 'style') {
        style = given('style:name');
        const kind = formats.get(given('style:data-style-name'));
        if (kind) kinds.set(style, kind);
      } else if (tag === 'table-properties' && given('table:display') === 'false') hiddenStyles.add(style);
      else if (tag === 'table' && given('table:is-sub-table') !== 'true' && !isCopy(given('table:name'))) {
        sheets.push({ name: given('table:name'), hidden: hiddenStyles.has(given('table:style-name')) });
      }
    },
    text: ignore,
    close: ignore,
  };
  for (const part of [STYLES, CONTENT]) if (pack.has(part)) await pack.scanAll(part, handler);
  return { sheets, kinds };
}
