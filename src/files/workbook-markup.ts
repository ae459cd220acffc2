import { AppError } from '../core/errors.ts';

/** What is told of a document as it is read; names come without their prefix, attributes as they stand in the tag. */
export interface MarkupHandler {
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** A tag, comment or CDATA section that is longer than this is no part of a workbook. */
const LONGEST_TAG = 1 << 22;
const LONGEST_ENTITY = 12;

/**
 * XML as it comes in, piece by piece, with nothing kept: what is open, and whether it is closed, is the handler's to know.
 * A document that defines entities is refused, as they can be made to fill any memory.
 * @throws AppError `spreadsheet-bomb`; TypeError when a tag does not end.
 */
export class MarkupScanner {
  readonly #handler: MarkupHandler;
  #rest = '';

  constructor(handler: MarkupHandler) {
    this.#handler = handler;
  }

  push(chunk: string): void {
    const text = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      if (start > at) this.#handler.text(decodeEntities(text.slice(at, start)));
      const next = this.#tag(text, start);
      if (next < 0) {
        this.#rest = text.slice(start);
        if (this.#rest.length > LONGEST_TAG) throw new TypeError('a tag does not end');
        return;
      }
      at = next;
    }
    const end = wholeEnd(text, at);
    if (end > at) this.#handler.text(decodeEntities(text.slice(at, end)));
    this.#rest = text.slice(end);
  }

  /** @throws TypeError when the document ends within a tag. */
  end(): void {
    if (this.#rest.startsWith('<')) throw new TypeError('the document ends within a tag');
  }

  /** Tells of the tag at `start`; returns where it ends, or -1 when it is not all there. */
  #tag(text: string, start: number): number {
    const second = text.charCodeAt(start + 1);
    if (second === SLASH) {
      const end = text.indexOf('>', start);
      if (end >= 0) this.#handler.close(localName(text, start + 2, end));
      return end < 0 ? -1 : end + 1;
    }
    if (second === BANG) return this.#declaration(text, start);
    if (second === QUESTION) return after(text, '?>', start);
    const end = tagEnd(text, start);
    if (end < 0) return -1;
    const isEmpty = text.charCodeAt(end - 1) === SLASH;
    const last = isEmpty ? end - 1 : end;
    const name = localName(text, start + 1, last);
    this.#handler.open(name, text.slice(start + 1 + name.length, last));
    if (isEmpty) this.#handler.close(name);
    return end + 1;
  }

  #declaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start);
      if (end >= 0) this.#handler.text(text.slice(start + 9, end));
      return end < 0 ? -1 : end + 3;
    }
    const end = text.indexOf('>', start);
    if (end < 0 || text.length - start < 9) return -1;
    if (text.slice(start, end).includes('[')) throw new AppError('spreadsheet-bomb');
    return end + 1;
  }
}

/** An entity or the end of a line may be cut by the end of the chunk. */
function wholeEnd(text: string, from: number): number {
  if (text.endsWith('\r')) return text.length - 1;
  const cut = text.lastIndexOf('&');
  return cut >= from && text.length - cut < LONGEST_ENTITY && !text.includes(';', cut) ? cut : text.length;
}

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? -1 : at + end.length;
}

/** A tag ends at the first `>` outside of quotes. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return i;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

function localName(text: string, from: number, end: number): string {
  let start = from;
  let at = from;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20) break;
    if (code === COLON) start = at + 1;
  }
  return text.slice(start, at);
}

/** The value of an attribute by its name, with or without its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = at === 0 ? 0x20 : attributes.charCodeAt(at - 1);
    if (before > 0x20 && before !== COLON) continue;
    let from = at + name.length;
    while (attributes.charCodeAt(from) <= 0x20) from += 1;
    if (attributes[from] !== '=') continue;
    from += 1;
    while (attributes.charCodeAt(from) <= 0x20) from += 1;
    const end = attributes.indexOf(attributes[from] ?? '"', from + 1);
    return end < 0 ? undefined : decodeEntities(attributes.slice(from + 1, end));
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The ends of lines are `\n` in a document, unless written as an entity. */
function decodeEntities(raw: string): string {
  const text = raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
