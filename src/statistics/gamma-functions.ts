/** Below this the recurrences shift the argument up; above it the asymptotic series reach double precision. */
const SHIFT = 12;

/**
 * Natural logarithm of the gamma function, ln Γ(x). Stirling's series after the recurrence Γ(x + 1) = x Γ(x).
 *
 * @param x above 0
 * @returns a real number; Infinity for x = Infinity
 * @throws RangeError when x is not above 0
 * Accuracy: absolute error below 2e-14 · max(1, |ln Γ(x)|), `tests/fixtures/statistics/gamma-functions.py` (mpmath).
 * @example logGamma(5) // ln 24 = 3.1780538303479458
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ln Γ needs an argument above 0: ${x}`);
  if (x === Infinity) return Infinity;
  let product = 1;
  let shifted = x;
  for (; shifted < SHIFT; shifted++) product *= shifted;
  const y = 1 / (shifted * shifted);
  const series =
    (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/**
 * Digamma, ψ(x) = d ln Γ(x) / dx.
 *
 * @param x above 0
 * @throws RangeError when x is not above 0
 * Accuracy: as `logGamma`.
 * @example digamma(1) // −0.5772156649015329, minus Euler's constant
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ψ needs an argument above 0: ${x}`);
  let sum = 0;
  let shifted = x;
  for (; shifted < SHIFT; shifted++) sum += 1 / shifted;
  const y = 1 / (shifted * shifted);
  const series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - (y * 691) / 32760)))));
  return Math.log(shifted) - 0.5 / shifted - series - sum;
}

/**
 * Trigamma, ψ′(x) = d² ln Γ(x) / dx².
 *
 * @param x above 0
 * @throws RangeError when x is not above 0
 * Accuracy: as `logGamma`, relative.
 * @example trigamma(1) // π² / 6 = 1.6449340668482264
 */
export function trigamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ψ′ needs an argument above 0: ${x}`);
  let sum = 0;
  let shifted = x;
  for (; shifted < SHIFT; shifted++) sum += 1 / (shifted * shifted);
  const y = 1 / (shifted * shifted);
  const series = y * (1 / 6 - y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - y * (5 / 66 - (y * 691) / 2730)))));
  return 1 / shifted + 0.5 * y + series / shifted + sum;
}
