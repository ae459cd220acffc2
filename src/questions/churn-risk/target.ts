import type { Json } from '../../core/json.ts';

/** What the two sides of a yes/no column are called when they are those who left; lower case, without accents. */
const LEFT = new Set(
  (
    'yes y true t 1 1.0 si s sim verdadero verdadeiro cierto positive positivo pos churn churned churner left lost ' +
    'leaver exited exit cancelled canceled closed inactive attrited gone baja fuga perdido abandono abandonado ' +
    'cancelado inactivo inativo saiu'
  ).split(' '),
);

/** Codes too short to be known on their own, with what has to stand beside them: 1 is known beside 0, not beside 2. */
const STAYED_BESIDE = new Map([
  ['1', ['0', '-1']],
  ['1.0', ['0.0', '-1.0']],
  ['y', ['n', 'no']],
  ['s', ['n', 'no', 'nao']],
  ['t', ['f', 'false']],
]);

export interface Target {
  /** 1 = positive, 0 = negative, −1 = not known; one per row. */
  labels: Int8Array;
  /** As written in the file. */
  positive: string;
  /** How it was found: given by the analyst, a known word, or the rarer of two values. */
  found: 'given' | 'known' | 'rarer';
}

export type TargetProblem =
  | { problem: 'one-class'; values: Record<string, Json> }
  | { problem: 'many-values'; values: Record<string, Json> }
  | { problem: 'positive-unknown'; values: Record<string, Json> };

/**
 * Reads a column to predict. `positive` may be written as in the file or typed: `1` finds '1.0', `true` finds 'TRUE'. All
 * other values are negative; without it the column must have two values.
 */
export function readTarget(
  column: string,
  written: readonly (string | null)[],
  positive?: string | number | boolean,
): Target | TargetProblem {
  const counts = new Map<string, number>();
  for (const value of written) {
    if (value !== null && value.trim() !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts.keys()];
  const shown = values.slice(0, 8).map((value) => `“${value}”`);
  if (positive === undefined && values.length > 2) {
    return { problem: 'many-values', values: { column, found: values.length, examples: shown } };
  }
  if (values.length < 2) return { problem: 'one-class', values: { column, value: values[0] ?? null } };
  const known = values.filter((value, i) => isKnown(plain(value), plain(values[1 - i] ?? '')));
  const rarer = [...counts].sort((a, b) => a[1] - b[1])[0][0];
  const found = positive !== undefined ? 'given' : known.length === 1 ? 'known' : 'rarer';
  const isPositive =
    positive === undefined
      ? (value: string) => value === (known.length === 1 ? known[0] : rarer)
      : (value: string) => same(value, positive);
  const chosen = values.find(isPositive);
  if (chosen === undefined) {
    return { problem: 'positive-unknown', values: { column, positive: String(positive), examples: shown } };
  }
  if (values.every(isPositive)) return { problem: 'one-class', values: { column, value: chosen } };
  const labels = Int8Array.from(written, (value) =>
    value === null || value.trim() === '' ? -1 : Number(isPositive(value)),
  );
  return { labels, positive: chosen, found };
}

function isKnown(value: string, other: string): boolean {
  return LEFT.has(value) && (STAYED_BESIDE.get(value)?.includes(other) ?? true);
}

function same(written: string, given: string | number | boolean): boolean {
  if (typeof given === 'boolean') return plain(written) === String(given);
  const number = Number(given);
  if (String(given).trim() !== '' && !Number.isNaN(number) && written.trim() !== '') return Number(written) === number;
  return plain(written) === plain(String(given));
}

function plain(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
