import { BLANK_RUNS, type Dialect } from '../core/delimited.ts';
import { classify } from './value-class.ts';
import { parseRecords } from './parse-records.ts';
import { RecordParser } from './records.ts';

/** In the order of preference between equals. */
const CANDIDATES = [
  ',',
  ';',
  '\t',
  '|',
  BLANK_RUNS,
  '~',
  '^',
  '\x01',
  '\x1f',
  '\x1e',
  '¦',
  '§',
  '¬',
  ':',
  '#',
  '&',
  '*',
];
const SAMPLE_RECORDS = 200;
const SAMPLE_CHARS = 65_536;
const TITLED = 0.9;
/** From this score on the doubtful ones need not be tried. */
const CONVINCING = 0.5;
/** Two columns apart by a colon or a blank are more often a time or a name. */
const DOUBTFUL = new Set([BLANK_RUNS, ':', '#', '&', '*', '^']);

/** The dialect of a text from its beginning; a delimiter that the analyst gave is kept. */
export function sniffDialect(sample: string, given?: string): Dialect {
  const newline = sample.includes('\n') ? '\n' : sample.includes('\r') ? '\r' : '\n';
  const text = sample.slice(0, SAMPLE_CHARS);
  const make = (delimiter: string): Dialect =>
    withComment(text, withOtherQuote(text, { delimiter, newline, ...sniffQuotes(text, delimiter) }));
  if (given !== undefined) return withoutFalseQuotes(sample, make(given));
  let best = { score: scoreSingle(text, make('')), dialect: make('') };
  for (const candidate of CANDIDATES) {
    if (candidate !== BLANK_RUNS && !text.includes(candidate)) continue;
    if (DOUBTFUL.has(candidate) && best.score > CONVINCING && best.dialect.delimiter !== '') continue;
    const dialect = make(candidate);
    const score = scoreDialect(text, dialect);
    if (score > best.score) best = { score, dialect };
  }
  return withoutFalseQuotes(sample, best.dialect);
}

const COMMENT = '#';

/**
 * Lines that begin with `#` are remarks unless they are as wide as the others: order numbers are written `#1001`, and a
 * header `#id,name`.
 */
function withComment(text: string, dialect: Dialect): Dialect {
  const isRemark = ([first = '']: readonly string[]): boolean => first.trimStart().startsWith(COMMENT);
  if (dialect.delimiter === '' || !text.includes(COMMENT)) return dialect;
  const records = parseRecords(text, dialect, SAMPLE_RECORDS, text.length === SAMPLE_CHARS);
  const remarks = records.filter(isRemark);
  const others = records.filter((record) => !isRemark(record));
  const width = usualWidth(others);
  const fitting = remarks.filter((record) => record.length === width).length;
  const isComment = remarks.length > 0 && others.length > 1 && width > 1 && fitting <= remarks.length / 10;
  return isComment ? withEndRemarks(text, { ...dialect, comment: COMMENT, width }) : dialect;
}

/** `C#` is a value: remarks stand behind records only where records fit the table without them and do not with them. */
function withEndRemarks(text: string, dialect: Dialect): Dialect {
  const stripped: Dialect = { ...dialect, hasEndRemarks: true, width: undefined };
  const isCut = text.length === SAMPLE_CHARS;
  const whole = parseRecords(text, dialect, SAMPLE_RECORDS, isCut);
  const records = parseRecords(text, stripped, SAMPLE_RECORDS, isCut);
  const width = usualWidth(records);
  if (width < 2 || whole.length !== records.length) return dialect;
  const changed = whole.map((_, i) => i).filter((i) => whole[i]!.join('\0') !== records[i]!.join('\0'));
  const mended = changed.filter((i) => whole[i]!.length > width);
  const isFit = changed.every((i) => records[i]!.length === width);
  return mended.length > 0 && 4 * mended.length >= changed.length && isFit ? { ...stripped, width } : dialect;
}

