import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { logGamma as logGammaFunction } from './gamma-functions.ts';

/** Draws from named distributions; the same seed and stream give the same draws on every machine. */
export interface Random {
  /** In [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /** A whole number in [0, n). */
  integer(n: number): number;
  /** Mean 0, variance 1. */
  normal(): number;
  /** Rate 1. */
  exponential(): number;
  /** Rate 1, so that mean = variance = shape. */
  gamma(shape: number): number;
  /** The logarithm of a gamma draw: exact where the draw itself would underflow (small shapes). */
  logGamma(shape: number): number;
  beta(a: number, b: number): number;
  poisson(mean: number): number;
  /** Fisher–Yates, in place; gives back the same array. */
  shuffle<T extends unknown[] | Float64Array | Int32Array | Uint32Array>(items: T): T;
}

/**
 * A seeded source of randomness: xoroshiro128+, its state spread from the seed by SplitMix32 so that neighbouring
 * seeds are unrelated. Gamma draws by Marsaglia & Tsang (2000), Poisson draws above a mean of 10 by Hörmann's (1993)
 * transformed rejection.
 *
 * @param seed whole number in [0, 2³²)
 * @param stream whole number; different streams of one seed are unrelated. Default 0
 * @throws RangeError when seed or stream is not a whole number in [0, 2³²), or a shape or mean is out of its domain
 * @example randomSource(1).uniform() === randomSource(1).uniform() // true
 */
export function randomSource(seed: number, stream: number = 0): Random {
  for (const value of [seed, stream]) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new RangeError(`not a seed: ${value}`);
  }
  const generator = xoroshiro128plusFromState(spread(seed, stream));
  let spare: number | undefined;

  const uniform = () => uniformFloat64(generator);
  const positive = () => 1 - uniform();

  function normal(): number {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  }

  function gammaAtLeastOne(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = positive();
      if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  function logGamma(shape: number): number {
    if (!(shape > 0)) throw new RangeError(`gamma needs a shape above 0: ${shape}`);
    if (shape >= 1) return Math.log(gammaAtLeastOne(shape));
    return Math.log(gammaAtLeastOne(shape + 1)) + Math.log(positive()) / shape;
  }

  function poisson(mean: number): number {
    if (!(mean >= 0 && mean < 2 ** 31)) throw new RangeError(`poisson needs a mean in [0, 2³¹): ${mean}`);
    if (mean >= 10) return poissonByRejection(mean, uniform);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = positive(); product > limit; product *= positive()) count++;
    return count;
  }

  return {
    uniform,
    integer(n) {
      if (!(Number.isInteger(n) && n > 0)) throw new RangeError(`integer needs n ≥ 1: ${n}`);
      return uniformInt(generator, 0, n - 1);
    },
    normal,
    exponential: () => -Math.log(positive()),
    gamma: (shape) => (shape >= 1 ? gammaAtLeastOne(shape) : Math.exp(logGamma(shape))),
    logGamma,
    beta: (a, b) => 1 / (1 + Math.exp(logGamma(b) - logGamma(a))),
    poisson,
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = uniformInt(generator, 0, i);
        const kept = items[i];
        items[i] = items[j];
        items[j] = kept;
      }
      return items;
    },
  };
}

/** SplitMix32: four words of state from a seed and a stream. */
function spread(seed: number, stream: number): number[] {
  let counter = (seed ^ mix(stream ^ 0x5bd1e995)) | 0;
  return Array.from({ length: 4 }, () => {
    counter = (counter + 0x9e3779b9) | 0;
    return mix(counter);
  });
}

function mix(value: number): number {
  let z = value;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}

/** Hörmann (1993), algorithm PTRS. */
function poissonByRejection(mean: number, uniform: () => number): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = 1 - uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const accept = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
    if (accept <= k * logMean - mean - logGammaFunction(k + 1)) return k;
  }
}
