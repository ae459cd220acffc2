import type { DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import { message } from '../core/message.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { shortened, WIDEST } from './column-names.ts';
import { scratchDialect, writeRecord } from './csv-writer.ts';
import { planColumns } from './delimited-plan.ts';
import { nameOf, recordFields, type Nested, type Path } from './json-values.ts';
import { RejectList } from './rejects.ts';
import type { ScratchFile } from './scratch.ts';

/** Beyond this many columns nobody has asked for, the keys of inner objects are values, such as ids. */
const WIDEST_UNASKED = 1000;

/** The records of a JSON file as they come, written into a file that DuckDB reads. */
export class JsonTable {
  readonly #file: File;
  readonly #out: ScratchFile;
  readonly #nested: Nested;
  readonly #options: FileOptions;
  readonly #widest: number;
  readonly #rejects = new RejectList();
  readonly #columns = new Map<Path, number>();
  readonly #evidence: ColumnEvidence[] = [];
  #number = 0;
  #repeated = 0;
  #longest = 0;

  constructor(file: File, out: ScratchFile, nested: Nested, options: FileOptions) {
    this.#file = file;
    this.#out = out;
    this.#nested = nested;
    this.#options = options;
    this.#widest = options.nested !== undefined || nested === 'text' ? WIDEST : WIDEST_UNASKED;
  }

  get hasRecords(): boolean {
    return this.#number > 0;
  }

  /** @throws AppError `too-many-columns`. */
  add(text: string, line: number): void {
    const number = this.#number;
    this.#number += 1;
    let fields: ReturnType<typeof recordFields>;
    try {
      fields = recordFields(text, this.#nested);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#rejects.add({ line, column: null, reason: 'not-json', text });
      return;
    }
    if (fields) this.#write(number, fields);
    else this.#rejects.add({ line, column: null, reason: 'not-an-object', text });
  }

  /** @throws AppError `json-broken`, `not-a-table`, `no-rows` when no record was of use. */
  source(file: File): DelimitedSource {
    const options = this.#options;
    if (this.#number === this.#rejects.count || this.#columns.size === 0) throw this.#refusal();
    const names = [...this.#columns.keys()].map(nameOf);
    const header = { skip: 0, names, width: names.length, preamble: 0 };
    const context = {
      decimal: options.decimal,
      dateOrder: options.dateOrder,
      usualOrder: 'dmy',
      commaIsDecimal: false,
    } as const;
    const { columns, notices } = planColumns({ header, context, evidence: this.#evidence }, options);
    const inner = [...this.#columns.keys()].filter((path) => path !== nameOf(path)).map(nameOf);
    if (inner.length > 0) notices.push(message('notice.json-columns', { columns: shortened(inner) }));
    if (this.#repeated > 0) notices.push(message('notice.json-repeated', { count: this.#repeated }));
    return {
      file,
      dialect: scratchDialect,
      header: false,
      numbered: true,
      ragged: true,
      columns,
      longestRecord: this.#longest,
      rejects: this.#rejects.toData(),
      notices,
    };
  }

  #refusal(): AppError {
    const file = this.#file.name;
    if (this.#number === 0) return new AppError('no-rows', { file });
    const broken = this.#rejects.first.find(({ reason }) => reason === 'not-json');
    return broken ? new AppError('json-broken', { file, line: broken.line }) : new AppError('not-a-table', { file });
  }

  #write(number: number, fields: readonly [Path, string][]): void {
    const row: string[] = [];
    let isRepeated = false;
    for (const [path, content] of fields) {
      const column = this.#columnOf(path);
      isRepeated ||= row[column] !== undefined;
      row[column] = content;
      this.#evidence[column]!.add(isBeyondDouble(content) ? BEYOND : content);
    }
    if (isRepeated) this.#repeated += 1;
    for (let i = 0; i < this.#columns.size; i += 1) row[i] ??= '';
    this.#longest = Math.max(this.#longest, writeRecord(this.#out, number, row));
  }

  #columnOf(path: Path): number {
    const known = this.#columns.get(path);
    if (known !== undefined) return known;
    if (this.#columns.size === this.#widest) {
      throw new AppError('too-many-columns', {
        file: this.#file.name,
        columns: this.#widest + 1,
        limit: this.#widest,
      });
    }
    this.#columns.set(path, this.#columns.size);
    this.#evidence.push(new ColumnEvidence(this.#options.missing));
    return this.#columns.size - 1;
  }
}

/** Evidence that a column is text. */
const BEYOND = 'a number that no column of numbers can hold';

/** JSON allows 1e999. */
function isBeyondDouble(content: string): boolean {
  return /^-?\d[\d.]*e\+?\d{3}$/i.test(content) && !Number.isFinite(Number(content));
}
