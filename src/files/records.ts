import { BLANK_RUNS, type Dialect } from '../core/delimited.ts';
import {
  countOf,
  isDelimited,
  isEscaped,
  looksLikeRecords,
  opensLater,
  SUSPICIOUS_LINES,
  type QuoteSearch,
} from './open-quote.ts';
import { endRemarkAt, isRemark, withoutEndRemark } from './remarks.ts';

export interface RecordFlaws {
  /** A quote that was never closed was taken as a character. */
  openQuotes: number;
  /** A quote inside quotes that was neither doubled nor the end was taken as a character. */
  strayQuotes: number;
  /** Records that go over several lines. */
  multiline: number;
  /** Lines that begin with the dialect's sign for remarks. */
  comments: number;
  /** Records behind which a remark stands. */
  endRemarks: number;
}

/** `line` is the 1-based line on which the record begins; `text` is it as it stands, for the list of rejected ones. */
export type TakeRecord = (fields: string[], line: number, text: string) => void;

/** A quote that stays open for so long was never meant to open anything. */
const LONGEST_RECORD = 64 << 20;
/** What is left of a long record is not put together with each piece that comes. */
const LONG_REST = 1 << 20;

/** Whether a quote opens a cell of a later line is asked of the first ones: it means a look at the whole line. */
const MOST_ASKED = 8;

const STILL_OPEN = -1;
const NEVER_CLOSED = -2;

/** Takes delimited text apart as it arrives, forgiving what can be understood. Lines without anything are passed over. */
export class RecordParser {
  readonly flaws: RecordFlaws = { openQuotes: 0, strayQuotes: 0, multiline: 0, comments: 0, endRemarks: 0 };
  /** Characters of the longest record. */
  longest = 0;
  readonly #dialect: Dialect;
  readonly #take: TakeRecord;
  #rest = '';
  #held: string[] = [];
  #heldLength = 0;
  /** Where the search for the end of a quote goes on; places are counted from the beginning of the record. */
  #search: QuoteSearch | undefined;
  /** At the end of the text: behind this place no quote closes a cell. */
  #unclosedFrom = Infinity;
  #line = 1;
  /** Behind the cell that is read a remark may stand. */
  #inLastCell = false;

  constructor(dialect: Dialect, take: TakeRecord) {
    this.#dialect = dialect;
    this.#take = take;
  }

  push(text: string): void {
    if (this.#rest.length > LONG_REST) {
      this.#held.push(text);
      this.#heldLength += text.length;
      if (this.#heldLength < this.#rest.length / 2) return;
    }
    this.#parse(this.#takeHeld(text), false);
  }

  end(): void {
    this.#parse(this.#takeHeld(''), true);
    this.#rest = '';
  }

  #takeHeld(text: string): string {
    const all = this.#rest + (this.#held.length > 0 ? this.#held.join('') : text);
    this.#held = [];
    this.#heldLength = 0;
    return all;
  }

