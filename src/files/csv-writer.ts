import type { Dialect } from '../core/delimited.ts';
import type { ScratchFile } from './scratch.ts';

/** How our own scratch files are written. */
export const scratchDialect: Dialect = { delimiter: ',', quote: '"', escape: '"', newline: '\n' };

/** Of a character in UTF-8. */
const MOST_BYTES = 3;

/** A record, its number in front, in the dialect of scratch files; gives back how many bytes that takes at most. */
export function writeRecord(file: ScratchFile, number: number, fields: readonly string[]): number {
  let line = String(number);
  for (const field of fields) line += `,${quoted(field)}`;
  file.write(`${line}\n`);
  return (line.length + 1) * MOST_BYTES;
}

const SPECIAL = /[",\r\n]/;

function quoted(field: string): string {
  const text = field.includes('\0') ? field.replaceAll('\0', '') : field;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
