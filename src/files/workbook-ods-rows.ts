import { AppError } from '../core/errors.ts';
import { attribute, type MarkupHandler } from './workbook-markup.ts';
import { numberText, type NumberKind } from './workbook-numbers.ts';
import { isCopy } from './workbook-ods-names.ts';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS, type CellRange, type SheetRow } from './workbook.ts';

const NEVER = -1;

/** Takes the rows of some sheets out of the content of an OpenDocument spreadsheet (ODF 1.3 part 3, 9.1). */
export class OdsScanner implements MarkupHandler {
  readonly #wanted: ReadonlySet<number>;
  /** What the numbers of a style are, where they are none. */
  readonly #kinds: ReadonlyMap<string, NumberKind>;
  readonly #last: number;
  #rows: SheetRow[] = [];
  #merges: CellRange[] = [];
  #sheet = -1;
  #isSheet = false;
  #depth = 0;
  #row = 0;
  #rowRepeat = 1;
  #cells: string[] = [];
  #column = 0;
  #errors: number[] = [];
  #uncalculated: number[] = [];
  #filled = 0;
  #cellDepth = NEVER;
  #attributes = '';
  #text: string | undefined;
  #paragraphDepth = NEVER;

  constructor(wanted: ReadonlySet<number>, kinds: ReadonlyMap<string, NumberKind>) {
    this.#wanted = wanted;
    this.#kinds = kinds;
    this.#last = Math.max(-1, ...wanted);
  }

  /** The last of the sheets is behind. */
  get isDone(): boolean {
    return this.#sheet > this.#last;
  }

  /** The rows that have come since the last time. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  takeMerges(): CellRange[] {
    const merges = this.#merges;
    this.#merges = [];
    return merges;
  }

  open(name: string, attributes: string): void {
    this.#depth += 1;
    if (name === 'table') this.#openSheet(attributes);
    if (!this.#isSheet) return;
    if (name === 'table-row') {
      this.#rowRepeat = repeated(attributes, 'table:number-rows-repeated', MOST_ROWS);
      this.#cells = [];
      this.#column = 0;
      this.#errors = [];
      this.#uncalculated = [];
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#cellDepth = this.#depth;
      this.#attributes = attributes;
      this.#text = undefined;
    } else if (this.#cellDepth !== NEVER) this.#openText(name, attributes);
  }

  text(text: string): void {
    if (this.#paragraphDepth !== NEVER) this.#text += text;
  }

  close(name: string): void {
    if (this.#depth === this.#paragraphDepth) this.#paragraphDepth = NEVER;
    if (this.#depth === this.#cellDepth) {
      this.#cellDepth = NEVER;
      this.#closeCell();
    } else if (name === 'table-row' && this.#isSheet) this.#closeRow();
    else if (name === 'table') this.#isSheet = false;
    this.#depth -= 1;
  }

  #openSheet(attributes: string): void {
    if (attribute(attributes, 'table:is-sub-table') === 'true' || isCopy(attribute(attributes, 'table:name') ?? ''))
      return;
    this.#sheet += 1;
    this.#isSheet = this.#wanted.has(this.#sheet);
    this.#row = 0;
    this.#filled = 0;
  }

  /** Only paragraphs of the cell itself: remarks and drawings have some as well. */
  #openText(name: string, attributes: string): void {
    if (name === 'p' && this.#depth === this.#cellDepth + 1) {
      this.#text = this.#text === undefined ? '' : `${this.#text}\n`;
      this.#paragraphDepth = this.#depth;
    } else if (this.#paragraphDepth === NEVER) return;
    else if (name === 's') this.#text += ' '.repeat(repeated(attributes, 'text:c', 10_000));
    else if (name === 'tab') this.#text += '\t';
    else if (name === 'line-break') this.#text += '\n';
  }

