import type { Json } from '../core/json.ts';

/** What a baseline is made of; sealing adds the hash. */
export interface BaselineParts {
  /** First day, ISO. */
  from: string;
  /** First day that is not in it any more, ISO. */
  to: string;
  /** ISO timestamp, given from outside. */
  frozenAt: string;
  /** The period that retention was counted by. */
  period: string;
  /** Estimates by name, as they were on that day. */
  values: Record<string, number>;
  /** Raw tables read, with the hashes of their content. */
  inputs: { table: string; hash: string }[];
}

/** A range whose values were written down once, with a seal that shows any later change to them. */
export interface FrozenBaseline extends BaselineParts {
  /** SHA-256 of everything else, hexadecimal. */
  hash: string;
}

/** Writes a baseline down with its seal. */
export async function sealBaseline(parts: BaselineParts): Promise<FrozenBaseline> {
  const { from, to, frozenAt, period, values, inputs } = parts;
  const kept = { from, to, frozenAt, period, values: { ...values }, inputs: inputs.map((input) => ({ ...input })) };
  return { ...kept, hash: await sealOf(kept) };
}

/** Whether the seal still fits what it was put on. */
export async function isIntact({ hash, ...parts }: FrozenBaseline): Promise<boolean> {
  return hash === (await sealOf(parts));
}

async function sealOf(parts: BaselineParts): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(parts as unknown as Json));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON without blanks and with the keys of every object in the order of their UTF-16 codes: one text for one content. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${entries.join(',')}}`;
}
