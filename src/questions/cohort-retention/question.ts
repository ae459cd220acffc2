import { choiceParameter, commonParameters, datedParameters, textParameter } from '../../core/parameters.ts';
import { PERIODS } from '../../core/periods.ts';
import type { QuestionContract } from '../../core/question.ts';

export const MEASURES = ['customers', 'orders', 'revenue', 'cumulativeRevenuePerCustomer'] as const;
export type Measure = (typeof MEASURES)[number];

export function isMoney(measure: Measure): boolean {
  return measure === 'revenue' || measure === 'cumulativeRevenuePerCustomer';
}

/** Ages, in periods, whose weighted mean is an estimate. */
export const ESTIMATED_AGES = [1, 3, 6, 12] as const;

/** Stands for the groups that are too small to be shown on their own. */
export const OTHER_GROUPS = '…';

/** Who of those that came new in a period buys again, one, two, three … periods later. */
export const contract: QuestionContract = {
  id: 'cohort-retention',
  needs: [[{ table: 'orders', columns: ['customer_id', 'ordered_at', 'amount'] }]],
  parameters: [
    choiceParameter({ name: 'period', default: 'month', choices: PERIODS }),
    choiceParameter({ name: 'measure', default: 'customers', choices: MEASURES }),
    textParameter({ name: 'groupBy' }),
    ...datedParameters,
    ...commonParameters,
  ],
  citations: ['cochran1977', 'bellMcCaffrey2002', 'wilson1927'],
  tables: {
    cells: {
      counts: ['size', 'customers'],
      differences: [{ all: 'size', part: 'customers' }],
      // The curve adds up the cohorts for which an age has passed.
      within: [['group', 'age', 'complete']],
      repeated: { count: 'size', by: ['group', 'cohort'], apart: ['group'], complete: 'complete' },
      kept: ['age'],
    },
    curve: {
      counts: ['customers', 'active'],
      differences: [{ all: 'customers', part: 'active' }],
      within: [['age']],
      addsUp: { table: 'cells', by: 'age' },
      estimates: {
        by: 'age',
        of: Object.fromEntries(ESTIMATED_AGES.map((age) => [`retention${age}`, [age]])),
      },
      kept: ['age'],
    },
  },
};
