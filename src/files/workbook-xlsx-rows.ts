import { attribute, type MarkupHandler } from './workbook-markup.ts';
import { numberText, type NumberKind } from './workbook-numbers.ts';
import { columnOf } from './workbook-references.ts';
import { RichText, unescaped } from './workbook-xlsx-strings.ts';
import { MOST_COLUMNS, MOST_ROWS, type SheetRow } from './workbook.ts';

export interface SheetContext {
  /** The texts that cells refer to. */
  strings: readonly string[];
  /** What the numbers of each style are. */
  kinds: readonly NumberKind[];
  is1904: boolean;
}

interface OpenRow extends SheetRow {
  errors: number[];
  uncalculated: number[];
}

/** Takes the rows out of the XML of a sheet (ECMA-376 part 1, 18.3.1). */
export class SheetScanner implements MarkupHandler {
  readonly #sheet: number;
  readonly #context: SheetContext;
  readonly #rich = new RichText();
  #rows: SheetRow[] = [];
  #row: OpenRow | undefined;
  #number = -1;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isValue = false;
  #isInline = false;
  #isFormula = false;

  constructor(sheet: number, context: SheetContext) {
    this.#sheet = sheet;
    this.#context = context;
  }

  /** The rows that have come since the last time. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#isValue = true;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'is') {
      this.#isInline = true;
      this.#rich.clear();
    } else if (this.#isInline) this.#rich.open(name);
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else if (this.#isInline) this.#rich.text(text);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v') this.#isValue = false;
    else if (name === 'row') {
      const row = this.#row;
      if (row && row.cells.length + row.errors.length + row.uncalculated.length > 0) this.#rows.push(row);
      this.#row = undefined;
    } else if (name === 'is') this.#isInline = false;
    else if (this.#isInline) this.#rich.close(name);
  }

  #openRow(attributes: string): void {
    const given = attribute(attributes, 'r');
    this.#number = given === undefined ? this.#number + 1 : Number(given) - 1;
    if (!(this.#number >= 0 && this.#number < MOST_ROWS)) throw new TypeError(`row ${given}`);
    this.#column = -1;
    this.#row = { sheet: this.#sheet, row: this.#number, cells: [], errors: [], uncalculated: [] };
  }

  #openCell(attributes: string): void {
    const place = attribute(attributes, 'r');
    this.#column = place === undefined ? this.#column + 1 : columnOf(place);
    if (!(this.#column >= 0 && this.#column < MOST_COLUMNS)) throw new TypeError(`cell ${place}`);
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? 0);
    this.#value = '';
    this.#isFormula = false;
    this.#rich.clear();
  }

  #closeCell(): void {
    const row = this.#row;
    if (!row) return;
    if (this.#type === 'e' && this.#value !== '') row.errors.push(this.#column);
    if (this.#isFormula && this.#value === '' && this.#type !== 'str') row.uncalculated.push(this.#column);
    const text = this.#cellText();
    if (text === '') return;
    while (row.cells.length < this.#column) row.cells.push('');
    row.cells[this.#column] = text;
  }

  #cellText(): string {
    const value = this.#value;
    if (this.#type === 'inlineStr') return this.#rich.value;
    if (value === '' || this.#type === 'e') return '';
    if (this.#type === 's') return this.#context.strings[Number(value)] ?? '';
    if (this.#type === 'str') return unescaped(value);
    if (this.#type === 'b') return /^\s*(1|true)\s*$/i.test(value) ? 'true' : 'false';
    if (this.#type === 'd') return isoText(value);
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    return numberText(number, this.#context.kinds[this.#style] ?? 'number', this.#context.is1904);
  }
}

/** Times of a sheet have no zone, even where a writer gives them one. */
function isoText(value: string): string {
  return value
    .replace('T', ' ')
    .replace(/Z$/, '')
    .replace(/\.0+$/, '')
    .replace(/ 00:00:00$/, '');
}
