import type { LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import { rankCorrelation } from '../../statistics/rank-correlation.ts';
import type { Customers } from './customers.ts';
import { fitGammaGamma, type Spending } from './gamma-gamma.ts';

/** From here on the rank correlation of frequency and mean amount is a warning, and from there a refusal. */
export const CORRELATION_WARNS = 0.2;
export const CORRELATION_REFUSES = 0.4;
/** Fewer customers with a known repeat amount say too little about how amounts differ. */
export const FEWEST_SPENDERS = 20;

/** One-sided 99 % quantile of the normal distribution. */
const NORMAL_99 = 2.326;

export type MoneyRefusal = 'two-currencies' | 'dependent' | 'too-few' | 'no-fit' | 'infinite-mean';

export interface Money {
  fit?: LikelihoodFit;
  refused?: MoneyRefusal;
  /** Of frequency and mean amount among customers with a positive mean repeat amount. */
  correlation: number | undefined;
  spenders: number;
  /** Customers with repeat purchases whose mean amount is zero: outside the model. */
  withoutAmount: number;
  /** Those of the amounts, where they are more than one. */
  currencies?: string[];
}

/**
 * Fits the spending model where its assumption holds: how often customers buy must hardly say how much they spend at a
 * time (rank correlation below .4 either way), and their mean amount must have an expectation
 * (q > 1, beyond its uncertainty).
 *
 * @param currencies of the amounts; two cannot be added up
 */
export function fitMoney(
  { frequency, meanAmount }: Pick<Customers, 'frequency' | 'meanAmount'>,
  currencies: readonly string[] = [],
): Money {
  if (currencies.length > 1) {
    const nothing = { correlation: undefined, spenders: 0, withoutAmount: 0 };
    return { ...nothing, refused: 'two-currencies', currencies: [...currencies] };
  }
  const spenders: number[] = [];
  let withoutAmount = 0;
  frequency.forEach((x, i) => {
    if (x === 0) return;
    if (meanAmount[i] > 0) spenders.push(i);
    else withoutAmount++;
  });
  const spending: Spending = {
    frequency: Float64Array.from(spenders, (i) => frequency[i]),
    meanAmount: Float64Array.from(spenders, (i) => meanAmount[i]),
  };
  const correlation = rankCorrelation(spending.frequency, spending.meanAmount);
  const found = { correlation, spenders: spenders.length, withoutAmount };
  if (spenders.length < FEWEST_SPENDERS) return { ...found, refused: 'too-few' };
  if (Math.abs(correlation ?? 0) >= CORRELATION_REFUSES) return { ...found, refused: 'dependent' };
  const fit = fitGammaGamma(spending);
  if (typeof fit === 'string') return { ...found, refused: 'no-fit' };
  if (Math.log(fit.estimate[1]) <= NORMAL_99 * Math.sqrt(fit.covarianceOfLogs[1][1]))
    return { ...found, refused: 'infinite-mean' };
  return { ...found, fit };
}
