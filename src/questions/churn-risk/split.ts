import type { Json } from '../../core/json.ts';
import { randomSource } from '../../statistics/random.ts';
import type { Division } from './dataset.ts';

export type Split =
  { column: string } | { everyNth: number } | { testShare: number; seed?: number } | { foldColumn: string };

export interface SplitRows {
  /** Rows whose label is known. */
  labelled: Uint32Array;
  /** Position of each row in the file, from 0. */
  positions: Float64Array;
  labels: Int8Array;
  customers: Int32Array;
  /** Text of the split's column per row, if it names one. */
  column?: readonly (string | null)[];
}

export type SplitProblem = { problem: 'split-values' | 'fold-values'; values: Record<string, Json> };

const TEST =
  /^(test|testing|holdout|hold-out|out|validation|valid|val|eval|evaluation|prueba|teste|1|1\.0|true|yes|si|sí)$/i;
const TRAINING = /^(train|training|learn|in|entrenamiento|treino|0|0\.0|false|no)$/i;
const MOST_FOLDS = 20;

/** Divides the labelled rows into what is learned from and what is tested on, as the analyst said. */
export function divide(split: Split, rows: SplitRows, seed: number): Division[] | SplitProblem {
  if ('everyNth' in split) return [partition(rows, (row) => rows.positions[row] % split.everyNth === 0)];
  if ('testShare' in split) {
    const test = drawCustomers(rows, split.testShare, split.seed ?? seed);
    return [partition(rows, (row) => test.has(rows.customers[row]))];
  }
  const values = rows.column ?? [];
  const found = [...new Set(Array.from(rows.labelled, (row) => values[row]?.trim() ?? ''))].sort();
  if ('column' in split) {
    const isTest = (row: number) => TEST.test(values[row]?.trim() ?? '');
    const understood = found.some((value) => TEST.test(value)) && found.some((value) => TRAINING.test(value));
    if (!understood) return { problem: 'split-values', values: { column: split.column, examples: found.slice(0, 8) } };
    const known = rows.labelled.filter((row) => isTest(row) || TRAINING.test(values[row]?.trim() ?? ''));
    return [partition({ ...rows, labelled: known }, isTest)];
  }
  if (found.length < 2 || found.length > MOST_FOLDS) {
    return { problem: 'fold-values', values: { column: split.foldColumn, found: found.length, most: MOST_FOLDS } };
  }
  return found.map((fold) => partition(rows, (row) => (values[row]?.trim() ?? '') === fold));
}

function partition({ labelled }: SplitRows, isTest: (row: number) => boolean): Division {
  return { training: labelled.filter((row) => !isTest(row)), test: labelled.filter(isTest) };
}

/** A share of the customers, of those with a positive row and of the others alike. */
function drawCustomers({ labelled, labels, customers }: SplitRows, share: number, seed: number): Set<number> {
  const positive = new Map<number, boolean>();
  for (const row of labelled) {
    positive.set(customers[row], (positive.get(customers[row]) ?? false) || labels[row] === 1);
  }
  const random = randomSource(seed, 2);
  const drawn = [true, false].flatMap((group) => {
    const members = [...positive].filter(([, any]) => any === group).map(([customer]) => customer);
    return random.shuffle(members).slice(0, Math.round(share * members.length));
  });
  return new Set(drawn);
}
