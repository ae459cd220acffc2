import type { Json } from '../core/json.ts';

/*
 * How a value of DuckDB becomes JSON-safe data, as `window.redito` promises: integers are numbers while safe, otherwise
 * strings; decimals numbers while exact, otherwise strings; DATE `YYYY-MM-DD`; TIMESTAMP ISO without Z; NaN and infinity null.
 * The adapters unpack their driver's representation and call these.
 */

const MICROS_PER_DAY = 86_400_000_000n;

export function integerToJson(value: bigint | number): Json {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

export function doubleToJson(value: number): Json {
  return Number.isFinite(value) ? value : null;
}

/** `unscaled` / 10^`scale`: a number when it prints back to the same digits, otherwise the digits as text. */
export function decimalToJson(unscaled: bigint, scale: number): Json {
  const text = decimalText(unscaled, scale);
  const number = Number(text);
  const shortest = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return plainText(number) === (shortest === '-0' ? '0' : shortest) ? number : text;
}

export function decimalText(unscaled: bigint, scale: number): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** Small decimals would print as `1e-7`. */
function plainText(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  return match ? `${match[1]}0.${'0'.repeat(Number(match[4]) - 1)}${match[2]}${match[3] ?? ''}` : text;
}

/** Days since 1970-01-01; DuckDB's infinities and what lies beyond JavaScript's calendar become null. */
export function dateToJson(days: number): Json {
  const ms = days * 86_400_000;
  return Number.isNaN(new Date(ms).getTime()) ? null : new Date(ms).toISOString().split('T')[0];
}

/** Microseconds since 1970-01-01T00:00:00. A fraction of a second is written only when there is one. */
export function timestampToJson(micros: bigint): Json {
  const day = floorDivide(micros, MICROS_PER_DAY);
  const date = dateToJson(Number(day));
  return date === null ? null : `${date as string}T${timeToJson(micros - day * MICROS_PER_DAY)}`;
}

/** Microseconds since midnight, `12:34:56` or `12:34:56.789`. */
export function timeToJson(micros: bigint): string {
  const seconds = micros / 1_000_000n;
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => String(part).padStart(2, '0'));
  const fraction = String(micros % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return parts.join(':') + (fraction ? `.${fraction}` : '');
}

/** Bytes as hexadecimal text, as DuckDB's own `hex()` writes them. */
export function bytesToJson(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
