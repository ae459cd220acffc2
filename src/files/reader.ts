import type { ColumnPlan, DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import { message, type Message } from '../core/message.ts';
import { ArrowReader } from './arrow-reader.ts';
import { shortened } from './column-names.ts';
import { compoundBytes, compoundFileKind } from './compound-file.ts';
import { planColumns, planDelimited, type DelimitedPlan } from './delimited-plan.ts';
import { detectFormat, detectTextFormat, looksBinary, workbookFormat, type Format } from './formats.ts';
import { firstRows, lookAt, signatureOf } from './first-rows.ts';
import { gunzip } from './gunzip.ts';
import { readJson } from './json-reader.ts';
import { normaliseDelimited } from './normalise.ts';
import type { FileOptions } from '../core/file-options.ts';
import { ParquetReader } from './parquet-reader.ts';
import type { BatchSource, DelimitedReading, Reading, ReadRequest, ReportBytes } from './reader-contract.ts';
import { noRejects } from './rejects.ts';
import { bytesOf, takeSample, type Sample } from './sample.ts';
import { Scratch } from './scratch.ts';
import { readSpreadsheet } from './spreadsheet-reader.ts';
import { transcode, unreadableNotices } from './transcode.ts';
import { readZipDirectory } from './zip-directory.ts';

const MOST_NESTED_GZIP = 2;
const LOOK_ROWS = 1000;

/** A delimited file and how it is read. */
interface Delimited {
  file: File;
  sample: Sample;
  plan: DelimitedPlan;
  options: FileOptions;
  /** Of what is found out by itself, whatever was decided; nothing where that comes to nothing. */
  signature: string | undefined;
  isRemembered?: true;
}

/** Reads one file: finds out what it is and hands it over in one of two shapes that DuckDB takes. */
export class FileReading {
  readonly #request: ReadRequest;
  readonly #scratch: Scratch;
  #batches: BatchSource | undefined;
  #delimited: Delimited | undefined;

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
    const { file, sample, plan, options } = this.#delimited;
    const { encoding, ...source } = await normaliseDelimited(file, sample, plan, options, this.#scratch, report);
    this.#addReadingNotices(source, this.#delimited);
    return { ...describe(plan), encoding, sources: [source], straight: false, isCopied: true };
  }

  async nextBatches(): Promise<{ ipc: Uint8Array; rows: number } | null> {
    if (!this.#batches) throw new RangeError('no batches to read');
    return this.#batches.next();
  }

  /** To look at rows, what their columns hold is told from somewhat more of them. */
  get #most(): number {
    return this.#request.rows === undefined ? Infinity : LOOK_ROWS;
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
    if (format === 'parquet' || format === 'arrow') {
      const { timeZone } = this.#request;
      this.#batches = await (format === 'parquet' ? ParquetReader : ArrowReader).open(file, timeZone);
      return this.#batches.reading;
    }
    if (format === 'delimited' || format === 'json') return this.#readText(file, head, report);
    const sources = await readSpreadsheet(file, format, this.#request.options, this.#scratch, report, this.#most);
    sources.forEach((source) => this.#addZoneNotice(source));
    return { kind: 'delimited', format, sources, straight: false, isCopied: true };
  }

  async #format(head: Uint8Array, file: File): Promise<Format> {
    const format = detectFormat(head, file);
    if (format === 'zip') {
      const entries = (await readZipDirectory(file)) ?? [];
      const workbook = workbookFormat(entries.map(({ name }) => name));
      if (workbook) return workbook;
      const isSpreadsheet = /\.(xlsx|xlsm|xlsb|ods)$/i.test(file.name);
      throw isSpreadsheet
        ? new AppError('spreadsheet-broken', { file: file.name })
        : new AppError('format-foreign', { file: file.name, format: 'ZIP' });
    }
    if (format === 'cfb') {
      const kind = compoundFileKind(await compoundBytes(file));
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
    return this.#readDelimited(await this.#decide(file, sample), report);
  }

  /** By what the analyst says of this file, or else said of one like it, or else by what is found out. */
  async #decide(file: File, sample: Sample): Promise<Delimited> {
    const { options, remembered = {} } = this.#request;
    const isFree = Object.keys(options).length === 0;
    const found = foundPlan(options.encoding !== undefined ? await takeSample(file) : sample, file);
    const signature = found && signatureOf(found);
    const known = signature !== undefined && Object.hasOwn(remembered, signature) ? remembered[signature] : undefined;
    if (!known) {
      const plan = (isFree && found) || planDelimited(sample, spelledOut(options), file);
      return { file, sample, plan, options, signature };
    }
    const again = await takeSample(file, known.encoding);
    const plan = planDelimited(again, spelledOut(known), file);
    return { file, sample: again, plan, options: known, signature, isRemembered: true };
  }

  async #readDelimited(delimited: Delimited, report: ReportBytes): Promise<DelimitedReading> {
    const { file, sample, plan, options } = delimited;
    this.#delimited = delimited;
    const { rows } = this.#request;
    if (rows !== undefined) {
      const source = await firstRows(sample, plan, options, this.#scratch, rows);
      this.#addReadingNotices(source, delimited);
      const { signature } = delimited;
      const look = { ...lookAt(sample, plan, options), ...(signature !== undefined && { signature }), options };
      return { ...describe(plan), encoding: sample.encoding, sources: [source], straight: false, isCopied: true, look };
    }
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
    this.#addReadingNotices(source, delimited);
    return { ...describe(plan), encoding: sample.encoding, sources: [source], straight: true, isCopied };
  }

  async #readJson(file: File, encoding: string, report: ReportBytes): Promise<DelimitedReading> {
    const { format, ...source } = await readJson(
      file,
      encoding,
      this.#request.options,
      this.#scratch,
      report,
      this.#most,
    );
    this.#addZoneNotice(source);
    return { kind: 'delimited', format, encoding, sources: [source], straight: false, isCopied: true };
  }

  #addReadingNotices(source: DelimitedSource, { isRemembered }: Delimited): void {
    if (isRemembered) source.notices.unshift(message('notice.remembered'));
    this.#addZoneNotice(source);
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

/** A file that is no table by itself may be one by what the analyst says of it. */
function foundPlan(sample: Sample, file: File): DelimitedPlan | undefined {
  try {
    return planDelimited(sample, {}, file);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function spelledOut(options: FileOptions): FileOptions {
  return options.delimiter === '\\t' ? { ...options, delimiter: '\t' } : options;
}
