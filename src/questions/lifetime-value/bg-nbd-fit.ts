import { fitPositive, type FitFailure, type LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import type { Curvature } from '../../statistics/newton.ts';
import type { BgNbd } from './bg-nbd.ts';
import type { Histories } from './histories.ts';

/**
 * Log likelihood of BG/NBD with its first and second derivatives with respect to (r, α, a, b), in logs
 * (`faderHardieLee2005`, eq. 6). Ratios of gamma functions with
 * whole-number steps are sums over the counts of customers with more than j purchases, so no gamma function is needed.
 *
 * @param histories times in the same unit as α; weights from 0
 * @returns a function of (r, α, a, b), all above 0. Value −∞ or NaN where it overflows
 * Accuracy: relative error below 1e-12, `tests/fixtures/lifetime-value/bg-nbd.py` (mpmath); derivatives checked there.
 * Cost: five logarithms and an exponential per entry.
 */
export function bgNbdLogLikelihood(histories: Histories): (parameters: readonly number[]) => Curvature {
  const { frequency, recency, observed, weight } = histories;
  const moreThan = countsAbove(frequency, weight);
  const customers = weight.reduce((sum, w) => sum + w, 0);

  return ([r, alpha, a, b]) => {
    let value = customers * r * Math.log(alpha);
    const g = [customers * Math.log(alpha), (customers * r) / alpha, 0, 0];
    let rr = 0;
    let ra = customers / alpha;
    let aa = (-customers * r) / (alpha * alpha);
    const dropout = [0, 0, 0];
    const cross = [0, 0, 0, 0];

    moreThan.forEach((count, j) => {
      const atR = r + j;
      const atB = b + j;
      const atSum = a + b + j;
      value += count * Math.log((atR * atB) / atSum);
      g[0] += count / atR;
      rr -= count / (atR * atR);
      g[2] -= count / atSum;
      g[3] += count / atB - count / atSum;
      dropout[0] += count / (atSum * atSum);
      dropout[1] += count / (atSum * atSum);
      dropout[2] += count / (atSum * atSum) - count / (atB * atB);
    });

    for (let i = 0; i < frequency.length; i++) {
      const w = weight[i];
      const shape = r + frequency[i];
      const age = alpha + observed[i];
      const logAge = Math.log(age);
      if (frequency[i] === 0) {
        value -= w * shape * logAge;
        g[0] -= w * logAge;
        g[1] -= (w * shape) / age;
        ra -= w / age;
        aa += (w * shape) / (age * age);
        continue;
      }
      // Alive at T with probability 1 − u, dropped out at t_x with probability u; d… are differences dropped − alive.
      const last = alpha + recency[i];
      const logLast = Math.log(last);
      // Not b + x − 1: for a tiny b and x = 1 that is zero.
      const left = b + (frequency[i] - 1);
      const logOdds = Math.log(a / left) + shape * (logAge - logLast);
      const u = 1 / (1 + Math.exp(-logOdds));
      value += w * (-shape * logAge + (logOdds > 30 ? logOdds : Math.log1p(Math.exp(logOdds))));
      const dR = logAge - logLast;
      const dAlpha = shape * (1 / age - 1 / last);
      const wu = w * u;
      g[0] += -w * logAge + wu * dR;
      g[1] += (-w * shape) / age + wu * dAlpha;
      g[2] += wu / a;
      g[3] -= wu / left;
      const spread = wu * (1 - u);
      rr += spread * dR * dR;
      ra += -w / age + wu * (1 / age - 1 / last) + spread * dR * dAlpha;
      aa += (w * shape) / (age * age) + wu * shape * (1 / (last * last) - 1 / (age * age)) + spread * dAlpha * dAlpha;
      dropout[0] += (spread - wu) / (a * a);
      dropout[1] -= spread / (a * left);
      dropout[2] += (spread + wu) / (left * left);
      cross[0] += (spread * dR) / a;
      cross[1] -= (spread * dR) / left;
      cross[2] += (spread * dAlpha) / a;
      cross[3] -= (spread * dAlpha) / left;
    }
    return {
      value,
      gradient: g,
      hessian: [
        [rr, ra, cross[0], cross[1]],
        [ra, aa, cross[2], cross[3]],
        [cross[0], cross[2], dropout[0], dropout[1]],
        [cross[1], cross[3], dropout[1], dropout[2]],
      ],
    };
  };
}

/** `result[j]`: the weight of entries with a frequency above j. */
function countsAbove(frequency: Float64Array, weight: Float64Array): Float64Array {
  const most = frequency.reduce((x, y) => Math.max(x, y), 0);
  const counts = new Float64Array(most + 1);
  frequency.forEach((x, i) => (counts[x] += weight[i]));
  for (let j = most - 1; j >= 0; j--) counts[j] += counts[j + 1];
  return counts.subarray(1);
}

/** Shapes of the starts; α follows from the mean purchase rate. */
const STARTS: readonly (readonly [r: number, a: number, b: number])[] = [
  [0.3, 0.8, 2.5],
  [1, 0.3, 3],
  [1, 1, 1],
  [3, 0.5, 5],
  [0.1, 2, 4],
];

/**
 * Fits BG/NBD by maximum likelihood from five starts, time scaled to a mean observation of 1. The log likelihood is
 * given in the histories' own unit of time.
 *
 * @param histories at least one repeat purchase
 * @returns parameters in the order r, α, a, b
 * Accuracy: CDNOW's published parameters, standard errors and log likelihood, `tests/reality/lifetime-value.test.ts`.
 */
export function fitBgNbd(histories: Histories): LikelihoodFit | FitFailure {
  const { frequency, recency, observed, weight } = histories;
  const total = (column: Float64Array) => column.reduce((sum, value, i) => sum + value * weight[i], 0);
  const purchases = total(frequency);
  const unit = total(observed) / total(weight.map(() => 1));
  const scaled = { frequency, weight, recency: recency.map((t) => t / unit), observed: observed.map((t) => t / unit) };
  const rate = purchases / total(scaled.observed);
  const fit = fitPositive(
    bgNbdLogLikelihood(scaled),
    STARTS.map(([r, a, b]) => [r, r / rate, a, b]),
  );
  if (typeof fit === 'string') return fit;
  const rescale = (values: number[]) => values.map((value, i) => (i === 1 ? value * unit : value));
  return {
    ...fit,
    estimate: rescale(fit.estimate),
    standardErrors: rescale(fit.standardErrors),
    logLikelihood: fit.logLikelihood - purchases * Math.log(unit),
  };
}

export function bgNbdOf([r, alpha, a, b]: readonly number[]): BgNbd {
  return { r, alpha, a, b };
}
