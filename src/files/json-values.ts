const DEEPEST = 6;

/** A number as the file writes it, where a double would change it. */
class ExactNumber {
  constructor(readonly source: string) {}
}

type JsonParse = (
  text: string,
  reviver: (key: string, value: unknown, context?: { source?: string }) => unknown,
) => unknown;

/** JSON whose integers beyond 2^53 keep all their digits (where the browser tells their source). */
export function parseJson(text: string): unknown {
  return (JSON.parse as JsonParse)(text, (_key, value, context) =>
    typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER && context?.source
      ? new ExactNumber(context.source)
      : value,
  );
}

/**
 * A record as a flat list of names and texts: objects in it become `outer.inner`, lists stay JSON text.
 * @returns nothing for what is no record.
 */
export function flattenRecord(record: unknown): [name: string, value: string][] | undefined {
  if (Array.isArray(record)) return record.map((value, i) => [`column${i}`, toText(value)]);
  if (typeof record !== 'object' || record === null || record instanceof ExactNumber) return undefined;
  const fields: [string, string][] = [];
  flattenInto(fields, '', record, 0);
  return fields;
}

function flattenInto(fields: [string, string][], prefix: string, record: object, depth: number): void {
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    const name = prefix + key;
    const isNested =
      typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
    if (isNested && depth < DEEPEST && Object.keys(value).length > 0) flattenInto(fields, `${name}.`, value, depth + 1);
    else fields.push([name, toText(value)]);
  }
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof ExactNumber) return value.source;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value, (_key, inner: unknown) => (inner instanceof ExactNumber ? inner.source : inner));
}
