import { logGamma } from './gamma-functions.ts';

const TINY = 1e-300;

/**
 * Upper regularised incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a). Its series below a + 1, Lentz's continued fraction
 * above.
 *
 * @param a above 0
 * @param x at least 0
 * @returns a probability in [0, 1]; small ones keep their relative accuracy
 * @throws RangeError outside the domain
 * Accuracy: relative error below 1e-12 for a ≤ 100 (fixture `distributions.py`, mpmath). Cost: some √a terms near x = a.
 * @example upperGamma(1, 2) // e⁻² = 0.1353352832366127
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0)) throw new RangeError(`Q(a, x) needs a above 0: ${a}`);
  if (!(x >= 0)) throw new RangeError(`Q(a, x) needs x of at least 0: ${x}`);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= 100_000; n++) {
    const step = n * (a - n);
    b += 2;
    d = 1 / away(step * d + b);
    c = away(b + step / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
