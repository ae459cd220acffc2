/** A record longer than this is not one of a table; the first value may be an envelope around all of them. */
const LONGEST = 64 << 20;
const LONGEST_FIRST = 256 << 20;

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const [COMMA, BLANK, RETURN, TAB] = [44, 32, 13, 9];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/**
 * Cuts a text of JSON into the texts of its records as it arrives: the members of an outer list, or values that follow
 * each other (NDJSON, one per line or not). What stands where a record should is handed out too.
 */
export class JsonSplitter {
  readonly #take: (text: string, line: number) => void;
  #list: boolean | undefined;
  /** Of the record that has begun: what earlier pieces of text hold, and where it begins in this one. */
  #parts: string[] = [];
  #held = 0;
  #start = -1;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #line = 1;
  #isAtStart = true;
  #startLine = 1;
  #taken = 0;
  /** A comma promises a record. */
  #isPromised = false;
  /** The outer list was closed. */
  #closed = false;
  /** Each line is known to be a record: one that does not end with its line is torn. */
  #isByLine = false;

  constructor(take: (text: string, line: number) => void) {
    this.#take = take;
  }

  /** The text is one list; otherwise values follow each other. */
  get isList(): boolean {
    return this.#list === true;
  }

  /** Whether nothing is left open: no string, no object, no outer list. */
  get isComplete(): boolean {
    return !this.#hasBegun && (this.#list !== true || this.#closed);
  }

  /** The 1-based line that has been reached. */
  get line(): number {
    return this.#line;
  }

  get #hasBegun(): boolean {
    return this.#start >= 0;
  }

  /** @throws RangeError when a record does not end. */
  push(text: string): void {
    let at = this.#list === undefined ? this.#open(text) : 0;
    for (; at < text.length; at += 1) this.#step(text, at);
    if (!this.#hasBegun) return;
    this.#parts.push(text.slice(this.#start));
    this.#held += text.length - this.#start;
    this.#start = 0;
    if (this.#held <= (this.#taken === 0 ? LONGEST_FIRST : LONGEST)) return;
    if (!this.#isFirstOpen) throw new RangeError('a record without end');
    this.#splitByLine();
  }

  /** What was begun and not finished is handed out as it stands. */
  end(): void {
    if (this.#isFirstOpen) this.#splitByLine();
    if (this.#hasBegun) this.#finish('', 0);
  }

  /** The first of values that follow each other has not ended. */
  get #isFirstOpen(): boolean {
    return !this.#list && !this.#isByLine && this.#taken === 0 && this.#depth > 0;
  }

  /** What has no end is no value over many lines: its first line is torn, and others may be whole. */
  #splitByLine(): void {
    const text = this.#parts.join('');
    this.#line = this.#startLine;
    this.#clear();
    this.#isByLine = true;
    this.#isAtStart = true;
    this.push(text);
  }

  /** Where the text goes on behind what opens it. */
  #open(text: string): number {
    const first = /[^\s\uFEFF]/.exec(text);
    const at = first ? first.index : text.length;
    this.#line += text.slice(0, at).split('\n').length - 1;
    if (!first) return at;
    this.#list = first[0] === '[';
    return this.#list ? at + 1 : at;
  }

  #step(text: string, at: number): void {
    const code = text.charCodeAt(at);
    const isAtStart = this.#isAtStart;
    this.#isAtStart = code === NEWLINE;
    if (code === NEWLINE) this.#line += 1;
    if (this.#inString) {
      // No string goes over a line: where each line is a record, the next one is whole again.
      if (code === NEWLINE && !this.#list) this.#finish(text, at);
      else if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) this.#inString = false;
      return;
    }
    switch (code) {
      case QUOTE:
        this.#begin(at);
        this.#inString = true;
        break;
      case OPEN_OBJECT:
      case OPEN_LIST:
        // Lists that follow each other are one.
        if (this.#list && this.#closed && this.#depth === 0 && code === OPEN_LIST) {
          this.#closed = false;
          break;
        }
        if (isAtStart && this.#isTornLine()) this.#finish(text, at);
        this.#begin(at);
        this.#depth += 1;
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        this.#close(text, at);
        break;
      case COMMA:
        this.#comma(text, at);
        break;
      case NEWLINE:
        if (this.#depth === 0 && this.#hasBegun) this.#finish(text, at);
        break;
      case BLANK:
      case RETURN:
      case TAB:
        break;
      default:
        this.#begin(at);
    }
  }

  /** A record that began on the line before, and one begins here. */
  #isTornLine(): boolean {
    return this.#isByLine && !this.#list && this.#depth > 0 && this.#startLine === this.#line - 1;
  }

  #close(text: string, at: number): void {
    if (this.#depth > 0) {
      this.#depth -= 1;
      if (this.#depth > 0) return;
      this.#isByLine ||= this.#startLine === this.#line;
      this.#finish(text, at + 1);
      return;
    }
    if (this.#hasBegun) this.#finish(text, at);
    else if (this.#isPromised) this.#hand(',');
    this.#isPromised = false;
    this.#closed = true;
  }

  #comma(text: string, at: number): void {
    if (this.#depth > 0) return;
    if (!this.#list) {
      this.#begin(at);
      return;
    }
    if (this.#hasBegun) this.#finish(text, at);
    else if (this.#isPromised || this.#taken === 0) this.#hand(',');
    this.#isPromised = true;
  }

  #begin(at: number): void {
    if (this.#hasBegun) return;
    this.#start = at;
    this.#startLine = this.#line;
    this.#isPromised = false;
  }

  #finish(text: string, end: number): void {
    const last = text.slice(this.#start, end);
    const record = (this.#parts.length === 0 ? last : this.#parts.join('') + last).trimEnd();
    this.#clear();
    this.#hand(record, this.#startLine);
  }

  #clear(): void {
    this.#parts = [];
    this.#held = 0;
    this.#start = -1;
    this.#depth = 0;
    this.#inString = false;
    this.#isEscaped = false;
  }

  #hand(record: string, line: number = this.#line): void {
    this.#taken += 1;
    this.#take(record, line);
  }
}
