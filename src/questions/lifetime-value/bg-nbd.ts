/**
 * BG/NBD (`faderHardieLee2005`): while alive, a customer buys at random with a rate λ ~ Gamma(r, α); after every
 * repeat purchase the customer drops out for good with probability p ~ Beta(a, b).
 */
export interface BgNbd {
  /** Shape of the purchase rates, above 0. */
  r: number;
  /** Rate of the purchase rates, in units of time, above 0. */
  alpha: number;
  a: number;
  b: number;
}

/**
 * P(alive at T | x, t_x, T), the probability that a customer has not dropped out yet: the alive part of the likelihood,
 * `faderHardieLee2005` eq. 6, over both parts, in logs.
 *
 * @param frequency x, from 0
 * @param recency t_x, in [0, observed]
 * @param observed T
 * @returns in (0, 1]; 1 for customers without a repeat purchase by construction (dropout follows a repeat purchase),
 *   which is why it never ranks churn risk
 */
export function probabilityAlive(
  { r, alpha, a, b }: BgNbd,
  frequency: number,
  recency: number,
  observed: number,
): number {
  if (frequency === 0) return 1;
  const logOdds =
    Math.log(a / (b + (frequency - 1))) + (r + frequency) * Math.log((alpha + observed) / (alpha + recency));
  return 1 / (1 + Math.exp(logOdds));
}

/**
 * Expected purchases within `ahead` of a customer who is alive at T after x repeat purchases, E[X(T, T + t) | alive, x,
 * T]; with x = T = 0 the expected repeat purchases of a new customer (`faderHardieLee2005`, eqs. 9 and 10). Times
 * P(alive) it is the conditional expectation. With z = t / (α + T + t):
 *
 *     (a + b + x − 1) / (a − 1) · [1 − (1 − z)^(r + x) · ₂F₁(r + x, b + x; a + b + x − 1; z)]
 *
 * Up to a = 5 after Euler's transformation, where the bracket is 1 − (1 − z)^(a − 1) · ₂F₁(a + b − 1 − r, a − 1; a + b + x
 * − 1; z), whose upper parameters do not grow with x; the factors a − 1 and a + b + x − 1 then cancel term by term, so that
 * a = 1 and a + b + x = 1 are ordinary points. Above a = 5 that series could overflow, and the formula is used as it stands.
 *
 * @param frequency x, from 0
 * @param observed T, from 0
 * @param ahead t, from 0
 * @returns from 0, below (r + x) t / (α + T)
 * @throws RangeError when the series does not end, for horizons a million times longer than α + T
 * Accuracy: relative error below 1e-9 over the fixture's grid, `tests/fixtures/lifetime-value/bg-nbd.py` (mpmath).
 * Cost: about 30 / (1 − z) terms of four operations.
 */
export function expectedWhileAlive(model: BgNbd, frequency: number, observed: number, ahead: number): number {
  if (ahead === 0) return 0;
  const z = ahead / (model.alpha + observed + ahead);
  return model.a > 5 ? asPublished(model, frequency, z) : transformed(model, frequency, z);
}

const MOST_TERMS = 5_000_000;

function transformed({ r, a, b }: BgNbd, frequency: number, z: number): number {
  const above = a + b - 1 - r;
  const below = a + b + frequency;
  let term = above * z;
  let sum = term;
  for (let n = 1; Math.abs(term) > 1e-14 * Math.abs(sum) * (1 - z); n++) {
    term *= ((above + n) * (a + n - 1) * z) / ((below + n - 1) * (n + 1));
    sum += term;
    if (n === MOST_TERMS) throw new RangeError('the horizon is too long for the time observed');
  }
  const logStay = Math.log1p(-z);
  const power = Math.abs(a - 1) < 1e-12 ? logStay : Math.expm1((a - 1) * logStay) / (a - 1);
  return -((below - 1) * power + Math.exp((a - 1) * logStay) * sum);
}

function asPublished({ r, a, b }: BgNbd, frequency: number, z: number): number {
  const rate = r + frequency;
  const stay = b + frequency;
  const below = a + b + frequency - 1;
  // The factor (1 − z)^(r + x) would underflow, and the series overflow, for customers with thousands of purchases.
  let scale = rate * Math.log1p(-z);
  let term = 1;
  let sum = 1;
  for (let n = 0; term > 1e-16 * sum * (1 - z); n++) {
    term *= ((rate + n) * (stay + n) * z) / ((below + n) * (n + 1));
    sum += term;
    if (sum > 1e200) {
      sum *= 1e-200;
      term *= 1e-200;
      scale += 200 * Math.LN10;
    }
    if (n === MOST_TERMS) throw new RangeError('the horizon is too long for the time observed');
  }
  return (-below / (a - 1)) * Math.expm1(scale + Math.log(sum));
}

/**
 * P(X(t) = n), n = 0 … most: the distribution of the repeat purchases of a new customer in the time t
 * (`faderHardieLee2005`, eq. 8).
 *
 * @param time t, from 0
 * @param most whole number from 0
 * @returns most + 1 probabilities; what is missing to 1 is P(X(t) > most)
 */
export function repeatPurchaseDistribution({ r, alpha, a, b }: BgNbd, time: number, most: number): Float64Array {
  const result = new Float64Array(most + 1);
  const z = time / (alpha + time);
  // negativeBinomial: P(n purchases without dropout); survive: B(a, b + n) / B(a, b), no dropout in n purchases.
  let negativeBinomial = Math.exp(r * Math.log1p(-z));
  let fewer = 0;
  let survive = 1;
  result[0] = negativeBinomial;
  for (let n = 1; n <= most; n++) {
    fewer += negativeBinomial;
    negativeBinomial *= ((r + n - 1) / n) * z;
    const dropsAtLast = (survive * a) / (a + b + (n - 1));
    survive *= (b + (n - 1)) / (a + b + (n - 1));
    result[n] = survive * negativeBinomial + dropsAtLast * Math.max(0, 1 - fewer);
  }
  return result;
}