/** Where there is no double quote and some single ones, the reading that makes the better table. */
function withOtherQuote(text: string, dialect: Dialect): Dialect {
  const isOpen = dialect.quote === '"' && dialect.delimiter !== '' && !text.includes('"') && text.includes("'");
  if (!isOpen) return dialect;
  const single: Dialect = { ...dialect, quote: "'", escape: "'" };
  return scoreDialect(text, single) > scoreDialect(text, dialect) ? single : dialect;
}

/**
 * Quotes are characters if they mostly stand on one side of a cell only, and without them the records are as wide as
 * each other.
 */
function withoutFalseQuotes(sample: string, dialect: Dialect): Dialect {
  const { quote, delimiter, newline } = dialect;
  if (quote === '' || delimiter === '') return dialect;
  const whole = sample.slice(0, sample.lastIndexOf(newline) + 1) || sample;
  if (!whole.includes(quote)) return dialect;
  const widths = new Set<number>();
  const parser = new RecordParser(dialect, ({ length }) => widths.add(length));
  parser.push(whole);
  parser.end();
  const { openQuotes, strayQuotes, multiline } = parser.flaws;
  if (openQuotes + strayQuotes === 0 && (multiline === 0 || widths.size === 1)) return dialect;
  const bare: Dialect = { ...dialect, quote: '', escape: '' };
  const records = parseRecords(whole, bare);
  const width = usualWidth(records);
  if (!records.every(({ length }) => length === width)) return dialect;
  const cells = records.flat();
  const inQuotes = cells.filter((cell) => cell.length > 1 && cell.startsWith(quote) && cell.endsWith(quote)).length;
  const oneSided = cells.filter((cell) => cell.startsWith(quote) !== cell.endsWith(quote)).length;
  return oneSided > inQuotes / 5 ? bare : dialect;
}

/**
 * How much a text looks like a table when taken apart in this way: the share of records as wide as most, times how
 * clean their cells are.
 */
function scoreDialect(text: string, dialect: Dialect): number {
  const records = parseRecords(text, dialect, SAMPLE_RECORDS, text.length === SAMPLE_CHARS);
  const width = tableWidth(records);
  if (width < 2) return 0;
  const fitting = records.filter((record) => record.length === width);
  const consistency = consistencyOf(records, width);
  const cells = fitting.slice(fitting.length > 1 ? 1 : 0).flat();
  const cleanShare = cells.filter((cell) => isClean(cell, dialect.delimiter)).length / cells.length;
  if (DOUBTFUL.has(dialect.delimiter)) {
    const typed = cells.filter((cell) => isTyped(cell)).length / cells.length;
    if (consistency < 0.9 || typed < 0.3 || (dialect.delimiter !== BLANK_RUNS && width < 3)) return 0;
    return 0.9 * consistency ** 2 * cleanShare * widthBonus(width);
  }
  const splitsCells = hidesOther(fitting, dialect.delimiter) ? 0.5 : 1;
  return consistency ** 2 * (0.15 + 0.85 * cleanShare) * widthBonus(width) * splitsCells;
}

/** The share of records as wide as most; titles above the first of them, which are narrower, hardly count. */
function consistencyOf(records: readonly string[][], width: number): number {
  const first = records.findIndex((record) => record.length === width);
  const fitting = records.filter((record) => record.length === width).length;
  return Math.max(fitting / records.length, (TITLED * fitting) / (records.length - first));
}

/** A column whose cells all hold the same number of another delimiter: that one is the table's. */
function hidesOther(records: readonly string[][], delimiter: string): boolean {
  const cells = records.slice(1);
  if (cells.length < 2) return false;
  return ['\t', ';', '|'].some((other) => {
    if (other === delimiter) return false;
    return cells[0]!.some((cell, column) => {
      const count = cell.split(other).length;
      return (
        count > 1 && cells.filter((record) => record[column]!.split(other).length === count).length > 0.9 * cells.length
      );
    });
  });
}

function widthBonus(width: number): number {
  return 1 - 1 / (width + 2);
}

