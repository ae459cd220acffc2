import { Sql } from './sql.ts';

/*
 * DuckDB's types as it writes them. Texts of types come back from files: only what is a type, from the first letter to
 * the last, may get into a statement.
 */

const SIMPLE = [
  ...['BOOLEAN', 'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT'],
  ...['UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'UHUGEINT', 'BIGNUM', 'FLOAT', 'DOUBLE'],
  ...['VARCHAR', 'BLOB', 'BIT', 'UUID', 'DATE', 'INTERVAL', '"NULL"'],
  ...['TIMESTAMP WITH TIME ZONE', 'TIMESTAMP_NS', 'TIMESTAMP_MS', 'TIMESTAMP_S', 'TIMESTAMP'],
  ...['TIME WITH TIME ZONE', 'TIME_NS', 'TIME'],
];

/** Those that Arrow or Parquet change or refuse: they travel as text. */
const CARRIED = /\b(?:U?HUGEINT|TIME WITH TIME ZONE|TIME_NS|INTERVAL|UUID|BIT|ENUM|UNION|BIGNUM)\b/;

const DEEPEST = 60;

/** Whether values of the type come back from Parquet as what they were. A name inside a structure may look like a type. */
export function survivesParquet(type: string): boolean {
  return !CARRIED.test(type.replaceAll(/"(?:[^"]|"")*"/g, ''));
}

/** Whether a text is a type and nothing else. */
export function isType(text: string): boolean {
  return new TypeText(text).isWhole();
}

/** A type for a statement. Whoever calls it has made sure that it is one: `isType`. */
export function typeWords(type: string): Sql {
  if (!isType(type)) throw new RangeError('not a type');
  return new Sql(type);
}

/** A type is simple, a DECIMAL, an ENUM, a STRUCT, a UNION or a MAP; then come brackets of lists and arrays. */
class TypeText {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isWhole(): boolean {
    return this.#type(DEEPEST) && this.#at === this.#text.length;
  }

  #type(depth: number): boolean {
    if (depth === 0) return false;
    const isKnown =
      this.#takes(/DECIMAL\(\d{1,2},\d{1,2}\)/y) ||
      this.#takes(/ENUM\('(?:[^']|'')*'(?:, '(?:[^']|'')*')*\)/y) ||
      this.#nested('STRUCT(', depth, true) ||
      this.#nested('UNION(', depth, true) ||
      this.#nested('MAP(', depth, false) ||
      SIMPLE.some((word) => this.#takesText(word));
    if (!isKnown) return false;
    while (this.#takes(/\[\d{0,9}\]/y));
    return true;
  }

  #nested(opening: string, depth: number, isNamed: boolean): boolean {
    if (!this.#takesText(opening)) return false;
    do {
      if (isNamed && !this.#takes(/(?:"(?:[^"]|"")*"|[A-Za-z_]\w*) /y)) return false;
      if (!this.#type(depth - 1)) return false;
    } while (this.#takesText(', '));
    return this.#takesText(')');
  }

  #takesText(expected: string): boolean {
    if (!this.#text.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }

  #takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found !== null;
  }
}
