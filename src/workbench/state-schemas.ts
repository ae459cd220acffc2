import * as v from 'valibot';
import { AppError } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import type { TableInfo } from '../core/table-info.ts';
import { zoneOffsets } from '../core/time-zone.ts';
import { businessTableNames } from '../semantics/business-tables.ts';
import { peopleTiers } from '../semantics/people/people.ts';
import { validateMapping } from '../semantics/validate-mapping.ts';

/*
 * What a workspace keeps under keys, by what it has to look like when it comes back from a file. A key that is not here
 * stays in the database that it was written to.
 */

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const named = <T extends v.GenericSchema>(item: T) => v.record(text(10_000), item);
const currency = v.pipe(v.string(), v.regex(/^(?:none|[A-Z]{3})$/));

const settings = v.partial(
  v.object({
    timeZone: v.pipe(text(100), v.check(isZone, 'no time zone')),
    currency,
    firstDayOfWeek: v.picklist([1, 2, 3, 4, 5, 6, 7]),
    northStar: v.array(v.object({ metric: text(200), target: v.nullable(finite) })),
  }),
);

function isZone(name: string): boolean {
  try {
    return zoneOffsets(name).length > 0;
  } catch {
    return false;
  }
}

const source = v.union([
  v.string(),
  v.strictObject({ expression: v.string() }),
  v.strictObject({ value: v.union([v.string(), finite]) }),
  v.strictObject({ row: v.literal(true) }),
]);

const message = v.object({
  key: text(200),
  values: v.record(
    v.string(),
    v.custom<Json>(() => true),
  ),
});

const storedMapping = v.object({
  mapping: named(v.object({ table: text(200), columns: named(source) })),
  proposals: v.array(v.object({ table: text(200), column: text(10_000), confidence: finite, reason: message })),
  edited: v.boolean(),
});

const parameters = named(v.custom<Json>(() => true));

const sample = v.nullable(
  v.object({
    sample: v.object({
      id: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,60}$/)),
      seed: count,
      truth: v.array(
        v.object({
          ...{ group: text(200), item: text(200), value: finite, unit: text(40) },
          of: v.exactOptional(v.object({ question: text(100), estimate: text(200), parameters })),
        }),
      ),
      revealed: v.boolean(),
    }),
    before: v.object({ mapping: storedMapping, currency, tables: v.array(text(200)) }),
  }),
);

const day = text(40);
const baselines = named(
  v.array(
    v.object({
      ...{ from: day, to: day, frozenAt: day, period: text(40), values: named(finite) },
      inputs: v.array(v.object({ table: text(200), hash: text(200) })),
      hash: text(200),
    }),
  ),
);

/** Answers in it are looked at when the report is read: `reports/validate.ts`. */
const report = v.custom<Json>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/** Symbols only: which rows they concern is worked out again (`semantics/quality/remedy-condition.ts`). */
const remedies = v.array(
  v.object({
    kind: v.picklist(['leave-out', 'leave-out-people', 'empty', 'divide']),
    table: v.picklist(businessTableNames),
    parameters: named(v.union([finite, text(100), v.boolean()])),
    ...{ finding: text(1_000), raw: text(200), rows: count },
    lessened: v.optional(v.array(v.picklist(businessTableNames))),
  }),
);

const peopleSource = v.object({
  table: text(200),
  columns: v.partial(
    v.object({
      ...{ id: text(10_000), email: text(10_000), phone: text(10_000), name: text(10_000) },
      ...{ given: text(10_000), family: text(10_000), birth: text(10_000) },
    }),
  ),
});
const side = v.picklist(['left', 'right']);

/** Names and symbols only; the pairs themselves are found again. */
const people = v.object({
  setup: v.exactOptional(
    v.object({
      ...{ left: peopleSource, right: v.exactOptional(peopleSource), gmail: v.boolean() },
      country: v.pipe(v.string(), v.regex(/^\d{0,4}$/)),
    }),
  ),
  pairs: v.pipe(v.array(v.object({ left: text(10_000), right: text(10_000), same: v.boolean() })), v.maxLength(20_000)),
  tiers: v.array(v.picklist(peopleTiers)),
  applied: v.exactOptional(
    v.object({
      ...{ matches: text(200), left: peopleSource, right: v.exactOptional(peopleSource) },
      ids: v.record(
        v.picklist(businessTableNames),
        v.object({ raw: text(200), side, source: v.exactOptional(source) }),
      ),
    }),
  ),
  records: v.exactOptional(v.array(text(1_000))),
  isAhead: v.exactOptional(v.boolean()),
});

const fileOptions = v.partial(
  v.object({
    ...{ encoding: text(100), delimiter: text(100), headerRow: v.union([count, v.literal('none')]) },
    ...{ columns: named(text(200)), sheets: v.array(text(10_000)), missing: v.array(text(10_000)) },
    ...{ nested: v.picklist(['columns', 'text']), records: text(10_000) },
    ...{ decimal: v.picklist([',', '.']), dateOrder: v.picklist(['dmy', 'mdy', 'ymd']) },
  }),
);
const decisions = v.array(v.tuple([text(1_000_000), fileOptions]));

const schemas: Record<string, v.GenericSchema> = {
  ...{ settings, sample, baselines, report, remedies, people },
  ...{ mapping: storedMapping, 'reading-decisions': decisions },
};

export function isKept(key: string): boolean {
  return Object.hasOwn(schemas, key);
}

/**
 * The values of a file that may go into a workspace with these tables.
 * @throws AppError `workspace-file-broken`
 */
export function readStateOfFile(state: Record<string, Json>, tables: readonly TableInfo[]): Record<string, Json> {
  try {
    const read = Object.entries(state).flatMap(([key, value]) =>
      isKept(key) ? [[key, v.parse(schemas[key]!, value) as Json] as const] : [],
    );
    const result = Object.fromEntries(read);
    const mapping = result['mapping'] as v.InferOutput<typeof storedMapping> | undefined;
    if (mapping) validateMapping(mapping.mapping, tables);
    return result;
  } catch (error) {
    throw new AppError('workspace-file-broken', {}, { cause: error });
  }
}
