import * as v from 'valibot';
import { AppError } from './errors.ts';
import type { Json } from './json.ts';
import { addDays } from './time.ts';

/**
 * One parameter of a question: its schema checks what a script or a form passes, the rest describes it. `type` is what
 * `window.redito.questions()` prints; its title and help are the dictionary's `parameter.<name>` and
 * `parameter.<name>.help`, unless the question has its own `parameter.<question>.<name>`.
 */
export interface Parameter {
  name: string;
  type: 'number' | 'integer' | 'text' | 'date' | 'choice' | 'list' | 'object' | 'boolean';
  /** Left out: the parameter may be absent, and the question works it out from the data. */
  default?: Json;
  choices?: readonly Json[];
  minimum?: number;
  maximum?: number;
  /** The form offers the raw tables, or the columns of the table that the parameter `table` names. */
  offers?: 'tables' | 'columns';
  /** Rarely changed: the form keeps it folded away. */
  advanced?: true;
  schema: v.GenericSchema<unknown, Json | undefined>;
}

type Named<T> = { name: string; default?: T } & Pick<Parameter, 'offers' | 'advanced'>;

export function numberParameter(
  spec: Named<number> & { minimum?: number; maximum?: number; integer?: boolean },
): Parameter {
  const { minimum = -Infinity, maximum = Infinity, integer = false } = spec;
  const schema = v.pipe(v.number(), v.finite(), v.minValue(minimum), v.maxValue(maximum));
  return {
    ...spec,
    type: integer ? 'integer' : 'number',
    schema: integer ? v.pipe(schema, v.integer()) : schema,
  };
}

export function choiceParameter<const T extends Json>(spec: Named<T> & { choices: readonly T[] }): Parameter {
  return { ...spec, type: 'choice', schema: v.picklist(spec.choices as readonly string[]) };
}

export function textParameter(spec: Named<string>): Parameter {
  return { ...spec, type: 'text', schema: v.string() };
}

/** An ISO date, `2011-09-10`, that the calendar has. */
export function dateParameter(spec: Named<string>): Parameter {
  return { ...spec, type: 'date', schema: v.pipe(v.string(), v.isoDate(), v.check(isCalendarDate)) };
}

export function isCalendarDate(iso: string): boolean {
  try {
    return addDays(iso, 0) === iso;
  } catch {
    return false;
  }
}

export function listParameter(spec: Named<string[]>): Parameter {
  return { ...spec, type: 'list', schema: v.array(v.string()) };
}

export function objectParameter(spec: Named<Json> & { schema: v.GenericSchema<unknown, Json> }): Parameter {
  return { ...spec, type: 'object' };
}

/** A positive number per variant. Not a record of valibot's, which drops variants called `__proto__` or `constructor`. */
export const plannedShares: v.GenericSchema<unknown, Json> = v.custom<Record<string, number>>(
  (given) =>
    isPlainObject(given) &&
    Object.values(given).every((share) => typeof share === 'number' && share > 0 && share <= LARGEST_SHARE),
);

/** Shares are relative; their sum must still be a number. */
const LARGEST_SHARE = 1e15;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What every question takes. */
export const commonParameters: readonly Parameter[] = [
  numberParameter({ name: 'level', default: 0.9, minimum: 0.5, maximum: 0.999, advanced: true }),
  numberParameter({ name: 'seed', default: 1, minimum: 0, maximum: 4_294_967_295, integer: true, advanced: true }),
];

/** What questions that read dated tables take too: `to` is exclusive, `where` a condition on customers' attributes. */
export const datedParameters: readonly Parameter[] = [
  dateParameter({ name: 'from' }),
  dateParameter({ name: 'to' }),
  textParameter({ name: 'where' }),
];

/**
 * Checks what was passed and fills in the defaults.
 * @throws AppError `parameter-unknown` or `parameter-invalid`, naming the parameter and what it takes.
 */
export function readParameters(parameters: readonly Parameter[], given: unknown): Record<string, Json> {
  if (!isPlainObject(given)) {
    throw new AppError('parameter-invalid', { parameter: 'parameters', value: printed(given), expected: '{ … }' });
  }
  const known = new Set(parameters.map((parameter) => parameter.name));
  for (const name of Object.keys(given)) {
    if (!known.has(name)) throw new AppError('parameter-unknown', { parameter: name, known: [...known].join(', ') });
  }
  const read: Record<string, Json> = {};
  for (const parameter of parameters) {
    const value = given[parameter.name] ?? parameter.default;
    if (value === undefined || value === null) continue;
    const result = v.safeParse(parameter.schema, value);
    if (!result.success || result.output === undefined) {
      throw new AppError('parameter-invalid', {
        parameter: parameter.name,
        value: printed(value),
        expected: expectation(parameter),
      });
    }
    read[parameter.name] = result.output;
  }
  return read;
}

/** For a sentence; JSON where it can be. */
function printed(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    // A cycle or a big integer.
    return String(value);
  }
}

function expectation({ type, choices, minimum, maximum }: Parameter): string {
  if (choices) return choices.map(String).join(' | ');
  const bounds = [minimum !== undefined ? `≥ ${minimum}` : '', maximum !== undefined ? `≤ ${maximum}` : ''];
  return [type, ...bounds.filter(Boolean)].join(' ');
}
