/*
 * Walks over the text of JSON without building anything from it: what is nested, however deep, stays text, numbers keep
 * their digits, and keys come in their order, repeated ones too.
 */

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** What kind of value begins at a place. */
export function kindAt(text: string, at: number): 'object' | 'list' | 'string' | 'plain' {
  const code = text.charCodeAt(at);
  if (code === OPEN_OBJECT) return 'object';
  if (code === OPEN_LIST) return 'list';
  return code === QUOTE ? 'string' : 'plain';
}

export function skipBlanks(text: string, at: number): number {
  let next = at;
  while (isBlank(text.charCodeAt(next))) next += 1;
  return next;
}

/** Hands out key and place of each member of the object that begins at `at`. @throws SyntaxError where it is torn. */
export function eachMember(text: string, at: number, take: (key: string, start: number, end: number) => void): void {
  walk(text, at, CLOSE_OBJECT, (start) => {
    if (text.charCodeAt(start) !== QUOTE) throw new SyntaxError('a key is missing');
    const keyEnd = endOfString(text, start);
    const colon = skipBlanks(text, keyEnd);
    if (text.charCodeAt(colon) !== COLON) throw new SyntaxError('a colon is missing');
    const valueStart = skipBlanks(text, colon + 1);
    const valueEnd = endOfValue(text, valueStart);
    take(stringAt(text, start, keyEnd), valueStart, valueEnd);
    return valueEnd;
  });
}

/** Hands out the place of each item of the list that begins at `at`. @throws SyntaxError where it is torn. */
export function eachItem(text: string, at: number, take: (start: number, end: number) => void): void {
  walk(text, at, CLOSE_LIST, (start) => {
    const end = endOfValue(text, start);
    take(start, end);
    return end;
  });
}

function walk(text: string, at: number, close: number, take: (start: number) => number): void {
  let next = skipBlanks(text, at + 1);
  if (text.charCodeAt(next) === close) return;
  for (;;) {
    next = skipBlanks(text, take(next));
    const code = text.charCodeAt(next);
    if (code === close) return;
    if (code !== COMMA) throw new SyntaxError('a comma is missing');
    next = skipBlanks(text, next + 1);
  }
}

/** The string between two places, its quotes included, as what it says. */
export function stringAt(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1);
  return inside.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : inside;
}

/** A value without the blanks between its parts. */
export function compactAt(text: string, start: number, end: number): string {
  let compact = '';
  let from = start;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at) - 1;
    else if (isBlank(code)) {
      compact += text.slice(from, at);
      from = at + 1;
    }
  }
  return compact + text.slice(from, end);
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at > 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
  }
  throw new SyntaxError('a string without end');
}

function endOfValue(text: string, start: number): number {
  const kind = kindAt(text, start);
  if (kind === 'string') return endOfString(text, start);
  let at = start;
  if (kind === 'plain') {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === COMMA || code === CLOSE_LIST || code === CLOSE_OBJECT || isBlank(code)) break;
    }
    if (at === start) throw new SyntaxError('a value is missing');
    return at;
  }
  let depth = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at) - 1;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new SyntaxError('a value without end');
}
