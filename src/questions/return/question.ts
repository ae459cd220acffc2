import {
  commonParameters,
  datedParameters,
  numberParameter,
  objectParameter,
  plannedShares,
  textParameter,
} from '../../core/parameters.ts';
import type { QuestionContract } from '../../core/question.ts';

/** What an initiative has brought beyond what would have come anyway, and what that is worth after all its costs. */
export const contract: QuestionContract = {
  id: 'return',
  needs: [
    [
      { table: 'assignments', columns: ['initiative', 'variant', 'customer_id', 'assigned_at'] },
      { table: 'orders', columns: ['customer_id', 'ordered_at', 'amount'] },
    ],
  ],
  parameters: [
    textParameter({ name: 'initiative' }),
    textParameter({ name: 'control' }),
    textParameter({ name: 'treatment' }),
    numberParameter({ name: 'windowDays', default: 90, minimum: 1, maximum: 3650, integer: true }),
    numberParameter({ name: 'margin', minimum: 0, maximum: 1 }),
    numberParameter({ name: 'discountRateAnnual', advanced: true, default: 0.1, minimum: 0, maximum: 10 }),
    objectParameter({
      name: 'shares',
      advanced: true,
      schema: plannedShares,
    }),
    ...datedParameters,
    ...commonParameters,
  ],
  citations: ['welch1947', 'fabijanEtAl2019', 'shapley1953', 'wilson1927', 'norstrom1972'],
  tables: {
    waterfall: { money: ['value', 'low', 'high', 'from', 'to'] },
    draws: { money: ['incrementalMargin', 'netReturn'], isBulky: true },
    histogram: { money: ['low', 'high'] },
    arms: { counts: ['customers'], shares: [{ share: 'buyers', of: 'customers' }], isCompared: true },
    months: { money: ['margin', 'low', 'high', 'cost'] },
    costs: { money: ['amount'] },
    // No smaller than the arms: it goes when they do.
    comparison: {},
  },
};

export interface ReturnParameters {
  initiative?: string;
  control?: string;
  treatment?: string;
  windowDays: number;
  margin?: number;
  discountRateAnnual: number;
  shares?: Record<string, number>;
  from?: string;
  to?: string;
  where?: string;
  level: number;
  seed: number;
}

/** Categories of costs that have a name in both languages; others are shown as they are written. */
export const COST_CATEGORIES: ReadonlySet<string> = new Set(['technology', 'team', 'incentive', 'media', 'other']);

/** Draws are finitely many and their model is one: nearly all of them is not all. */
export function extentOf(probability: number): 'most' | 'least' | 'some' {
  if (probability > 0.99) return 'most';
  return probability < 0.01 ? 'least' : 'some';
}
