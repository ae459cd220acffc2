import { eachItem, eachMember, kindAt, skipBlanks, stringAt } from './json-text.ts';

/** A list of records somewhere in an object. */
export interface RecordList {
  /** The keys to it, `result.items`. */
  path: string;
  count: number;
  at: number;
}

export interface Envelope {
  lists: RecordList[];
  /** The keys of the object itself. */
  keys: string[];
}

const DEEPEST = 4;

/**
 * What an object holds beside itself, as interfaces answer: lists of objects, or of lists, in it and in objects in it.
 * @throws SyntaxError when it is torn.
 */
export function openEnvelope(text: string): Envelope {
  const lists: RecordList[] = [];
  const keys: string[] = [];
  const start = skipBlanks(text, 0);
  if (kindAt(text, start) === 'object') look(text, start, [], lists, keys);
  return { lists, keys };
}

function look(text: string, at: number, steps: string[], lists: RecordList[], keys?: string[]): void {
  eachMember(text, at, (key, start) => {
    keys?.push(key);
    const kind = kindAt(text, start);
    const path = [...steps, key];
    if (kind === 'object' && path.length < DEEPEST) look(text, start, path, lists);
    if (kind !== 'list') return;
    const count = countRecords(text, start);
    if (count > 0) lists.push({ path: path.join('.'), count, at: start });
  });
}

/** How many records a list holds; none when one of its items is not a record. */
function countRecords(text: string, at: number): number {
  const kinds = new Set<string>();
  let count = 0;
  eachItem(text, at, (start) => {
    kinds.add(kindAt(text, start));
    count += 1;
  });
  return kinds.size === 1 && (kinds.has('object') || kinds.has('list')) ? count : 0;
}

/** The list that holds most records, the first of those. */
export function largestList(lists: readonly RecordList[]): RecordList | undefined {
  return lists.reduce<RecordList | undefined>(
    (best, list) => (best && best.count >= list.count ? best : list),
    undefined,
  );
}

const geographic: Record<string, string> = {
  FeatureCollection: 'GeoJSON',
  Feature: 'GeoJSON',
  GeometryCollection: 'GeoJSON',
  Topology: 'TopoJSON',
};
const SHAPES = ['features', 'geometry', 'geometries', 'arcs'];

/** The name of the format when a value is a map rather than a record. */
export function geographicFormat(text: string): string | undefined {
  const start = skipBlanks(text, 0);
  if (kindAt(text, start) !== 'object') return undefined;
  let type = '';
  let hasShapes = false;
  eachMember(text, start, (key, from, to) => {
    if (key === 'type' && kindAt(text, from) === 'string') type = stringAt(text, from, to);
    hasShapes ||= SHAPES.includes(key);
  });
  return hasShapes && Object.hasOwn(geographic, type) ? geographic[type] : undefined;
}
