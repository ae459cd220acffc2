import { classify, classifyDressed, type ValueClass } from './value-class.ts';
import { tableWidth } from './dialect.ts';

export interface FoundHeader {
  /** Records before the first one of data, the header's included. */
  skip: number;
  /** The names as they stand, `undefined` when no record holds them. */
  names?: string[];
  width: number;
  /** Records before the header: titles, remarks. */
  preamble: number;
  /** The names stand in two records: those of groups of columns above those of the columns. */
  isJoined?: true;
}

/**
 * Where the data of a sample begin and whether the record before them holds names.
 * `headerRow` is the 0-based number of the record with the names.
 */
export function findHeader(records: readonly string[][], headerRow?: number | 'none'): FoundHeader {
  const width = tableWidth(records.slice(0, 1000));
  if (headerRow === 'none') {
    return { skip: 0, width, preamble: 0 };
  }
  if (headerRow !== undefined) {
    const names = records[headerRow] ?? [];
    return {
      skip: headerRow + 1,
      names: fitNames(names, width),
      width: Math.max(width, names.length),
      preamble: headerRow,
    };
  }
  const titled = firstOfTable(records, width, true);
  const start = isHeader(records[titled] ?? [], records.slice(titled + 1))
    ? titled
    : firstOfTable(records, width, false);
  const first = records[start] ?? [];
  const body = records.slice(start + 1).filter((record) => record.length === width);
  if (isGroupHeader(first, records[start + 1], body.slice(1))) {
    const names = joinNames(first, records[start + 1]!);
    return { skip: start + 2, names, width, preamble: start, isJoined: true };
  }
  if (first.length === width && !isHeader(first, body)) {
    // Without names titles are told from records by nothing but their width, and only where all others have it.
    const skip = body.length + 1 >= WHOLE * (records.length - start) ? emptyOrNarrow(records, start, width) : 0;
    return { skip, width, preamble: skip };
  }
  return { skip: start + 1, names: fitNames(first, width, body), width, preamble: start };
}

/** From this share on records count as all of one width. */
const WHOLE = 0.95;

/** How many records at the top are titles or empty. */
function emptyOrNarrow(records: readonly string[][], start: number, width: number): number {
  const first = records.findIndex((record, i) => i >= start && record.length === width && filledCells(record) > 0);
  return Math.max(start, first);
}

/** The header may lack the name of a column of row names, as R writes it, or end before a delimiter too many. */
function fitNames(names: readonly string[], width: number, body: readonly string[][] = []): string[] {
  const isLastEmpty = body.length > 0 && body.every((record) => record[width - 1]!.trim() === '');
  if (names.length === width - 1 && !isLastEmpty) return ['', ...names];
  return names.length >= width ? [...names] : [...names, ...Array.from({ length: width - names.length }, () => '')];
}

/** Names of groups leave cells free, over all of which stand the names of columns, unlike what is below them. */
function isGroupHeader(
  first: readonly string[],
  second: readonly string[] | undefined,
  body: readonly string[][],
): boolean {
  const width = first.length;
  if (second?.length !== width || body.length < 2) return false;
  const groups = filledCells(first);
  const isComplete = second.every((name, i) => name.trim() !== '' || first[i]!.trim() !== '');
  if (groups === 0 || groups === width || !isComplete || [...first, ...second].some(isValue)) return false;
  return compare(second, body).unlike > 0 && isHeader(second, body);
}

function joinNames(first: readonly string[], second: readonly string[]): string[] {
  let group = '';
  return second.map((name, i) => {
    group = first[i]!.trim() || group;
    return `${group} ${name}`.trim();
  });
}

function filledCells(record: readonly string[]): number {
  return record.filter((cell) => cell.trim() !== '').length;
}

/**
 * The first record from which on records are as wide as usual. Titles before it are narrower, or fill one cell of as many
 * as a spreadsheet writes.
 */
function firstOfTable(records: readonly string[][], width: number, withTitles: boolean): number {
  const filled = records.map(filledCells).sort((a, b) => a - b);
  const hasTitles = withTitles && width >= 3 && filled[filled.length >> 1]! >= 3;
  const fits = records.findIndex((record) => record.length === width && !(hasTitles && filledCells(record) <= 1));
  if (fits <= 0) return 0;
  const before = records[fits - 1]!;
  const next = records[fits];
  const lacksRowName =
    before.length === width - 1 && width > 2 && next !== undefined && isHeader(before, [next.slice(1)]);
  return lacksRowName ? fits - 1 : fits;
}

const NUMERIC = new Set<ValueClass>([
  'integer',
  'decimal',
  'decimal-comma',
  'grouped-comma',
  'grouped-dot',
  'either-comma',
  'either-dot',
]);
const DATED = new Set<ValueClass>(['iso-date', 'iso-timestamp', 'iso-week', 'instant', 'day-date', 'named-date']);

function isValue(cell: string): boolean {
  const found = classify(cell.trim());
  if (found === 'text') return classifyDressed(cell.trim()) !== undefined;
  return NUMERIC.has(found) || DATED.has(found) || found === 'boolean' || /^-?\d+$/.test(cell.trim());
}

/** A record of names: none of them a number or a date, and unlike what stands below. */
function isHeader(first: readonly string[], body: readonly string[][]): boolean {
  const named = first.filter((cell) => cell.trim() !== '');
  if (named.length === 0) return false;
  const values = named.filter(isValue).length;
  if (body.length === 0) return values === 0;
  const { unlike, alike } = compare(first, body);
  if (alike > unlike) return false;
  if (unlike > 0) return true;
  const isNamed = named.every((cell) => /\p{L}/u.test(cell)) && new Set(named).size === named.length;
  return values === 0 && isNamed && (first.length > 1 || isNameLike(first[0]!));
}

/** In how many columns the first record is of another kind than what stands below, and in how many of the same. */
function compare(first: readonly string[], body: readonly string[][]): { unlike: number; alike: number } {
  let unlike = 0;
  let alike = 0;
  first.forEach((cell, column) => {
    if (cell.trim() === '') return;
    const below = body
      .slice(0, 200)
      .map((record) => record[column] ?? '')
      .filter((text) => text.trim() !== '');
    if (below.length === 0) return;
    const typed = below.filter(isValue).length / below.length;
    if (typed > 0.8) {
      if (isValue(cell)) alike += 1;
      else unlike += 1;
    } else if (below.includes(cell)) {
      alike += 1;
    }
  });
  return { unlike, alike };
}

/** One column of text: only a word can be a name. */
function isNameLike(cell: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.-]{0,30}$/u.test(cell.trim());
}
