import type { ColumnPlan, DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import { message, type Message } from '../core/message.ts';
import { shortened } from './column-names.ts';
import { compoundFileKind } from './compound-file.ts';
import { planColumns, planDelimited, type DelimitedPlan } from './delimited-plan.ts';
import { detectFormat, detectTextFormat, looksBinary, workbookFormat, type Format } from './formats.ts';
import { gunzip } from './gunzip.ts';
import { readJson } from './json-reader.ts';
import { normaliseDelimited } from './normalise.ts';
import type { FileOptions } from '../core/file-options.ts';
import { ParquetReader } from './parquet-reader.ts';
import type { DelimitedReading, Reading, ReadRequest, ReportBytes } from './reader-contract.ts';
import { noRejects } from './rejects.ts';
import { bytesOf, takeSample, type Sample } from './sample.ts';
import { Scratch } from './scratch.ts';
import { readSpreadsheet } from './spreadsheet-reader.ts';
import { transcode, unreadableNotices } from './transcode.ts';
import { zipNames } from './zip-listing.ts';

const MOST_NESTED_GZIP = 2;

/** Reads one file: finds out what it is and hands it over in one of two shapes that DuckDB takes. */
export class FileReading {
  readonly #request: ReadRequest;
  readonly #scratch: Scratch;
  #parquet: ParquetReader | undefined;
  #delimited: { file: File; sample: Sample; plan: DelimitedPlan } | undefined;

  constructor(request: ReadRequest) {
    this.#request = request;
    this.#scratch = new Scratch(request.scratchId);
  }

  async read(report: ReportBytes): Promise<Reading> {
    return this.#readFile(this.#request.file, report, 0);
  }

  /** @throws RangeError when no delimited file was read. */
  async normalise(report: ReportBytes): Promise<DelimitedReading> {
    if (!this.#delimited) throw new RangeError('nothing to normalise');
    const { file, sample, plan } = this.#delimited;
    const { options } = this.#request;
    const { encoding, ...source } = await normaliseDelimited(file, sample, plan, options, this.#scratch, report);
    this.#addZoneNotice(source);
    return { ...describe(plan), encoding, sources: [source], straight: false, isCopied: true };
  }

  async nextBatches(): Promise<{ ipc: Uint8Array; rows: number } | null> {
    if (!this.#parquet) throw new RangeError('no batches to read');
    return this.#parquet.next();
  }

  async #readFile(file: File, report: ReportBytes, depth: number): Promise<Reading> {
    // A file that is gone has the size 0 too; reading the whole of it tells.
    if (file.size === 0) await file.arrayBuffer();
    const head = await bytesOf(file, 0, 65_536);
    const format = await this.#format(head, file);
    if (format === 'gzip') {
      if (depth === MOST_NESTED_GZIP) throw new AppError('gzip-bomb', { file: file.name });
      return this.#readFile(await gunzip(file, this.#scratch, report), report, depth + 1);
    }
    if (format === 'parquet') {
      this.#parquet = await ParquetReader.open(file, this.#request.timeZone);
      return this.#parquet.reading;
    }
    if (format === 'delimited' || format === 'json') return this.#readText(file, head, report);
    const sources = await readSpreadsheet(file, format, this.#request.options, this.#scratch, report);
    sources.forEach((source) => this.#addZoneNotice(source));
    return { kind: 'delimited', format, sources, straight: false, isCopied: true };
  }

  async #format(head: Uint8Array, file: File): Promise<Format> {
    const format = detectFormat(head, file);
    if (format === 'zip') {
      const workbook = workbookFormat(await zipNames(file));
      if (workbook) return workbook;
      const isSpreadsheet = /\.(xlsx|xlsm|xlsb|ods)$/i.test(file.name);
      throw isSpreadsheet
        ? new AppError('spreadsheet-broken', { file: file.name })
        : new AppError('format-foreign', { file: file.name, format: 'ZIP' });
    }
    if (format === 'cfb') {
      const kind = compoundFileKind(await bytesOf(file, 0, file.size));
      if (kind === 'encrypted') throw new AppError('spreadsheet-encrypted', { file: file.name });
      if (kind === 'xls') return 'xls';
      throw new AppError('format-foreign', { file: file.name, format: 'OLE' });
    }
    return format;
  }

  async #readText(file: File, head: Uint8Array, report: ReportBytes): Promise<DelimitedReading> {
    const { options } = this.#request;
    const sample = await takeSample(file, options.encoding);
    const isWide = /^utf-(16|32)/.test(sample.encoding);
    if (!isWide && looksBinary(head)) throw new AppError('format-foreign', { file: file.name, format: 'binary' });
    if (sample.head.trim() === '') throw new AppError('file-empty', { file: file.name });
    if (detectTextFormat(sample.head, file) === 'json') {
      try {
        return await this.#readJson(file, sample.encoding, report);
      } catch (error) {
        // A text may begin like JSON, as addresses in brackets do.
        const isBroken = error instanceof AppError && error.code === 'json-broken';
        if (!isBroken || /\.(json|jsonl|ndjson|geojson)$/i.test(file.name)) throw error;
      }
    }
    const plan = planDelimited(sample, spelledOut(options), file);
    this.#delimited = { file, sample, plan };
    if (!plan.isClean) return this.normalise(report);
    const { columns, notices } = planColumns(plan, options);
    const isCopied = sample.encoding !== 'utf-8' || sample.isBroken;
    const choice = { encoding: sample.encoding, strict: false };
    const text = isCopied ? await transcode(file, choice, this.#scratch, report) : { file, unreadable: 0 };
    const source: DelimitedSource = {
      file: text.file,
      dialect: plan.dialect,
      header: plan.header.names !== undefined,
      numbered: false,
      ragged: false,
      columns,
      rejects: noRejects,
      notices: [...notices, ...unreadableNotices(text.unreadable, sample.encoding)],
    };
    this.#addZoneNotice(source);
    return { ...describe(plan), encoding: sample.encoding, sources: [source], straight: true, isCopied };
  }

  async #readJson(file: File, encoding: string, report: ReportBytes): Promise<DelimitedReading> {
    const { format, ...source } = await readJson(file, encoding, this.#request.options, this.#scratch, report);
    this.#addZoneNotice(source);
    return { kind: 'delimited', format, encoding, sources: [source], straight: false, isCopied: true };
  }

  #addZoneNotice({ columns, notices }: { columns: ColumnPlan[]; notices: Message[] }): void {
    const instants = columns.filter(({ as }) => as.kind === 'instant').map(({ name }) => name);
    if (instants.length === 0) return;
    notices.push(message('notice.zone', { columns: shortened(instants), zone: this.#request.timeZone }));
  }
}

function describe({ dialect }: DelimitedPlan): { kind: 'delimited'; format: string; delimiter: string } {
  return { kind: 'delimited', format: dialect.delimiter === '\t' ? 'tsv' : 'csv', delimiter: dialect.delimiter };
}

function spelledOut(options: FileOptions): FileOptions {
  return options.delimiter === '\\t' ? { ...options, delimiter: '\t' } : options;
}
