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

const TEST = /^(test|testing|holdout|hold-out|out|prueba|teste|1|1\.0|true|yes|si|sí)$/i;
/** Validation rows train: the test is only what was marked as one. */
const TRAINING =
  /^(train|training|learn|in|validation|valid|val|eval|evaluation|entrenamiento|validación|validacion|treino|validação|validacao|0|0\.0|false|no)$/i;
const MOST_FOLDS = 20;

/**
 * Divides the labelled rows into what is learned from and what is tested on, as the analyst said. Rows that a column puts
 * into no part are in neither.
 */
export function divide(split: Split, rows: SplitRows, seed: number): Division[] | SplitProblem {
  if ('everyNth' in split) return [partition(rows, (row) => rows.positions[row] % split.everyNth === 0)];
  if ('testShare' in split) {
    const test = drawCustomers(rows, split.testShare, split.seed ?? seed);
    return [partition(rows, (row) => test.has(rows.customers[row]))];
  }
  const partOf = (row: number) => rows.column?.[row]?.trim() ?? '';
  const marked = rows.labelled.filter((row) => partOf(row) !== '');
  const found = [...new Set(Array.from(marked, partOf))].sort();
  if ('column' in split) {
    const isTest = (row: number) => TEST.test(partOf(row));
    const understood = found.some((value) => TEST.test(value)) && found.some((value) => TRAINING.test(value));
    const examples = found.length > 0 ? found.slice(0, 8) : ['–'];
    if (!understood) return { problem: 'split-values', values: { column: split.column, examples } };
    const known = marked.filter((row) => isTest(row) || TRAINING.test(partOf(row)));
    return [partition({ labelled: known }, isTest)];
  }
  if (found.length < 2 || found.length > MOST_FOLDS) {
    return { problem: 'fold-values', values: { column: split.foldColumn, found: found.length, most: MOST_FOLDS } };
  }
  return found.map((fold) => partition({ labelled: marked }, (row) => partOf(row) === fold));
}

function partition({ labelled }: Pick<SplitRows, 'labelled'>, isTest: (row: number) => boolean): Division {
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
