import type { DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { scratchDialect, writeRecord } from './csv-writer.ts';
import { planColumns } from './delimited-plan.ts';
import { JsonSplitter } from './json-splitter.ts';
import { flattenRecord, parseJson } from './json-values.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { ReportBytes } from './reader-contract.ts';
import { RejectList } from './rejects.ts';
import type { Scratch, ScratchFile } from './scratch.ts';
import { readText } from './text-stream.ts';

const WIDEST = 5000;

export interface JsonSource extends DelimitedSource {
  format: 'json' | 'ndjson';
}

/**
 * Reads a list of JSON objects, or objects that follow each other. A single object that holds one list of objects, as
 * interfaces answer, is that list. Columns come as they appear; a record without one is empty there.
 * @throws AppError `json-broken`, `not-a-table`, `too-many-columns`.
 */
export async function readJson(
  file: File,
  encoding: string,
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
): Promise<JsonSource> {
  const out = await scratch.create();
  const table = new JsonTable(file, out);
  let held: { text: string; line: number } | undefined;
  const splitter = new JsonSplitter((text, line) => {
    // The first value waits for a second one: alone it may be an envelope around the table.
    if (!splitter.isList && !held && !table.hasRecords) {
      held = { text, line };
      return;
    }
    if (held) table.add(held.text, held.line);
    held = undefined;
    table.add(text, line);
  });
  try {
    for await (const text of readText(file, { encoding, strict: false }, report)) splitter.push(text);
    splitter.end();
    if (held) table.addEnvelope(held.text, held.line);
  } catch (error) {
    await out.close();
    if (error instanceof AppError) throw error;
    throw new AppError('json-broken', { file: file.name }, { cause: error });
  }
  const written = await out.close();
  if (!splitter.isComplete && !table.hasRecords) throw new AppError('json-broken', { file: file.name });
  return { ...table.source(written, options), format: splitter.isList || held ? 'json' : 'ndjson' };
}

class JsonTable {
  readonly #file: File;
  readonly #out: ScratchFile;
  readonly #rejects = new RejectList();
  readonly #columns = new Map<string, number>();
  readonly #evidence: ColumnEvidence[] = [];
  #number = 0;

  constructor(file: File, out: ScratchFile) {
    this.#file = file;
    this.#out = out;
  }

  get hasRecords(): boolean {
    return this.#number > 0;
  }

  add(text: string, line: number): void {
    const value = this.#parse(text, line);
    if (value !== undefined) this.#addRecord(value, text, line);
  }

  addEnvelope(text: string, line: number): void {
    const value = this.#parse(text, line);
    if (value === undefined) return;
    const inside = typeof value === 'object' && value !== null ? Object.values(value) : [];
    const list = inside.find(
      (inner): inner is object[] => Array.isArray(inner) && inner.length > 0 && inner.every(isRecord),
    );
    for (const record of list ?? [value]) this.#addRecord(record, text, line);
  }

  source(file: File, options: FileOptions): DelimitedSource {
    const used = this.#number - this.#rejects.count;
    if (used === 0 || this.#columns.size === 0) {
      throw new AppError(this.#number === 0 ? 'no-rows' : this.#refusal(), { file: this.#file.name });
    }
    const names = [...this.#columns.keys()];
    const header = { skip: 0, names, width: names.length, preamble: 0 };
    const context = {
      decimal: options.decimal,
      dateOrder: options.dateOrder,
      usualOrder: 'dmy',
      commaIsDecimal: false,
    } as const;
    const { columns, notices } = planColumns({ header, context, evidence: this.#evidence }, options);
    return {
      file,
      dialect: scratchDialect,
      header: false,
      numbered: true,
      ragged: true,
      columns,
      rejects: this.#rejects.toData(),
      notices,
    };
  }

  #refusal(): string {
    return this.#rejects.first.some(({ reason }) => reason === 'not-json') ? 'json-broken' : 'not-a-table';
  }

  #parse(text: string, line: number): unknown {
    try {
      return parseJson(text);
    } catch {
      // Listed among the rejected records with its text.
      this.#number += 1;
      this.#rejects.add({ line, column: null, reason: 'not-json', text });
      return undefined;
    }
  }

  #addRecord(value: unknown, text: string, line: number): void {
    const fields = flattenRecord(value);
    const number = this.#number;
    this.#number += 1;
    if (!fields) {
      this.#rejects.add({ line, column: null, reason: 'not-an-object', text });
      return;
    }
    const row = Array.from({ length: this.#columns.size }, () => '');
    for (const [name, content] of fields) {
      const column = this.#columnOf(name);
      row[column] = content;
      this.#evidence[column]!.add(content);
    }
    for (let i = 0; i < row.length; i += 1) row[i] ??= '';
    writeRecord(this.#out, number, row);
  }

  #columnOf(name: string): number {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    if (this.#columns.size === WIDEST) {
      throw new AppError('too-many-columns', { file: this.#file.name, columns: WIDEST + 1, limit: WIDEST });
    }
    this.#columns.set(name, this.#columns.size);
    this.#evidence.push(new ColumnEvidence());
    return this.#columns.size - 1;
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
