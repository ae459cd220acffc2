import * as v from 'valibot';
import type { Answer } from '../core/answer.ts';
import { AppError } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import type { Message } from '../core/message.ts';
import { references, type CitationKey } from '../core/references.ts';
import type { Unit } from '../core/units.ts';
import { LEAST_SALT } from '../core/hash-ids.ts';
import { hasText, languages, translate } from '../i18n/translate.ts';
import type { StoredItem, StoredReport } from './stored-report.ts';

/** An answer from a script or a file is hostile until it has passed these. */
const DEEPEST = 12;
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const finite = v.pipe(v.number(), v.finite());
const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));
const name = text(200);

const json = v.custom<Json>((value) => isJson(value, DEEPEST), 'not JSON');

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return true;
  if (depth === 0 || typeof value !== 'object') return false;
  return Object.values(value).every((item) => isJson(item, depth - 1));
}

const message = v.custom<Message>((value) => isMessage(value, DEEPEST) && canBeSaid(value), 'not a sentence');

/** A value may be missing, or look like a date and be none: whoever says it finds out. */
function canBeSaid(sentence: Message): boolean {
  try {
    for (const language of languages) translate(sentence, { language, currency: 'EUR' });
    return true;
  } catch {
    return false;
  }
}

function isMessage(value: unknown, depth: number): value is Message {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('values' in value)) return false;
  const { key, values } = value;
  // A key that no dictionary has could not be said.
  if (typeof key !== 'string' || !hasText(key)) return false;
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return false;
  return Object.values(values).every((item) => isSayable(item, depth - 1));
}

/** Inside a sentence an object with a key is a sentence too. */
function isSayable(value: unknown, depth: number): boolean {
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isSayable(item, depth - 1));
  const isObject = typeof value === 'object' && value !== null;
  return isObject && 'key' in value ? isMessage(value, depth) : isJson(value, depth);
}

/** A record, so that a unit that is missing here does not compile. */
const units: Record<Unit, true> = {
  ...{ customers: true, purchases: true, orders: true, rows: true, share: true, money: true },
  ...{ days: true, weeks: true, months: true, seconds: true, points: true, number: true },
};
const UNITS = Object.keys(units) as Unit[];

const estimate = v.object({
  // Made of columns and variants, which may be called anything.
  name: text(100_000),
  label: v.optional(message),
  value: finite,
  unit: v.picklist(UNITS),
  basis: v.picklist(['counted', 'estimated']),
  interval: v.optional(
    v.pipe(
      v.object({
        low: finite,
        high: finite,
        level: v.pipe(finite, v.minValue(0), v.maxValue(1)),
        kind: v.picklist(['confidence', 'credible', 'prediction']),
      }),
      v.check(({ low, high }) => low <= high, 'ends before it begins'),
    ),
  ),
  headline: v.optional(v.boolean()),
});

const check = v.object({
  id: name,
  status: v.picklist(['passed', 'warned', 'failed']),
  value: v.optional(v.number()),
  limit: v.optional(v.number()),
  message,
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const row = v.record(name, json);
const tableRef = v.object({
  rows: count,
  columns: list(v.object({ name, type: name }), 500),
  stored: text(500),
});

const evidence = v.object({
  steps: list(message, 200),
  queries: list(v.object({ sql: text(2_000_000), elapsedMs: v.number() }), 2_000),
  methods: list(
    v.object({ name: message, citations: list(v.custom<CitationKey>(isCitation, 'unknown source'), 50) }),
    100,
  ),
  assumptions: list(message, 200),
  inputs: list(v.object({ table: name, file: text(1_000), rows: count, hash: text(200) }), 1_000),
  seed: v.number(),
  versions: v.record(name, text(200)),
  elapsedMs: v.number(),
});

function isCitation(key: unknown): boolean {
  return typeof key === 'string' && Object.hasOwn(references, key);
}

const answerSchema = v.object({
  status: v.literal('answered'),
  question: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,60}$/)),
  parameters: v.record(name, json),
  verdict: message,
  eligibility: message,
  estimates: list(estimate, 50_000),
  tables: v.record(name, v.union([list(row, 50_000), tableRef])),
  checks: list(check, 200),
  evidence,
});

const reportSchema = v.object({
  title: text(300),
  language: v.picklist(['en', 'es']),
  smallest: v.pipe(count, v.minValue(1), v.maxValue(1_000)),
  ids: v.picklist(['drop', 'hash']),
  salt: text(200),
  items: v.array(v.unknown()),
  unread: v.optional(v.array(v.unknown()), []),
});

const itemSchema = v.object({
  id: name,
  addedAt: v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.check((time) => !Number.isNaN(Date.parse(time)), 'no time'),
  ),
  currency: v.pipe(v.string(), v.regex(/^(?:none|[A-Z]{3})$/)),
  title: text(300),
  note: text(20_000),
  answer: answerSchema,
});

/**
 * Plain data that has the form of an answer, without anything else it may have carried.
 * @throws AppError `refusal-in-report`, `answer-invalid` naming where it is wrong.
 */
export function readAnswer(given: unknown): Answer {
  if (typeof given === 'object' && given !== null && 'status' in given && given.status === 'refused') {
    throw new AppError('refusal-in-report');
  }
  return read(answerSchema, given, 'answer-invalid') as Answer;
}

/**
 * Answers are read one by one: those that cannot be, or whose question is not known, stay as they are in `unread`. A salt
 * that is too short counts as none.
 * @throws AppError `report-unreadable` naming where it is wrong, when the rest of it cannot be read.
 */
export function readStoredReport(
  given: unknown,
  isKnown: (question: string) => boolean,
): StoredReport & { unread: unknown[] } {
  const { items: kept, unread: before, salt, ...rest } = read(reportSchema, given, 'report-unreadable');
  const items: StoredItem[] = [];
  const unread: unknown[] = [];
  for (const item of [...kept, ...before]) {
    const result = v.safeParse(itemSchema, item, { abortEarly: true });
    if (result.success && isKnown(result.output.answer.question)) items.push(result.output as StoredItem);
    else unread.push(item);
  }
  return { ...rest, salt: salt.length < LEAST_SALT ? '' : salt, items, unread };
}

function read<T>(schema: v.GenericSchema<unknown, T>, given: unknown, code: 'answer-invalid' | 'report-unreadable'): T {
  const result = v.safeParse(schema, given, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? '–';
  throw code === 'answer-invalid'
    ? new AppError('answer-invalid', { where })
    : new AppError('report-unreadable', { where });
}
