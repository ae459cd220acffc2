import * as v from 'valibot';
import type { Json } from '../core/json.ts';
import { isTableName } from '../core/table-name.ts';
import { WORKSPACE_FILE } from '../core/workspace-file.ts';

/* The form of the two JSON entries of a workspace file: what is in it came from anywhere. */

const DEEPEST = 60;
const MOST_TABLES = 10_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A column may be called anything but nothing. */
const columnName = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000_000));

/** Flat enough to be walked through: JSON itself has no limit. */
const json = v.custom<Json>((value) => isFlat(value, DEEPEST), 'too deep');

function isFlat(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((item) => isFlat(item, depth - 1));
}

const message = v.object({ key: text(200), values: v.custom<Record<string, Json>>(isObject, 'no values') });

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isFlat(value, DEEPEST);
}

const column = v.object({ name: columnName, type: text(1_000_000) });
const columns = v.pipe(v.array(column), v.minLength(1), v.maxLength(100_000));

const info = v.object({
  name: v.pipe(v.string(), v.check(isTableName)),
  rows: count,
  columns,
  source: v.object({
    file: text(10_000),
    sheet: v.exactOptional(text(10_000)),
    format: text(200),
    encoding: v.exactOptional(text(200)),
    delimiter: v.exactOptional(text(200)),
  }),
  notices: v.pipe(v.array(message), v.maxLength(10_000)),
  rejectedRows: count,
  sample: v.exactOptional(text(200)),
});

export const contentsSchema = v.object({
  name: text(1_000),
  tables: v.pipe(
    v.array(v.object({ info, columns, entry: v.pipe(v.string(), v.regex(/^tables\/\d{1,6}\.parquet$/)) })),
    v.maxLength(MOST_TABLES),
  ),
  rejects: v.array(
    v.object({
      table: text(200),
      line: count,
      column: v.nullable(v.string()),
      reason: text(200),
      text: v.string(),
    }),
  ),
  state: v.record(text(200), json),
});

/** What every version of the format has: it says whether the rest can be read. */
export const versionSchema = v.object({
  format: v.literal(WORKSPACE_FILE.format),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

export const manifestSchema = v.object({
  ...versionSchema.entries,
  app: text(200),
  savedAt: text(100),
  entries: v.array(
    v.object({
      name: text(200),
      bytes: count,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});
