import type { Estimate } from '../../core/answer.ts';
import type { MeanAtAge } from './cohorts.ts';
import { ESTIMATED_AGES, type Measure } from './question.ts';

/** Ages whose period has passed for at least one cohort; a later one has no estimate. The share of one cohort is a count. */
export function estimatesOf(
  means: readonly MeanAtAge[],
  measure: Measure,
  level: number,
  counts: { customers: number; cohorts: number },
): Estimate[] {
  const unit = measure === 'cumulativeRevenuePerCustomer' ? 'money' : 'share';
  const retained = ESTIMATED_AGES.flatMap((age): Estimate[] => {
    const mean = means.find((candidate) => candidate.age === age);
    if (!mean) return [];
    const shared = { name: `retention${age}`, value: mean.value, unit, headline: true } as const;
    if (!mean.interval) return [{ ...shared, basis: 'counted' }];
    return [{ ...shared, basis: 'estimated', interval: { ...mean.interval, level, kind: 'confidence' } }];
  });
  return [
    ...retained,
    { name: 'customers', value: counts.customers, unit: 'customers', basis: 'counted' },
    { name: 'cohorts', value: counts.cohorts, unit: 'number', basis: 'counted' },
  ];
}
