import type { DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import { message } from '../core/message.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { scratchDialect, writeRecord } from './csv-writer.ts';
import { TableEnd } from './footer.ts';
import { kindContext, planColumns, type DelimitedPlan } from './delimited-plan.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { ReportBytes } from './reader-contract.ts';
import { RecordParser } from './records.ts';
import { RejectList } from './rejects.ts';
import type { Scratch } from './scratch.ts';
import type { Sample } from './sample.ts';
import { readText, type TextEncodingChoice } from './text-stream.ts';
import { countUnreadable, encodingOfWhole, unreadableNotices } from './transcode.ts';

/** Of a character in UTF-8, quotes being doubled; a number and commas in front. */
const MOST_BYTES = 4;

interface SeenRecord {
  fields: string[];
  line: number;
  text: string;
  number: number;
}

export interface Normalised extends DelimitedSource {
  encoding: string;
}

/**
 * Reads a delimited text record by record, with forgiveness and with an eye on every value, into a file that DuckDB
 * reads without surprises. Records that are not as wide as the table are counted and listed, and keep their number.
 */
export async function normaliseDelimited(
  file: File,
  { encoding, isBroken }: Pick<Sample, 'encoding' | 'isBroken'>,
  plan: DelimitedPlan,
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
): Promise<Normalised> {
  const strict = encoding === 'utf-8' && !isBroken && options.encoding === undefined;
  try {
    return await normaliseAs(file, { encoding, strict }, plan, options, scratch, report);
  } catch (error) {
    // The sample was UTF-8 and the rest is not.
    if (!strict || !(error instanceof TypeError)) throw error;
    const choice = { encoding: await encodingOfWhole(file), strict: false };
    return normaliseAs(file, choice, plan, options, scratch, report);
  }
}

async function normaliseAs(
  file: File,
  choice: TextEncodingChoice,
  plan: DelimitedPlan,
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
): Promise<Normalised> {
  const { header, dialect, padShort, habit } = plan;
  const { width } = header;
  const evidence = Array.from({ length: width }, () => new ColumnEvidence(options.missing));
  const rejects = new RejectList();
  const out = await scratch.create();
  let seen = 0;
  let padded = 0;
  let written = 0;
  let unreadable = 0;
  let nuls = 0;
  const take = ({ fields, line, text, number }: SeenRecord): void => {
    const fitted = fit(fields, width, padShort);
    if (!fitted) {
      const reason = fields.length < width ? 'too-few-columns' : 'too-many-columns';
      rejects.add({ line, column: null, reason, text });
      return;
    }
    if (fields.length < width) padded += 1;
    for (let i = 0; i < width; i += 1) evidence[i]!.add(fitted[i]!);
    writeRecord(out, number, fitted);
    written += 1;
  };
  const end = habit && new TableEnd<SeenRecord>(habit, take);
  const parser = new RecordParser(dialect, (fields, line, text) => {
    const record = { fields, line, text, number: seen - header.skip };
    seen += 1;
    if (record.number < 0) {
      // Without names nothing but its width tells a title from a record: it is listed.
      if (!header.names) rejects.add({ line, column: null, reason: 'above-table', text });
      return;
    }
    if (end) end.push(record);
    else take(record);
  });
  try {
    for await (const text of readText(file, choice, report)) {
      unreadable += countUnreadable(text);
      if (text.includes('\0')) nuls += text.split('\0').length - 1;
      parser.push(text);
    }
    parser.end();
    for (const { line, text } of end?.end() ?? []) {
      rejects.add({ line, column: null, reason: 'below-table', text });
    }
  } catch (error) {
    await out.close();
    throw error;
  }
  if (seen <= header.skip) throw new AppError('no-rows', { file: file.name });
  if (written === 0) throw new AppError('not-a-table', { file: file.name });
  const context = kindContext(dialect, evidence, options);
  const { columns, notices } = planColumns({ header, context, evidence }, options);
  if (padded > 0) notices.push(message('notice.short-records', { count: padded }));
  const { openQuotes, strayQuotes, comments, endRemarks } = parser.flaws;
  if (comments > 0) notices.push(message('notice.comments', { count: comments }));
  if (endRemarks > 0) notices.push(message('notice.end-remarks', { count: endRemarks }));
  if (nuls > 0) notices.push(message('notice.nuls', { count: nuls }));
  if (openQuotes + strayQuotes > 0) notices.push(message('notice.quotes', { count: openQuotes + strayQuotes }));
  notices.push(...unreadableNotices(unreadable, choice.encoding));
  return {
    file: await out.close(),
    dialect: scratchDialect,
    header: false,
    numbered: true,
    ragged: false,
    columns,
    longestRecord: parser.longest * MOST_BYTES,
    rejects: rejects.toData(),
    notices,
    encoding: choice.encoding,
  };
}

/** A record made as wide as the table, where nothing is lost by that. */
export function fit(fields: string[], width: number, padShort: boolean): string[] | undefined {
  if (fields.length === width) return fields;
  if (fields.length < width) {
    return padShort ? [...fields, ...Array.from({ length: width - fields.length }, () => '')] : undefined;
  }
  return fields.slice(width).every((field) => field.trim() === '') ? fields.slice(0, width) : undefined;
}
