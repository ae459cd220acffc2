import type { DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import { message } from '../core/message.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { scratchDialect, writeRecord } from './csv-writer.ts';
import { kindContext, planColumns, type DelimitedPlan } from './delimited-plan.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { ReportBytes } from './reader-contract.ts';
import { RecordParser } from './records.ts';
import { RejectList } from './rejects.ts';
import type { Scratch } from './scratch.ts';
import { readText } from './text-stream.ts';

export interface Normalised extends DelimitedSource {
  encoding: string;
}

/**
 * Reads a delimited text record by record, with forgiveness and with an eye on every value, into a file that DuckDB
 * reads without surprises. Records that are not as wide as the table are counted and listed, and keep their number.
 */
export async function normaliseDelimited(
  file: File,
  encoding: string,
  plan: DelimitedPlan,
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
): Promise<Normalised> {
  if (encoding !== 'utf-8' || options.encoding !== undefined) {
    return normaliseAs(file, encoding, plan, options, scratch, report);
  }
  try {
    return await normaliseAs(file, encoding, plan, options, scratch, report);
  } catch (error) {
    // The sample was UTF-8 and the rest is not.
    if (!(error instanceof TypeError)) throw error;
    return normaliseAs(file, 'windows-1252', plan, options, scratch, report);
  }
}

async function normaliseAs(
  file: File,
  encoding: string,
  plan: DelimitedPlan,
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
): Promise<Normalised> {
  const { header, dialect, padShort } = plan;
  const { width } = header;
  const evidence = Array.from({ length: width }, () => new ColumnEvidence());
  const rejects = new RejectList();
  const out = await scratch.create();
  let seen = 0;
  let padded = 0;
  const parser = new RecordParser(dialect, (fields, line, text) => {
    const number = seen - header.skip;
    seen += 1;
    if (number < 0) return;
    const fitted = fields.length === width ? fields : fit(fields, width, padShort);
    if (!fitted) {
      const reason = fields.length < width ? 'too-few-columns' : 'too-many-columns';
      rejects.add({ line, column: null, reason, text });
      return;
    }
    if (fields.length < width) padded += 1;
    for (let i = 0; i < width; i += 1) evidence[i]!.add(fitted[i]!);
    writeRecord(out, number, fitted);
  });
  try {
    for await (const text of readText(file, encoding, encoding === 'utf-8', report)) parser.push(text);
    parser.end();
  } catch (error) {
    await out.close();
    throw error;
  }
  if (seen <= header.skip) throw new AppError('no-rows', { file: file.name });
  if (rejects.count === seen - header.skip) throw new AppError('not-a-table', { file: file.name });
  const context = kindContext(dialect, evidence, options);
  const { columns, notices } = planColumns({ header, context, evidence }, options);
  if (padded > 0) notices.push(message('notice.short-records', { count: padded }));
  const { openQuotes, strayQuotes } = parser.flaws;
  if (openQuotes + strayQuotes > 0) notices.push(message('notice.quotes', { count: openQuotes + strayQuotes }));
  return {
    file: await out.close(),
    dialect: scratchDialect,
    header: false,
    numbered: true,
    ragged: false,
    columns,
    rejects: rejects.toData(),
    notices,
    encoding,
  };
}

/** A record made as wide as the table, where nothing is lost by that. */
function fit(fields: string[], width: number, padShort: boolean): string[] | undefined {
  if (fields.length < width) {
    return padShort ? [...fields, ...Array.from({ length: width - fields.length }, () => '')] : undefined;
  }
  return fields.slice(width).every((field) => field.trim() === '') ? fields.slice(0, width) : undefined;
}
