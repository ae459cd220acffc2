/** The last places of a sum of doubles are noise: 15 significant digits are what a double holds of any decimal. */
const DIGITS = 15;

/** A number as a file holds it: money to the cent, others without what adding up left in the last places. */
export function plainNumber(value: number, isMoney: boolean): number {
  if (Number.isInteger(value)) return value;
  const plain = isMoney ? value.toFixed(2) : value.toPrecision(DIGITS);
  // No −0.
  return Number(plain) + 0;
}
