import { BLANK_RUNS, type Dialect } from '../core/delimited.ts';

export interface RecordFlaws {
  /** A quote that was never closed was taken as a character. */
  openQuotes: number;
  /** A quote inside quotes that was neither doubled nor the end was taken as a character. */
  strayQuotes: number;
  /** Records that go over several lines. */
  multiline: number;
}

/** `line` is the 1-based line on which the record begins; `text` is it as it stands, for the list of rejected ones. */
export type TakeRecord = (fields: string[], line: number, text: string) => void;

/** A quote that stays open for so long was never meant to open anything. */
const LONGEST_RECORD = 2_000_000;

/** Takes delimited text apart as it arrives, forgiving what can be understood. Lines without anything are passed over. */
export class RecordParser {
  readonly flaws: RecordFlaws = { openQuotes: 0, strayQuotes: 0, multiline: 0 };
  readonly #dialect: Dialect;
  readonly #take: TakeRecord;
  #rest = '';
  #line = 1;

  constructor(dialect: Dialect, take: TakeRecord) {
    this.#dialect = dialect;
    this.#take = take;
  }

  push(text: string): void {
    this.#parse(this.#rest === '' ? text : this.#rest + text, false);
  }

  end(): void {
    this.#parse(this.#rest, true);
    this.#rest = '';
  }

  #parse(text: string, ended: boolean): void {
    const { newline, quote } = this.#dialect;
    let start = 0;
    while (start < text.length) {
      let end = text.indexOf(newline, start);
      if (end < 0) {
        if (!ended && text.length - start < LONGEST_RECORD) break;
        end = text.length;
      }
      const quoteAt = quote === '' ? -1 : text.indexOf(quote, start);
      if (quoteAt < 0 || quoteAt >= end) {
        this.#takePlain(text.slice(start, end));
        start = end + 1;
        this.#line += 1;
        continue;
      }
      const next = this.#takeQuoted(text, start, ended);
      if (next < 0) break;
      start = next;
    }
    this.#rest = start < text.length ? text.slice(start) : '';
  }

  #takePlain(line: string): void {
    const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (bare.trim() === '' && !bare.includes('\t')) return;
    this.#take(this.#split(bare), this.#line, bare);
  }

  #split(line: string): string[] {
    const { delimiter } = this.#dialect;
    if (delimiter === '') return [line];
    return delimiter === BLANK_RUNS ? line.trim().split(/[ \t]+/) : line.split(delimiter);
  }

  /** Takes the record that begins at `start` and returns where the next one begins, or −1 when its end is still to come. */
  #takeQuoted(text: string, start: number, ended: boolean): number {
    const { delimiter, newline } = this.#dialect;
    const runs = delimiter === BLANK_RUNS;
    const fields: string[] = [];
    let at = start;
    for (;;) {
      if (runs) while (text[at] === ' ' || text[at] === '\t') at += 1;
      const field = this.#field(text, at, ended, start);
      if (!field) return -1;
      at = field.end;
      const isLast = at >= text.length || text[at] === newline || text.startsWith('\r\n', at);
      if (!(runs && isLast && field.value === '' && !field.quoted)) fields.push(field.value);
      if (isLast) break;
      at += runs || delimiter === '' ? 1 : delimiter.length;
    }
    if (at >= text.length && !ended) return -1;
    const raw = text.slice(start, at);
    const next = text[at] === '\r' && newline === '\n' ? at + 2 : at + 1;
    const isEmpty = fields.length === 1 && fields[0] === '' && raw.trim() === '';
    if (!isEmpty) this.#take(fields, this.#line, raw);
    const lines = countOf(raw, newline);
    if (lines > 0) this.flaws.multiline += 1;
    this.#line += 1 + lines;
    return next;
  }

  #field(
    text: string,
    start: number,
    ended: boolean,
    recordStart: number,
  ): { value: string; end: number; quoted: boolean } | undefined {
    const { quote } = this.#dialect;
    if (quote === '' || text[start] !== quote) {
      const end = this.#endOfPlain(text, start);
      return { value: text.slice(start, end), end, quoted: false };
    }
    const closed = this.#quotedField(text, start, ended);
    if (closed) return { ...closed, quoted: true };
    if (!ended && text.length - recordStart < LONGEST_RECORD) return undefined;
    this.flaws.openQuotes += 1;
    const end = this.#endOfPlain(text, start);
    return { value: text.slice(start, end), end, quoted: false };
  }

  #quotedField(text: string, start: number, ended: boolean): { value: string; end: number } | undefined {
    const { quote, escape } = this.#dialect;
    let value = '';
    let from = start + 1;
    const limit = start + LONGEST_RECORD;
    for (let at = from; at < text.length && at < limit; at += 1) {
      const char = text[at];
      if (char === escape && escape !== quote && at + 1 < text.length) {
        value += text.slice(from, at) + text[at + 1];
        at += 1;
        from = at + 1;
      } else if (char === quote) {
        if (escape === quote && text[at + 1] === quote) {
          value += text.slice(from, at + 1);
          at += 1;
          from = at + 1;
        } else if (at + 1 >= text.length) {
          return ended ? { value: value + text.slice(from, at), end: at + 1 } : undefined;
        } else if (this.#endsField(text, at + 1)) {
          return { value: value + text.slice(from, at), end: at + 1 };
        } else {
          this.flaws.strayQuotes += 1;
        }
      }
    }
    return undefined;
  }

  #endsField(text: string, at: number): boolean {
    const { delimiter, newline } = this.#dialect;
    if (text[at] === newline || (text[at] === '\r' && (text[at + 1] ?? '\n') === '\n')) return true;
    if (delimiter === BLANK_RUNS) return text[at] === ' ' || text[at] === '\t';
    return delimiter !== '' && text.startsWith(delimiter, at);
  }

  #endOfPlain(text: string, start: number): number {
    const { delimiter, newline } = this.#dialect;
    let end = text.indexOf(newline, start);
    if (end < 0) end = text.length;
    if (end > start && newline === '\n' && text[end - 1] === '\r') end -= 1;
    if (delimiter === BLANK_RUNS) {
      const blank = text.slice(start, end).search(/[ \t]/);
      return blank < 0 ? end : start + blank;
    }
    if (delimiter === '') return end;
    const next = text.indexOf(delimiter, start);
    return next < 0 || next > end ? end : next;
  }
}

/** All records of a text, at most `limit`. */
export function parseRecords(text: string, dialect: Dialect, limit: number = Infinity): string[][] {
  const records: string[][] = [];
  const parser = new RecordParser(dialect, (fields) => {
    if (records.length < limit) records.push(fields);
  });
  parser.push(text);
  parser.end();
  return records;
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count += 1;
  return count;
}