  #parse(text: string, ended: boolean): void {
    const { newline, quote } = this.#dialect;
    let start = 0;
    let quoteAt = quote === '' ? Infinity : -1;
    while (start < text.length) {
      let end = text.indexOf(newline, start);
      if (end < 0) {
        if (!ended && text.length - start < LONGEST_RECORD) break;
        end = text.length;
      }
      if (quoteAt < start) {
        quoteAt = text.indexOf(quote, start);
        if (quoteAt < 0) quoteAt = Infinity;
      }
      if (quoteAt >= end) {
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
    const record = withoutEndRemark(this.#dialect, bare);
    const fields = this.#split(record);
    const hasRemark = record !== bare;
    if (this.#isComment(bare, hasRemark ? this.#split(bare).length : fields.length)) return;
    this.#give(fields, bare, hasRemark);
  }

  #give(fields: string[], text: string, hasRemark: boolean): void {
    this.longest = Math.max(this.longest, text.length);
    if (hasRemark) this.flaws.endRemarks += 1;
    this.#take(fields, this.#line, text);
  }

  #split(line: string): string[] {
    const { delimiter } = this.#dialect;
    if (delimiter === '') return [line];
    return delimiter === BLANK_RUNS ? line.trim().split(/[ \t]+/) : line.split(delimiter);
  }

  /** Takes the record that begins at `start` and returns where the next one begins, or −1 when its end is still to come. */
  #takeQuoted(text: string, start: number, ended: boolean): number {
    const { delimiter, newline, width } = this.#dialect;
    const runs = delimiter === BLANK_RUNS;
    const fields: string[] = [];
    let at = start;
    let hasRemark = false;
    for (;;) {
      this.#inLastCell = width === undefined || fields.length === width - 1;
      if (runs) while (text[at] === ' ' || text[at] === '\t') at += 1;
      const field = this.#field(text, at, ended, start);
      if (!field) return -1;
      at = field.end;
      const remark = this.#endRemarkAt(text, at);
      if (remark >= 0) [hasRemark, at] = [true, this.#endOfLine(text, at)];
      const isLast = at >= text.length || text[at] === newline || text.startsWith('\r\n', at);
      if (!(runs && isLast && field.value === '' && !field.quoted)) fields.push(field.value);
      if (isLast) break;
      at += runs || delimiter === '' ? 1 : delimiter.length;
    }
    if (at >= text.length && !ended) return -1;
    const raw = text.slice(start, at);
    const next = text[at] === '\r' && newline === '\n' ? at + 2 : at + 1;
    const isEmpty = fields.length === 1 && fields[0] === '' && raw.trim() === '';
    this.#search = undefined;
    if (!isEmpty && !this.#isComment(raw, fields.length)) this.#give(fields, raw, hasRemark);
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
    const { quote, skipBlanks } = this.#dialect;
    if (skipBlanks && text[start] === ' ') {
      let at = start;
      while (text[at] === ' ') at += 1;
      if (text[at] === quote) return this.#field(text, at, ended, recordStart);
    }
    if (quote === '' || text[start] !== quote) {
      const end = this.#endOfPlain(text, start);
      return { value: text.slice(start, end), end, quoted: false };
    }
    const closing = this.#closingQuote(text, start, ended, recordStart);
    if (closing >= 0) return { value: this.#unescaped(text.slice(start + 1, closing)), end: closing + 1, quoted: true };
    const mayClose = closing === STILL_OPEN && !ended && text.length - recordStart < LONGEST_RECORD;
    if (mayClose) return undefined;
    this.flaws.openQuotes += 1;
    const end = this.#endOfPlain(text, start);
    return { value: text.slice(start, end), end, quoted: false };
  }

  /** Where the quote that opens at `start` closes: the next one before a delimiter or the end of the line. */
  #closingQuote(text: string, start: number, ended: boolean, recordStart: number): number {
    const { quote, escape, newline } = this.#dialect;
    if (ended && start >= this.#unclosedFrom && !this.#endsField(text, start + 2)) return NEVER_CLOSED;
    const field = start - recordStart;
    const known =
      this.#search?.field === field
        ? this.#search
        : { field, at: field + 1, stray: 0, lines: 0, cleared: false, asked: 0 };
    let { stray, lines, cleared, asked } = known;
    const hasSwallowed = (): boolean => {
      if (cleared || lines <= SUSPICIOUS_LINES) return false;
      if (looksLikeRecords(text, start, lines, this.#dialect)) return true;
      cleared = isDelimited(this.#dialect);
      return false;
    };
    const stillOpen = (at: number): number => {
      this.#search = { field, at: at - recordStart, stray, lines, cleared, asked };
      return STILL_OPEN;
    };
    let nextLine = text.indexOf(newline, recordStart + known.at);
    const countLines = (end: number): void => {
      for (; nextLine >= 0 && nextLine < end; nextLine = text.indexOf(newline, nextLine + 1)) lines += 1;
    };
    for (let at = recordStart + known.at; ;) {
      const found = text.indexOf(quote, at);
      if (found < 0) {
        countLines(text.length);
        const isNever = text.length - start > LONGEST_RECORD || hasSwallowed();
        if (ended) this.#unclosedFrom = start;
        return isNever ? NEVER_CLOSED : stillOpen(text.length);
      }
      countLines(found);
      if (found - start > LONGEST_RECORD || hasSwallowed()) return NEVER_CLOSED;
      at = found + 1;
      if (escape === quote && text[at] === quote) {
        at += 1;
      } else if (escape !== quote && isEscaped(text, start, found, escape)) {
        continue;
      } else if (at >= text.length) {
        return ended ? found : stillOpen(found);
      } else if (this.#dialect.hasEndRemarks && !ended && text.indexOf(newline, at) < 0) {
        return stillOpen(found);
      } else if (this.#endsField(text, at)) {
        this.flaws.strayQuotes += stray;
        return found;
      } else if (lines > 0 && !ended && text.indexOf(newline, found) < 0) {
        return stillOpen(found);
      } else if (lines > 0 && asked++ < MOST_ASKED && opensLater(text, recordStart, found, this.#dialect)) {
        return NEVER_CLOSED;
      } else {
        stray += 1;
      }
    }
  }

  #isComment(line: string, fields: number): boolean {
    if (!isRemark(this.#dialect, line, fields)) return false;
    this.flaws.comments += 1;
    return true;
  }

  #unescaped(text: string): string {
    const { quote, escape } = this.#dialect;
    if (!text.includes(escape)) return text;
    return escape === quote ? text.replaceAll(quote + quote, quote) : text.replaceAll(/\\(.)/gs, '$1');
  }

  #endsField(text: string, at: number): boolean {
    const { delimiter, newline } = this.#dialect;
    if (text[at] === newline || (text[at] === '\r' && (text[at + 1] ?? '\n') === '\n')) return true;
    if (this.#endRemarkAt(text, at) >= 0) return true;
    if (delimiter === BLANK_RUNS) return text[at] === ' ' || text[at] === '\t';
    return delimiter !== '' && text.startsWith(delimiter, at);
  }

  #endOfLine(text: string, start: number): number {
    const { newline } = this.#dialect;
    const end = text.indexOf(newline, start);
    if (end < 0) return text.length;
    return end > start && newline === '\n' && text[end - 1] === '\r' ? end - 1 : end;
  }

  #endRemarkAt(text: string, at: number): number {
    if (!this.#dialect.hasEndRemarks || !this.#inLastCell) return -1;
    return endRemarkAt(this.#dialect, text, at, this.#endOfLine(text, at));
  }

  /** The end of the line, or of what stands before a remark behind the last cell. */
  #endOfValue(text: string, start: number): number {
    const end = this.#endOfLine(text, start);
    const { comment, hasEndRemarks } = this.#dialect;
    if (!hasEndRemarks || comment === undefined || !this.#inLastCell) return end;
    const remark = text.indexOf(comment, start);
    if (remark < 0 || remark >= end || this.#endRemarkAt(text, remark) < 0) return end;
    return start + text.slice(start, remark).trimEnd().length;
  }

  #endOfPlain(text: string, start: number): number {
    const { delimiter } = this.#dialect;
    const end = this.#endOfValue(text, start);
    if (delimiter === BLANK_RUNS) {
      const blank = text.slice(start, end).search(/[ \t]/);
      return blank < 0 ? end : start + blank;
    }
    if (delimiter === '') return end;
    const next = text.indexOf(delimiter, start);
    return next < 0 || next > end ? end : next;
  }
}
