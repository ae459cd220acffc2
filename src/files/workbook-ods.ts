import { AppError } from '../core/errors.ts';
import { attribute } from './workbook-markup.ts';
import { isCopy } from './workbook-ods-names.ts';
import { OdsScanner } from './workbook-ods-rows.ts';
import type { WorkbookPackage } from './workbook-package.ts';
import { LOOKED_AT, type CellRange, type SheetInfo, type Workbook } from './workbook.ts';

const CONTENT = 'content.xml';

/** A workbook as ODF 1.2 and later have it: all sheets are one document, which is read again for each answer. */
export async function openOds(pack: WorkbookPackage): Promise<Workbook> {
  if (await isEncrypted(pack)) throw new AppError('spreadsheet-encrypted');
  const sheets = await readSheets(pack);
  if (sheets.length === 0) throw new TypeError('no sheets');
  return {
    sheets,
    tables: [],
    async *rows(wanted) {
      const scanner = new OdsScanner(wanted);
      for await (const share of pack.scan(CONTENT, scanner, () => scanner.isDone))
        yield { rows: scanner.take(), share };
    },
    async merges(index) {
      const scanner = new OdsScanner(new Set([index]));
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

/** Whether a sheet is shown stands in its style. */
async function readSheets(pack: WorkbookPackage): Promise<SheetInfo[]> {
  const hiddenStyles = new Set<string>();
  const sheets: SheetInfo[] = [];
  let style = '';
  await pack.scanAll(CONTENT, {
    open(tag, attributes) {
      if (tag === 'style') style = attribute(attributes, 'style:name') ?? '';
      else if (tag === 'table-properties' && attribute(attributes, 'table:display') === 'false') {
        hiddenStyles.add(style);
      } else if (tag === 'table' && attribute(attributes, 'table:is-sub-table') !== 'true') {
        const name = attribute(attributes, 'table:name') ?? '';
        if (!isCopy(name))
          sheets.push({ name, hidden: hiddenStyles.has(attribute(attributes, 'table:style-name') ?? '') });
      }
    },
    text: ignore,
    close: ignore,
  });
  return sheets;
}
