import { emptyMatrix, type Matrix } from './matrix.ts';

/** A column before it is encoded. Missing: NaN in numbers, null in text. */
export type RawColumn =
  | { name: string; kind: 'number'; values: Float64Array; scale?: 'linear' | 'log' }
  | { name: string; kind: 'text'; values: readonly (string | null)[] };

type ColumnEncoding =
  | { kind: 'number'; scale: 'linear' | 'log'; mean: number; deviation: number; missingIndicator: boolean }
  | { kind: 'text'; levels: Map<string, number>; buckets: number };

type RowNumbers = readonly number[] | Uint32Array;

/** The encoded columns that come from one raw column. */
export interface FeatureGroup {
  name: string;
  first: number;
  count: number;
}

/** How columns become numbers, learned on training rows only. */
export interface Encoding {
  columns: (ColumnEncoding & { name: string })[];
  groups: FeatureGroup[];
  width: number;
  /** Columns with one value only in the training rows: they tell nothing and are left out. */
  constant: string[];
}

/** A category needs this many training rows for a column of its own. */
const ROWS_PER_LEVEL = 5;
/** More categories than this: the most frequent have columns of their own, the others are hashed. */
const LEVELS = 32;
const BUCKETS = 16;
const MISSING = '\u0000missing';

/**
 * Learns from training rows how columns become numbers.
 *
 * Numbers: (x − mean) / standard deviation of the training rows (dividing by n); `scale: 'log'` takes
 * sign(x) ln(1 + |x|) first. Missing values become 0, the mean, and a second column says that they were missing, if the
 * training rows have any. Text: one column of 0 and 1 per category with at least 5 training rows, missing being a
 * category, the most frequent 32 at most; all other categories share one column, or 16 by hashing (`weinbergerEtAl2009`)
 * if there are more than 16 of them. The first layer of a network makes an embedding of such columns.
 *
 * @param columns all of the same length
 * @param trainingRows row numbers; no other row is looked at
 * @example fitEncoding([{ name: 'x', kind: 'number', values: Float64Array.of(1, 3, 99) }], [0, 1]).columns[0].mean // 2
 */
export function fitEncoding(columns: readonly RawColumn[], trainingRows: RowNumbers): Encoding {
  const encoding: Encoding = { columns: [], groups: [], width: 0, constant: [] };
  for (const column of columns) {
    const fitted = column.kind === 'number' ? fitNumber(column, trainingRows) : fitText(column.values, trainingRows);
    if (fitted === undefined) {
      encoding.constant.push(column.name);
      continue;
    }
    const count = widthOf(fitted);
    encoding.columns.push({ ...fitted, name: column.name });
    encoding.groups.push({ name: column.name, first: encoding.width, count });
    encoding.width += count;
  }
  return encoding;
}

/**
 * Rows as numbers, in the columns of the encoding. Categories that the training rows did not have fall into the shared
 * columns, or are all zeros where there are none.
 *
 * @param columns raw columns by name; those the encoding left out may be there
 * @param rows row numbers, in the order of the result
 */
export function encode(encoding: Encoding, columns: readonly RawColumn[], rows: RowNumbers): Matrix {
  const matrix = emptyMatrix(rows.length, encoding.width);
  const byName = new Map(columns.map((column) => [column.name, column]));
  encoding.columns.forEach((fitted, g) => {
    const { first } = encoding.groups[g];
    const raw = byName.get(fitted.name);
    if (raw?.kind !== fitted.kind) throw new RangeError(`no column ${fitted.name} of kind ${fitted.kind}`);
    for (let i = 0; i < rows.length; i++) {
      const at = i * encoding.width + first;
      if (raw.kind === 'number' && fitted.kind === 'number') {
        const value = scaled(raw.values[rows[i]], fitted.scale);
        if (!Number.isNaN(value)) matrix.values[at] = (value - fitted.mean) / fitted.deviation;
        else if (fitted.missingIndicator) matrix.values[at + 1] = 1;
      } else if (raw.kind === 'text' && fitted.kind === 'text') {
        const offset = levelColumn(fitted, raw.values[rows[i]] ?? MISSING);
        if (offset !== undefined) matrix.values[at + offset] = 1;
      }
    }
  });
  return matrix;
}

function fitNumber(
  { values, scale = 'linear' }: RawColumn & { kind: 'number' },
  rows: RowNumbers,
): ColumnEncoding | undefined {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const row of rows) {
    const value = scaled(values[row], scale);
    if (Number.isNaN(value)) continue;
    count++;
    const difference = value - mean;
    mean += difference / count;
    squares += difference * (value - mean);
  }
  const deviation = Math.sqrt(squares / count);
  const missingIndicator = count < rows.length && count > 0;
  const varies = deviation > 1e-12 * Math.max(1, Math.abs(mean));
  if (!varies && !missingIndicator) return undefined;
  return { kind: 'number', scale, mean, deviation: varies ? deviation : 1, missingIndicator };
}

function scaled(value: number, scale: 'linear' | 'log'): number {
  if (!Number.isFinite(value)) return NaN;
  return scale === 'log' ? Math.sign(value) * Math.log1p(Math.abs(value)) : value;
}

function fitText(values: readonly (string | null)[], rows: RowNumbers): ColumnEncoding | undefined {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const level = values[row] ?? MISSING;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  if (counts.size < 2) return undefined;
  const byFrequency = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const kept = byFrequency.filter(([, count]) => count >= ROWS_PER_LEVEL).slice(0, LEVELS);
  const others = counts.size - kept.length;
  const buckets = others === 0 ? 0 : others <= BUCKETS ? 1 : BUCKETS;
  if (kept.length + buckets < 2) return undefined;
  return { kind: 'text', levels: new Map(kept.map(([level], i) => [level, i])), buckets };
}

function widthOf(fitted: ColumnEncoding): number {
  return fitted.kind === 'number' ? 1 + Number(fitted.missingIndicator) : fitted.levels.size + fitted.buckets;
}

function levelColumn({ levels, buckets }: ColumnEncoding & { kind: 'text' }, level: string): number | undefined {
  const known = levels.get(level);
  if (known !== undefined) return known;
  return buckets > 0 ? levels.size + (fnv1a(level) % buckets) : undefined;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
