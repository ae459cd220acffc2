import { commonParameters, dateParameter, datedParameters, numberParameter } from '../../core/parameters.ts';
import type { QuestionContract } from '../../core/question.ts';

/** From those one would keep first to those that have gone; every list and picture is in this order. */
export const SEGMENTS = [
  'champions',
  'loyal',
  'potential-loyalist',
  'new',
  'promising',
  'need-attention',
  'about-to-sleep',
  'cannot-lose',
  'at-risk',
  'hibernating',
  'lost',
] as const;
export type Segment = (typeof SEGMENTS)[number];

/** How long the last purchase is ago, coarsely: what a move between two segments is judged by. */
export const STAGES = ['active', 'cooling', 'quiet'] as const;
export type Stage = (typeof STAGES)[number];

export const stageOf: Readonly<Record<Segment, Stage>> = {
  champions: 'active',
  loyal: 'active',
  'potential-loyalist': 'active',
  new: 'active',
  promising: 'active',
  'need-attention': 'cooling',
  'about-to-sleep': 'cooling',
  'cannot-lose': 'quiet',
  'at-risk': 'quiet',
  hibernating: 'quiet',
  lost: 'quiet',
};

/** In `movement`: no customer yet at the earlier date. The segment `new` is of customers who are. */
export const NOT_YET = 'not-yet';

/** Who the customers are by how lately, how often and for how much they bought. */
export const contract: QuestionContract = {
  id: 'rfm-segments',
  needs: [[{ table: 'orders', columns: ['customer_id', 'ordered_at', 'amount'] }]],
  parameters: [
    dateParameter({ name: 'asOf' }),
    dateParameter({ name: 'compareTo' }),
    numberParameter({ name: 'quantiles', default: 5, minimum: 2, maximum: 10, integer: true }),
    ...datedParameters,
    ...commonParameters,
  ],
  citations: ['hughes1994'],
  tables: {
    segments: {
      counts: ['customers'],
      money: ['revenue'],
      estimates: {
        by: 'segment',
        of: {
          champions: ['champions'],
          championsRevenueShare: ['champions'],
          atRisk: ['at-risk', 'cannot-lose'],
        },
      },
    },
    grid: { counts: ['customers'], money: ['revenue'], within: [['segment'], ['r']], kept: ['r', 'fm'] },
    movement: { counts: ['customers'], within: [['to_segment']] },
    customers: { ids: ['customer_id'], money: ['monetary'] },
  },
};
