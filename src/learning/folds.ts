import type { Random } from '../statistics/random.ts';

/**
 * Splits rows into validation folds so that all rows of one customer are in the same fold, and customers with a positive
 * row are spread as evenly as those without. `hastieTibshiraniFriedman2009`, 7.10.
 *
 * @param customers a number per row that tells customers apart
 * @param labels 1 = positive, 0 = negative
 * @param folds how many, in [2, 255]
 * @returns the fold of each row, from 0
 * @throws RangeError when folds is out of its domain
 */
export function assignFolds(
  customers: ArrayLike<number>,
  labels: ArrayLike<number>,
  folds: number,
  random: Random,
): Uint8Array<ArrayBuffer> {
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= 255)) throw new RangeError(`not a number of folds: ${folds}`);
  const positive = new Map<number, boolean>();
  for (let i = 0; i < customers.length; i++) {
    positive.set(customers[i], (positive.get(customers[i]) ?? false) || labels[i] === 1);
  }
  const foldOf = new Map<number, number>();
  let next = 0;
  for (const group of [true, false]) {
    const members = [...positive].filter(([, any]) => any === group).map(([customer]) => customer);
    for (const customer of random.shuffle(members)) foldOf.set(customer, next++ % folds);
  }
  return Uint8Array.from(customers, (customer) => foldOf.get(customer) ?? 0);
}
