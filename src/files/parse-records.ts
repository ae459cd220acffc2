import type { Dialect } from '../core/delimited.ts';
import { RecordParser } from './records.ts';

const PIECE_CHARS = 8192;

/** All records of a text, or the first `limit`; without the last one where the text is cut off. */
export function parseRecords(text: string, dialect: Dialect, limit: number = Infinity, isCut = false): string[][] {
  const records: string[][] = [];
  const parser = new RecordParser(dialect, (fields) => records.push(fields));
  const piece = limit === Infinity ? text.length : PIECE_CHARS;
  for (let at = 0; at < text.length; at += piece) {
    parser.push(text.slice(at, at + piece));
    if (records.length >= limit) return records.slice(0, limit);
  }
  if (!isCut) parser.end();
  return records.slice(0, limit);
}
