import type { Json } from '../core/json.ts';

/** A count that tells of too few customers. None tells of nobody. */
export function isSmall(value: Json | undefined, smallest: number): boolean {
  return typeof value === 'number' && value > 0 && value < smallest;
}

/** `customers`, `repeatCustomers`. */
const ENDS_IN_CUSTOMERS = /customers$/i;

/** Other names under which sentences count customers, or what there is one of for each of them. */
export const COUNTING: ReadonlySet<string> = new Set([
  ...['n', 'units', 'treated', 'control', 'assigned', 'observed', 'left', 'several', 'missing', 'used'],
  ...['atRisk', 'spenders', 'withoutAmount', 'answers'],
  ...['training', 'test', 'positives', 'negatives', 'unlabelled', 'unused'],
]);

/** Whether something in it, however deep, counts too few customers by its name. */
export function countsTooFew(value: Json | undefined, smallest: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => countsTooFew(item, smallest));
  return Object.entries(value).some(
    ([name, item]) =>
      (isCountName(name) && Number.isInteger(item) && isSmall(item, smallest)) || countsTooFew(item, smallest),
  );
}

function isCountName(name: string): boolean {
  return ENDS_IN_CUSTOMERS.test(name) || COUNTING.has(name);
}

/** Whether there is a number in it, however deep. */
export function hasNumbers(value: Json | undefined): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNumbers);
}
