import {
  choiceParameter,
  commonParameters,
  dateParameter,
  datedParameters,
  numberParameter,
} from '../../core/parameters.ts';
import type { QuestionContract } from '../../core/question.ts';

/** How much each customer will buy, and what that is worth. */
export const contract: QuestionContract = {
  id: 'lifetime-value',
  needs: [[{ table: 'orders', columns: ['customer_id', 'ordered_at', 'amount'] }]],
  parameters: [
    choiceParameter({ name: 'model', default: 'auto', choices: ['auto', 'bg-nbd'] }),
    choiceParameter({ name: 'timeUnit', default: 'week', choices: ['day', 'week', 'month'] }),
    dateParameter({ name: 'observationEnd' }),
    numberParameter({ name: 'horizon', default: 52, minimum: 1, maximum: 3650 }),
    numberParameter({ name: 'discountRateAnnual', default: 0.1, minimum: 0, maximum: 10 }),
    numberParameter({ name: 'margin', default: 1, minimum: 0, maximum: 1 }),
    ...datedParameters,
    ...commonParameters,
  ],
  citations: ['faderHardieLee2005', 'faderHardie2013', 'nocedalWright2006', 'nelderMead1965'],
  tables: {
    customers: { ids: ['customer_id'], money: ['monetary_value', 'expected_spend', 'clv', 'clv_low', 'clv_high'] },
    tracking: {},
    decile: { counts: ['customers'], money: ['value', 'value_low', 'value_high'], kept: ['decile'] },
    matrix: { counts: ['customers'], kept: ['frequency', 'recency', 'p_alive', 'expected_purchases'] },
    repeatPurchases: { counts: ['actual'], kept: ['purchases', 'expected', 'expected_low', 'expected_high'] },
    concentration: { counts: ['customers'], kept: ['share_customers'] },
    parameters: {},
  },
};
