import { choiceParameter, commonParameters, dateParameter, datedParameters } from '../../core/parameters.ts';
import { PERIODS } from '../../core/periods.ts';
import type { QuestionContract } from '../../core/question.ts';

/** Every estimate that an answer can have, in the order of the page; each of them can be pinned. */
export const METRICS = [
  'revenue',
  'activeCustomers',
  'averageOrder',
  'retention',
  'orders',
  'repeatShare',
  'nps',
  'acquisitionCost',
  'valuePerCustomer12',
  'clvToCac',
] as const;
export type Metric = (typeof METRICS)[number];

/** Of these less is better. */
export const BETTER_LOW: readonly string[] = ['acquisitionCost'] satisfies Metric[];

/** What customers bring and whether they come back, period by period and against a baseline. */
export const contract: QuestionContract = {
  id: 'overview',
  needs: [[{ table: 'orders', columns: ['customer_id', 'ordered_at', 'amount'] }]],
  parameters: [
    choiceParameter({ name: 'period', default: 'month', choices: PERIODS }),
    dateParameter({ name: 'baselineFrom' }),
    dateParameter({ name: 'baselineTo' }),
    ...datedParameters,
    ...commonParameters,
  ],
  citations: ['bennet1920', 'reichheld2003', 'rocks2016', 'tango1998', 'newcombe1998'],
  tables: {
    trend: {
      counts: ['customers', 'newCustomers', 'answers'],
      differences: [{ all: 'customers', part: 'newCustomers' }],
      shares: [
        { share: 'repeatShare', of: 'customers' },
        { share: 'retention', of: 'customers', isOfRowBefore: true },
      ],
      money: ['revenue'],
    },
    comparison: {
      counts: ['customers', 'customersBaseline', 'newCustomers', 'newCustomersBaseline'],
      differences: [
        { all: 'customers', part: 'newCustomers' },
        { all: 'customersBaseline', part: 'newCustomersBaseline' },
      ],
      shares: [
        { share: 'value', of: 'customers', where: { column: 'metric', value: 'repeatShare' } },
        { share: 'baseline', of: 'customersBaseline', where: { column: 'metric', value: 'repeatShare' } },
      ],
    },
    averageOrder: {},
  },
};