  #closeCell(): void {
    const attributes = this.#attributes;
    const repeat = repeated(attributes, 'table:number-columns-repeated', MOST_COLUMNS);
    const text = this.#cellText(attributes, repeat);
    this.#addMerge(attributes);
    if (text !== '') {
      if (this.#column + repeat > MOST_COLUMNS) throw new TypeError(`column ${this.#column + repeat}`);
      while (this.#cells.length < this.#column) this.#cells.push('');
      for (let i = 0; i < repeat; i += 1) this.#cells.push(text);
    }
    this.#column += repeat;
  }

  #addMerge(attributes: string): void {
    const columns = Number(attribute(attributes, 'table:number-columns-spanned') ?? 1);
    const rows = Number(attribute(attributes, 'table:number-rows-spanned') ?? 1);
    if (!(columns > 1 || rows > 1)) return;
    const [top, left] = [this.#row, this.#column];
    this.#merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }

  #cellText(attributes: string, repeat: number): string {
    const shown = this.#text ?? '';
    const isError = attribute(attributes, 'calcext:value-type') === 'error' || isFormulaError(attributes, shown);
    if (isError) {
      this.#note(this.#errors, repeat);
      return '';
    }
    const type = attribute(attributes, 'office:value-type');
    if (type === undefined) {
      if (shown === '' && attribute(attributes, 'table:formula') !== undefined) this.#note(this.#uncalculated, repeat);
      return shown;
    }
    const kind = this.#kinds.get(attribute(attributes, 'table:style-name') ?? '') ?? 'number';
    return valueText(type, kind, attributes, shown);
  }

  #note(columns: number[], repeat: number): void {
    for (let i = 0; i < repeat; i += 1) columns.push(this.#column + i);
  }

  #closeRow(): void {
    const noted = this.#errors.length + this.#uncalculated.length;
    const filled = (this.#cells.length + noted) * this.#rowRepeat;
    this.#filled += filled;
    if (this.#filled > MOST_CELLS || this.#row + this.#rowRepeat > MOST_ROWS + 1) this.#refuseExtent(filled);
    if (filled > 0) {
      for (let i = 0; i < this.#rowRepeat; i += 1) {
        this.#rows.push({
          sheet: this.#sheet,
          row: this.#row + i,
          cells: this.#cells,
          errors: this.#errors,
          uncalculated: this.#uncalculated,
        });
      }
    }
    this.#row += this.#rowRepeat;
  }

  /** Empty rows may be repeated as far as they like. */
  #refuseExtent(filled: number): void {
    if (filled === 0) return;
    throw new AppError('sheet-too-large', {
      rows: this.#row + this.#rowRepeat,
      cells: this.#filled,
      limit: MOST_CELLS,
    });
  }
}

/** Excel and Gnumeric write an error as the text that is shown, with a number or text beside it. */
function isFormulaError(attributes: string, shown: string): boolean {
  const isErrorText = /^(#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|Err:\d{3})$/.test(shown);
  return isErrorText && attribute(attributes, 'table:formula') !== undefined;
}

function valueText(type: string, kind: NumberKind, attributes: string, shown: string): string {
  if (type === 'float' || type === 'currency' || type === 'percentage') {
    const value = attribute(attributes, 'office:value');
    const number = Number(value);
    return value === undefined || value === '' || Number.isNaN(number) ? shown : numberText(number, kind, false);
  }
  if (type === 'date') return dateText(attribute(attributes, 'office:date-value') ?? shown);
  if (type === 'time') return clockText(attribute(attributes, 'office:time-value') ?? shown);
  if (type === 'boolean') return attribute(attributes, 'office:boolean-value') ?? shown;
  return shown === '' ? (attribute(attributes, 'office:string-value') ?? '') : shown;
}

/** `2024-03-01T10:30:00.000000000` as other dates stand in delimited files. */
function dateText(value: string): string {
  return value
    .replace('T', ' ')
    .replace(/(:\d\d)\.(\d{1,3})\d*$/, '$1.$2')
    .replace(/\.0+$/, '')
    .replace(/ 00:00:00$/, '');
}

/** `PT36H05M00S` as 36:05:00. */
function clockText(value: string): string {
  const found = /^(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?$/.exec(value);
  if (!found) return value;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = found;
  const parts = [Number(days) * 24 + Number(hours), Number(minutes), Number(seconds)];
  const rest = fraction.slice(0, 3).replace(/0+$/, '');
  return `${sign}${parts.map((part) => String(part).padStart(2, '0')).join(':')}${rest ? `.${rest}` : ''}`;
}

function repeated(attributes: string, name: string, most: number): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return count >= 1 ? Math.min(Math.trunc(count), most) : 1;
}
