import * as v from 'valibot';
import {
  commonParameters,
  dateParameter,
  datedParameters,
  listParameter,
  numberParameter,
  objectParameter,
  textParameter,
  type Parameter,
} from '../../core/parameters.ts';
import { message, type Message } from '../../core/message.ts';
import type { QuestionContract } from '../../core/question.ts';

const LEARNERS = ['logistic', 'network'] as const;

/** As written in the file, or typed: `1`, `true`, `'Yes'`. */
const positive: Parameter = {
  name: 'positive',
  type: 'text',
  schema: v.union([v.string(), v.number(), v.boolean()]),
};

const learners: Parameter = {
  name: 'learners',
  advanced: true,
  type: 'list',
  default: [...LEARNERS],
  choices: LEARNERS,
  schema: v.pipe(
    v.union([v.literal('all'), v.pipe(v.array(v.picklist(LEARNERS)), v.minLength(1))]),
    v.transform((chosen) => (chosen === 'all' ? [...LEARNERS] : [...new Set(chosen)])),
  ),
};

/** How a labelled table is divided: the part that is tested on was not trained on. */
const split = v.union([
  v.strictObject({ column: v.string() }),
  v.strictObject({ everyNth: v.pipe(v.number(), v.integer(), v.minValue(2)) }),
  v.strictObject({
    testShare: v.pipe(v.number(), v.minValue(0.05), v.maxValue(0.95)),
    seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff))),
  }),
  v.strictObject({ foldColumn: v.string() }),
]);

/** Who will stop buying (from behaviour), or who is likely to have the label (from a labelled table). */
export const contract: QuestionContract = {
  id: 'churn-risk',
  needs: [
    [{ table: 'orders', columns: ['customer_id', 'ordered_at', 'amount'] }],
    [{ table: 'labels', columns: ['label'] }],
  ],
  parameters: [
    numberParameter({ name: 'windowDays', default: 90, minimum: 1, maximum: 3650, integer: true }),
    dateParameter({ name: 'cutOff' }),
    numberParameter({ name: 'cutOffs', advanced: true, default: 4, minimum: 1, maximum: 24, integer: true }),
    numberParameter({ name: 'spacingDays', advanced: true, minimum: 1, maximum: 3650, integer: true }),
    numberParameter({ name: 'eligibleDays', default: 365, minimum: 1, maximum: 36_500, integer: true }),
    textParameter({ name: 'table', offers: 'tables' }),
    textParameter({ name: 'target', offers: 'columns' }),
    positive,
    listParameter({ name: 'exclude', advanced: true, default: [] }),
    objectParameter({ name: 'split', advanced: true, schema: split }),
    learners,
    ...datedParameters,
    ...commonParameters,
  ],
  standsOn: ['table'],
  citations: [
    'hastieTibshiraniFriedman2009',
    'kingmaBa2015',
    'hanleyMcNeil1982',
    'davisGoadrich2006',
    'brier1950',
    'cox1958',
    'wilson1927',
    'breiman2001',
    'efron1979',
  ],
  tables: {
    scores: { ids: ['customer_id', 'row'] },
    current: { ids: ['customer_id', 'row'] },
    deciles: {
      counts: ['rows', 'positives'],
      differences: [{ all: 'rows', part: 'positives' }],
      // What the verdict says is the lift of the first tenth.
      estimates: {
        by: 'decile',
        of: Object.fromEntries(['', ...LEARNERS.map((learner) => `_${learner}`)].map((of) => [`liftTop10${of}`, [1]])),
      },
      running: ['cumulativeLift', 'cumulativeGain'],
      kept: ['decile'],
    },
    calibration: { counts: ['rows', 'positives'], differences: [{ all: 'rows', part: 'positives' }] },
    importance: {},
    roc: { retells: 'deciles' },
    loss: {},
    models: {},
    folds: { counts: ['training', 'test'], shares: [{ share: 'baseRate', of: 'test' }], kept: ['fold'] },
  },
};

/** Features of behaviour that have a name of their own in the dictionaries. */
const FEATURES = new Set(
  (
    'recency tenure frequency spend spend_mean items_mean gap_mean gap_deviation overdue spend_trend returns returned ' +
    'products categories events_count events_recency conversations_count conversations_recency surveys_count surveys_recency'
  ).split(' '),
);

/** What a feature of behaviour is called; undefined for attributes of customers, which keep their own name. */
export function featureMessage(feature: string): Message | undefined {
  const recent = /^(purchases|spend)_(\d+)$/.exec(feature);
  if (recent) return message(`churn-risk.feature.${recent[1]}_days`, { days: Number(recent[2]) });
  return FEATURES.has(feature) ? message(`churn-risk.feature.${feature}`) : undefined;
}
