import { BLANK_RUNS, type Dialect } from '../core/delimited.ts';

/** How far the search for the end of a quote has come. */
export interface QuoteSearch {
  field: number;
  at: number;
  stray: number;
  lines: number;
  /** The lines were looked at, and are no records. */
  cleared: boolean;
  /** How often it was asked whether a later line opens a cell itself. */
  asked: number;
}

/*
 * Whether a quote was meant to open a cell, or is a character that has swallowed the records behind it.
 */

/** From so many lines on it is asked whether they are records themselves. */
export const SUSPICIOUS_LINES = 20;
/** The same where lines have nothing to tell them by. */
const MOST_LINES = 500;
const LOOKED_AT = 1 << 16;

/** The lines behind the quote at `start` stand apart by the delimiter into as many cells each, as records do. */
export function looksLikeRecords(text: string, start: number, lines: number, dialect: Dialect): boolean {
  if (!isDelimited(dialect)) return lines > MOST_LINES;
  const inner = text
    .slice(start, start + LOOKED_AT)
    .split(dialect.newline, SUSPICIOUS_LINES + 1)
    .slice(1, -1);
  const widths = inner.map((line) => line.split(dialect.delimiter).length);
  return widths.length > 1 && widths[0]! > 1 && widths.every((width) => width === widths[0]);
}

/**
 * A quote at `found`, on a later line than the open one, opens a cell itself, and its line has as many cells as the one on which
 * the record begins.
 */
export function opensLater(text: string, recordStart: number, found: number, dialect: Dialect): boolean {
  const { delimiter, newline } = dialect;
  if (!isDelimited(dialect)) return false;
  if (text[found - 1] !== newline && !text.startsWith(delimiter, found - delimiter.length)) return false;
  const widthAt = (start: number): number => {
    const end = text.indexOf(newline, start);
    return text.slice(start, end < 0 ? text.length : end).split(delimiter).length;
  };
  return widthAt(recordStart) === widthAt(text.lastIndexOf(newline, found) + 1);
}

export function isDelimited({ delimiter }: Dialect): boolean {
  return delimiter !== '' && delimiter !== BLANK_RUNS;
}

export function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count += 1;
  return count;
}

/** An odd number of backslashes stands before the quote. */
export function isEscaped(text: string, start: number, at: number, escape: string): boolean {
  let before = 0;
  while (at - 1 - before > start && text[at - 1 - before] === escape) before += 1;
  return before % 2 === 1;
}
