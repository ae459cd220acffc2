/** A record longer than this is not one of a table. */
const LONGEST = 64 << 20;

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;

/**
 * Cuts a text of JSON into the texts of its records as it arrives: the members of an outer list, or values that follow
 * each other (NDJSON, one per line or not).
 */
export class JsonSplitter {
  readonly #take: (text: string, line: number) => void;
  #list: boolean | undefined;
  #rest = '';
  #at = 0;
  #start = -1;
  #depth = 0;
  #inString = false;
  #line = 1;
  #startLine = 1;
  /** The outer list was closed. */
  #closed = false;

  constructor(take: (text: string, line: number) => void) {
    this.#take = take;
  }

  /** The text is one list; otherwise values follow each other. */
  get isList(): boolean {
    return this.#list === true;
  }

  /** Whether nothing is left open: no string, no object, no outer list. */
  get isComplete(): boolean {
    return this.#start < 0 && (this.#list !== true || this.#closed);
  }

  push(text: string): void {
    this.#rest += text;
    if (this.#list === undefined) this.#open();
    const all = this.#rest;
    for (; this.#at < all.length; this.#at += 1) this.#step(all, this.#at);
    const keep = this.#start < 0 ? all.length : this.#start;
    this.#rest = all.slice(keep);
    this.#at -= keep;
    if (this.#start >= 0) this.#start = 0;
    if (this.#rest.length > LONGEST) throw new RangeError('a record without end');
  }

  /** What was begun and not finished is handed out as it stands. */
  end(): void {
    if (this.#start >= 0) this.#finish(this.#rest, this.#rest.length);
    this.#rest = '';
  }

  #open(): void {
    const first = /[^\s\uFEFF]/.exec(this.#rest);
    if (!first) return;
    this.#list = first[0] === '[';
    this.#at = this.#list ? first.index + 1 : first.index;
    this.#line += this.#rest.slice(0, this.#at).split('\n').length - 1;
  }

  #step(all: string, at: number): void {
    const code = all.charCodeAt(at);
    if (code === NEWLINE) this.#line += 1;
    if (this.#inString) {
      if (code === BACKSLASH) this.#at += 1;
      else if (code === QUOTE) this.#inString = false;
      return;
    }
    switch (all[at]) {
      case '"':
        this.#begin(at);
        this.#inString = true;
        break;
      case '{':
      case '[':
        this.#begin(at);
        this.#depth += 1;
        break;
      case '}':
      case ']':
        if (this.#depth === 0) {
          if (this.#start >= 0) this.#finish(all, at);
          this.#closed = true;
        } else {
          this.#depth -= 1;
          if (this.#depth === 0) this.#finish(all, at + 1);
        }
        break;
      case ',':
        if (this.#depth === 0 && this.#start >= 0 && this.#list) this.#finish(all, at);
        else if (this.#depth === 0 && !this.#list) this.#begin(at);
        break;
      case '\n':
        if (this.#depth === 0 && this.#start >= 0) this.#finish(all, at);
        break;
      case ' ':
      case '\r':
      case '\t':
        break;
      default:
        this.#begin(at);
    }
  }

  #begin(at: number): void {
    if (this.#start >= 0) return;
    this.#start = at;
    this.#startLine = this.#line;
  }

  #finish(all: string, end: number): void {
    const text = all.slice(this.#start, end).trimEnd();
    this.#start = -1;
    this.#depth = 0;
    this.#inString = false;
    this.#take(text, this.#startLine);
  }
}
