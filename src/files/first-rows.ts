import type { DelimitedSource } from '../core/delimited.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { FileLook } from '../core/file-preview.ts';
import { scratchDialect, writeRecord } from './csv-writer.ts';
import { planColumns, type DelimitedPlan } from './delimited-plan.ts';
import { fit } from './normalise.ts';
import { RecordParser } from './records.ts';
import { RejectList } from './rejects.ts';
import type { Sample } from './sample.ts';
import type { Scratch } from './scratch.ts';

/** The first rows of a delimited file, as they come in by a plan; names and kinds are those of the whole sample. */
export async function firstRows(
  sample: Sample,
  plan: DelimitedPlan,
  options: FileOptions,
  scratch: Scratch,
  count: number,
): Promise<DelimitedSource> {
  const { header, padShort, dialect } = plan;
  const out = await scratch.create();
  const rejects = new RejectList();
  let seen = 0;
  const parser = new RecordParser(dialect, (fields, line, text) => {
    const number = seen - header.skip;
    seen += 1;
    if (number < 0 || number >= count) return;
    const fitted = fit(fields, header.width, padShort);
    const reason = fields.length < header.width ? 'too-few-columns' : 'too-many-columns';
    if (fitted) writeRecord(out, number, fitted);
    else rejects.add({ line, column: null, reason, text });
  });
  parser.push(sample.head);
  if (sample.whole) parser.end();
  const { columns, notices } = planColumns(plan, options);
  return {
    file: await out.close(),
    dialect: scratchDialect,
    header: false,
    numbered: true,
    ragged: false,
    columns: columns.map((column) => ({ ...column, dropIfEmpty: false })),
    longestRecord: parser.longest * 4,
    rejects: rejects.toData(),
    notices,
  };
}

const LOOKED_AT = 12;
const WORDS = 24;
const LONGEST_CELL = 80;
const HALF_WORD = 15;
const MOST_WORDS = 480;
/** What of a few characters before and behind one belongs to the same word or phrase. */
const BEFORE = /[\p{L}\p{M}\d ]*$/u;
const BEHIND = /^\P{ASCII}[\p{L}\p{M}\d\P{ASCII}]*/u;

/** What a person wants to see of the beginning of a file to judge how it is read. */
export function lookAt(
  sample: Sample,
  plan: DelimitedPlan,
  options: FileOptions,
): Omit<FileLook, 'signature' | 'options'> {
  const { header, dialect, evidence, context } = plan;
  const records: string[][] = [];
  const parser = new RecordParser(dialect, (fields) => {
    if (records.length < LOOKED_AT) records.push(fields.slice(0, LOOKED_AT).map((cell) => cut(cell, LONGEST_CELL)));
  });
  parser.push(sample.head.slice(0, 1 << 17));
  if (sample.whole) parser.end();
  const { columns } = planColumns(plan, options);
  const isDate = ({ as }: (typeof columns)[number]): boolean => as.kind === 'date' || as.kind === 'timestamp';
  return {
    records,
    headerRow: header.names ? header.skip - 1 : 'none',
    words: wordsBeyondAscii([sample.head, ...sample.pieces]),
    openDates: columns
      .filter((column, i) => isDate(column) && evidence[i]!.isOrderGuessed(context))
      .map(({ name }) => name),
  };
}

/** Files with the same names in the same order are of one kind; without names those of one width and kinds of values. */
export function signatureOf({ header, evidence, context }: DelimitedPlan): string {
  return JSON.stringify(header.names ?? evidence.map((column) => column.kind(context).kind));
}

/** Different words, those first that show a letter which none before them has. */
function wordsBeyondAscii(texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    let end = 0;
    for (const { index } of text.matchAll(/\P{ASCII}/gu)) {
      if (index < end || words.size >= MOST_WORDS) continue;
      const near = BEFORE.exec(text.slice(Math.max(end, index - HALF_WORD), index))?.[0] ?? '';
      const before = near.length === HALF_WORD ? near.replace(/^\S+ /, '') : near;
      const behind = BEHIND.exec(text.slice(index, index + HALF_WORD))?.[0] ?? '';
      end = index + behind.length;
      words.add((before + behind).trim());
    }
  }
  const isBroken = (word: string): boolean => word.includes('\uFFFD');
  const seen = new Set<string>();
  const showsNew = (word: string): boolean => {
    const letters = word.match(/\P{ASCII}/gu) ?? [];
    const isNew = letters.some((letter) => !seen.has(letter));
    letters.forEach((letter) => seen.add(letter));
    return isNew;
  };
  const sorted = [...words].sort((a, b) => Number(isBroken(b)) - Number(isBroken(a)));
  const first = sorted.filter(showsNew);
  const rest = sorted.filter((word) => !first.includes(word) && /\p{L}{2}/u.test(word));
  return [...first, ...rest].slice(0, WORDS);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