/** A single column is what a text is when nothing else fits; it is certain when its lines are numbers or dates. */
function scoreSingle(text: string, dialect: Dialect): number {
  const [first = '', ...cells] = parseRecords(text, dialect, SAMPLE_RECORDS).flat();
  if (cells.length === 0) return 0.2;
  // `1,2` below `a,b` is two numbers, below `amount` it is one.
  const isCommaMark = !first.includes(',');
  const typed = cells.filter((cell) => isTyped(cell) && (isCommaMark || !cell.includes(','))).length / cells.length;
  return typed > 0.9 ? 0.9 : 0.25;
}

/** The width of the table in the records of a text. */
export function tableWidth(records: readonly string[][]): number {
  return widthBelowTitles(records) ?? usualWidth(records);
}

/**
 * The width of a short table below as many titles as it has records, which all are wider than these; its names may end
 * before a delimiter too many.
 */
function widthBelowTitles(records: readonly string[][]): number | undefined {
  const titleWidth = records[0]?.length ?? 0;
  const first = records.findIndex(({ length }) => length > titleWidth);
  const below = records.slice(first + 1);
  const width = below[0]?.length ?? 0;
  const isWider = first > 0 && width > 2 * titleWidth && first <= below.length + 1;
  const missing = width - (records[first]?.length ?? 0);
  if (!isWider || (missing !== 0 && missing !== 1) || below.some(({ length }) => length !== width)) return undefined;
  return width;
}

/** The width that most records have; between equals the larger. */
function usualWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) [best, most] = [width, count];
  }
  return best;
}

function isTyped(cell: string): boolean {
  const found = classify(cell.trim());
  return (
    !['text', 'empty', 'missing-word', 'boolean', 'either-comma'].includes(found) ||
    /^\d{1,2}:\d{2}(:\d{2})?$/.test(cell)
  );
}

/** Not a cell that holds another delimiter between what could be cells themselves. */
function isClean(cell: string, delimiter: string): boolean {
  const bare = cell.trim();
  if (bare === '' || isTyped(bare)) return true;
  if (/^[;,|\t~]|[;|\t~]$/.test(bare)) return false;
  const others = delimiter === ',' ? /[;|\t~]\S/ : delimiter === ';' ? /[|\t~]\S/ : /[;|\t~,]\S/;
  return !others.test(bare);
}

function sniffQuotes(text: string, delimiter: string): Pick<Dialect, 'quote' | 'escape' | 'skipBlanks'> {
  if (delimiter === '' && !isQuotedThroughout(text)) return { quote: '', escape: '' };
  const edge = delimiter === BLANK_RUNS ? '[ \\t]' : delimiter === '' ? '(?!)' : escapeRegExp(delimiter);
  const opened = (quote: string): number =>
    (text.match(new RegExp(`(^|${edge}|[\\r\\n])${quote}[^${quote}\\r\\n]*${quote}(?=${edge}|[\\r\\n]|$)`, 'g')) ?? [])
      .length;
  const double = text.includes('"') ? opened('"') : 0;
  const single = text.includes("'") ? opened("'") : 0;
  if (single > 2 && single > 4 * double) return { quote: "'", escape: text.includes("\\'") ? '\\' : "'" };
  const spaced = delimiter === ',' || delimiter === ';' ? (text.match(new RegExp(`${edge} +"`, 'g')) ?? []).length : 0;
  const skipBlanks = spaced > 0 && spaced >= (text.match(new RegExp(`${edge}"`, 'g')) ?? []).length;
  const isBackslash = countAll(text, '\\"') > 4 * countAll(text, '""') && /\\"[^,;\t|\r\n]/.test(text);
  return { quote: '"', escape: isBackslash ? '\\' : '"', ...(skipBlanks && { skipBlanks }) };
}

/** Lines of text begin with a quotation now and then; cells of a single column are all quoted or none is. */
function isQuotedThroughout(text: string): boolean {
  const lines = text.split(/\r?\n|\r/, 100).filter((line) => line !== '');
  return lines.filter((line) => line.startsWith('"')).length > lines.length / 2;
}

function countAll(text: string, part: string): number {
  return text.split(part).length - 1;
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
