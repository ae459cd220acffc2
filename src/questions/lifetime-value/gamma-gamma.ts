import { digamma, logGamma, trigamma } from '../../statistics/gamma-functions.ts';
import { fitPositive, type FitFailure, type LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import type { Curvature } from '../../statistics/newton.ts';

/**
 * Gamma-Gamma (`faderHardie2013`): a customer's purchases have amounts ~ Gamma(p, ν), with ν ~ Gamma(q, v) over
 * customers, independent of how often they buy.
 */
export interface GammaGamma {
  p: number;
  q: number;
  /** In units of money; γ in the paper. */
  v: number;
}

/** Repeat purchases of customers who have any: how many, and their mean amount. */
export interface Spending {
  /** From 1. */
  frequency: Float64Array;
  /** Above 0. */
  meanAmount: Float64Array;
}

/**
 * Log likelihood of the customers' mean amounts with its first and second derivatives with respect to (p, q, v)
 * (`faderHardie2013`, eq. 1a).
 *
 * @param spending amounts in the same unit as v
 * @returns a function of (p, q, v), all above 0
 * Accuracy: relative error below 1e-12, `tests/fixtures/lifetime-value/gamma-gamma.py` (mpmath); derivatives checked there.
 * Cost: one logarithm per customer and six gamma functions per distinct frequency.
 */
export function gammaGammaLogLikelihood({
  frequency,
  meanAmount,
}: Spending): (parameters: readonly number[]) => Curvature {
  const customers = frequency.length;
  const byFrequency = new Map<number, { count: number; logAmounts: number }>();
  frequency.forEach((x, i) => {
    const entry = byFrequency.get(x) ?? { count: 0, logAmounts: 0 };
    entry.count++;
    entry.logAmounts += Math.log(meanAmount[i]);
    byFrequency.set(x, entry);
  });

  return ([p, q, v]) => {
    const logV = Math.log(v);
    let value = customers * (q * logV - logGamma(q));
    const g = [0, customers * (logV - digamma(q)), (customers * q) / v];
    let pp = 0;
    let pq = 0;
    let pv = 0;
    let qq = -customers * trigamma(q);
    let qv = customers / v;
    let vv = (-customers * q) / (v * v);
    for (const [x, { count, logAmounts }] of byFrequency) {
      const shape = p * x;
      value += count * (logGamma(shape + q) - logGamma(shape) + shape * Math.log(x)) + (shape - 1) * logAmounts;
      const psi = digamma(shape + q);
      const psi1 = trigamma(shape + q);
      g[0] += x * (count * (psi - digamma(shape) + Math.log(x)) + logAmounts);
      g[1] += count * psi;
      pp += count * x * x * (psi1 - trigamma(shape));
      pq += count * x * psi1;
      qq += count * psi1;
    }
    for (let i = 0; i < customers; i++) {
      const x = frequency[i];
      const shape = p * x + q;
      const sum = v + x * meanAmount[i];
      const logSum = Math.log(sum);
      value -= shape * logSum;
      g[0] -= x * logSum;
      g[1] -= logSum;
      g[2] -= shape / sum;
      pv -= x / sum;
      qv -= 1 / sum;
      vv += shape / (sum * sum);
    }
    return {
      value,
      gradient: g,
      hessian: [
        [pp, pq, pv],
        [pq, qq, qv],
        [pv, qv, vv],
      ],
    };
  };
}

const STARTS: readonly (readonly [p: number, q: number])[] = [
  [6, 4],
  [1, 2],
  [20, 8],
  [2, 15],
];

/**
 * Fits Gamma-Gamma by maximum likelihood from four starts, money scaled to a mean amount of 1. The log likelihood is
 * given in the amounts' own unit.
 *
 * @param spending customers with at least one repeat purchase and a positive mean amount
 * @returns parameters in the order p, q, v
 * Accuracy: CDNOW's published parameters, `tests/reality/lifetime-value.test.ts`.
 */
export function fitGammaGamma({ frequency, meanAmount }: Spending): LikelihoodFit | FitFailure {
  const customers = meanAmount.length;
  const unit = meanAmount.reduce((sum, amount) => sum + amount, 0) / customers;
  const fit = fitPositive(
    gammaGammaLogLikelihood({ frequency, meanAmount: meanAmount.map((amount) => amount / unit) }),
    STARTS.map(([p, q]) => [p, q, Math.max(q - 1, 0.5) / p]),
  );
  if (typeof fit === 'string') return fit;
  const rescale = (values: number[]) => values.map((value, i) => (i === 2 ? value * unit : value));
  return {
    ...fit,
    estimate: rescale(fit.estimate),
    standardErrors: rescale(fit.standardErrors),
    logLikelihood: fit.logLikelihood - customers * Math.log(unit),
  };
}

export function gammaGammaOf([p, q, v]: readonly number[]): GammaGamma {
  return { p, q, v };
}

/**
 * Expected amount of a customer's future purchases, E(M | x, m̄): a mean of the customer's own and everybody's
 * (`faderHardie2013`, eq. 5).
 *
 * @param frequency x, repeat purchases with a known mean amount; 0 gives everybody's mean, p v / (q − 1)
 * @param meanAmount m̄; ignored when frequency is 0
 * @returns above 0; Infinity when p x + q ≤ 1, where the mean does not exist
 * @example expectedAmount({ p: 6.25, q: 3.74, v: 15.44 }, 0, 0) // 35.22
 */
export function expectedAmount({ p, q, v }: GammaGamma, frequency: number, meanAmount: number): number {
  const shape = p * frequency + q - 1;
  if (shape <= 0) return Infinity;
  return (p * (v + (frequency === 0 ? 0 : frequency * meanAmount))) / shape;
}
