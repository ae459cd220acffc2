import type { ColumnInfo } from '../core/answer.ts';
import { AppError } from '../core/errors.ts';
import type { Database, QueryOptions } from './database.ts';
import { identifier, sql, type Sql } from './sql.ts';
import { typeWords } from './type-words.ts';

/** A column of a table that is made of two. */
export interface CombinedColumn {
  name: string;
  type: string;
  /** As the one table has it, and the other. */
  old?: ColumnInfo;
  fresh?: ColumnInfo;
}

interface Side {
  table: string;
  columns: readonly ColumnInfo[];
}

const INTEGER = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;
const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;
const TIME = /^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/;

/**
 * The columns of two tables as those of one, matched by their names, capitals aside: the old ones in their order, then what is
 * new. A type that differs gives way to one that holds the values of both: numbers to a wider number, dates to times, whole
 * numbers to text where the other is text, and text to what all of it is.
 * @throws AppError `append-type`, naming the column and a value that does not fit; `append-foreign` when no name is shared
 */
export async function combineColumns(
  database: Database,
  old: Side,
  fresh: Side,
  options?: QueryOptions,
): Promise<CombinedColumn[]> {
  const known = new Map(fresh.columns.map((column) => [column.name.toLowerCase(), column]));
  const combined: CombinedColumn[] = [];
  for (const column of old.columns) {
    const same = known.get(column.name.toLowerCase());
    known.delete(column.name.toLowerCase());
    const type = same ? await new Pair(database, old.table, fresh.table, column, same, options).type() : column.type;
    combined.push({ name: column.name, type, old: column, ...(same && { fresh: same }) });
  }
  if (!combined.some((column) => column.fresh)) {
    throw new AppError('append-foreign', {
      table: old.table,
      columns: old.columns.slice(0, 8).map(({ name }) => name),
    });
  }
  return [...combined, ...[...known.values()].map((column) => ({ ...column, fresh: column }))];
}

/** One column of both tables. */
class Pair {
  constructor(
    readonly database: Database,
    readonly oldTable: string,
    readonly freshTable: string,
    readonly old: ColumnInfo,
    readonly fresh: ColumnInfo,
    readonly options: QueryOptions | undefined,
  ) {}

  async type(): Promise<string> {
    const [one, other] = [this.old.type, this.fresh.type];
    if (one === other) return one;
    const areAlike = [NUMBER, TIME].some((family) => family.test(one) && family.test(other));
    if (areAlike) return this.#wider();
    if (one === 'VARCHAR') return this.#ofText(this.fresh, other, await this.#changed(this.oldTable, this.old, other));
    if (other === 'VARCHAR') return this.#ofText(this.old, one, await this.#changed(this.freshTable, this.fresh, one));
    throw this.#misfit(await this.#first());
  }

  async #wider(): Promise<string> {
    const either = sql`CASE WHEN false THEN CAST(NULL AS ${typeWords(this.old.type)}) ELSE CAST(NULL AS ${typeWords(this.fresh.type)}) END`;
    const [type] = await this.database.texts(sql`SELECT typeof(${either})`);
    const changed =
      (await this.#changed(this.freshTable, this.fresh, type!)) ??
      (await this.#changed(this.oldTable, this.old, type!));
    if (changed !== undefined) throw this.#misfit(changed);
    return type!;
  }

  /** Whole numbers are mostly ids, which are text in the other file because one of them has letters. */
  #ofText(typed: ColumnInfo, type: string, changed: string | undefined): string {
    if (changed === undefined) return type;
    if (INTEGER.test(typed.type)) return 'VARCHAR';
    throw this.#misfit(changed);
  }

  /** The first value that another type would change. */
  async #changed(table: string, { name, type }: ColumnInfo, to: string): Promise<string | undefined> {
    if (type === to) return undefined;
    const value = identifier(name);
    const back = sql`TRY_CAST(TRY_CAST(${value} AS ${typeWords(to)}) AS ${typeWords(type)})`;
    return this.#value(sql`SELECT ${value} FROM ${identifier('raw', table)} WHERE ${back} IS DISTINCT FROM ${value}`);
  }

  async #first(): Promise<string> {
    const value = identifier(this.fresh.name);
    const query = sql`SELECT ${value} FROM ${identifier('raw', this.freshTable)} WHERE ${value} IS NOT NULL`;
    return (await this.#value(query)) ?? '';
  }

  async #value(query: Sql): Promise<string | undefined> {
    const [value] = await this.database.texts(
      sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${query} LIMIT 1)`,
      this.options,
    );
    return value ?? undefined;
  }

  #misfit(example: string): AppError {
    const [from, to] = [this.old.type.toLowerCase(), this.fresh.type.toLowerCase()];
    return new AppError('append-type', {
      table: this.oldTable,
      column: this.old.name,
      from,
      to,
      example: example.slice(0, 60),
    });
  }
}
