import { compactAt, eachItem, eachMember, kindAt, skipBlanks, stringAt } from './json-text.ts';

/** Objects inside objects become columns, or stay JSON text in a column of their own. */
export type Nested = 'columns' | 'text';

/** The steps to a value, with a character between them that no key has: `a.b` may be one key or two. */
export type Path = string;

const STEP = '\0';
const DEEPEST = 6;

/** @example nameOf(pathOf) // 'outer.inner' */
export function nameOf(path: Path): string {
  return path.replaceAll(STEP, '.');
}

/**
 * A record as a flat list of places and texts: objects in it become `outer.inner` unless they are to stay text; lists
 * stay JSON. Numbers keep the digits they are written with. A key that is there twice comes twice.
 * @returns nothing for what is no record.
 * @throws SyntaxError when it is not JSON.
 */
export function recordFields(text: string, nested: Nested): [path: Path, value: string][] | undefined {
  // Only to know that it is JSON; what it builds says neither how long a number was nor which key came twice.
  JSON.parse(text);
  const start = skipBlanks(text, 0);
  const kind = kindAt(text, start);
  const fields: [Path, string][] = [];
  if (kind === 'object') addMembers(fields, text, start, '', nested === 'columns' ? DEEPEST : 0);
  else if (kind !== 'list') return undefined;
  else eachItem(text, start, (from, to) => fields.push([`column${fields.length}`, valueText(text, from, to)]));
  return fields;
}

function addMembers(fields: [Path, string][], text: string, at: number, prefix: Path, levels: number): void {
  eachMember(text, at, (key, start, end) => {
    const isObject = levels > 0 && kindAt(text, start) === 'object';
    const isFilled = isObject && text.charAt(skipBlanks(text, start + 1)) !== '}';
    if (isFilled) addMembers(fields, text, start, prefix + key + STEP, levels - 1);
    else fields.push([prefix + key, valueText(text, start, end)]);
  });
}

function valueText(text: string, start: number, end: number): string {
  const kind = kindAt(text, start);
  if (kind === 'string') return stringAt(text, start, end);
  if (kind !== 'plain') return compactAt(text, start, end);
  const plain = text.slice(start, end);
  return plain === 'null' ? '' : plain;
}
