import * as v from 'valibot';
import {
  choiceParameter,
  commonParameters,
  datedParameters,
  listParameter,
  numberParameter,
  objectParameter,
  plannedShares,
  textParameter,
} from '../../core/parameters.ts';
import type { QuestionContract } from '../../core/question.ts';

/** What is counted per customer in the days after the assignment; other metrics are columns. */
export const BUSINESS_METRICS = ['orders', 'revenue', 'margin', 'active'] as const;
export type BusinessMetric = (typeof BUSINESS_METRICS)[number];

export function isBusinessMetric(name: string): name is BusinessMetric {
  return (BUSINESS_METRICS as readonly string[]).includes(name);
}

export const METHODS = ['welch', 'proportion'] as const;
export type Method = (typeof METHODS)[number];

export const CORRECTIONS = ['holm', 'bh'] as const;
export type Correction = (typeof CORRECTIONS)[number];

/** What a metric is called whose sums are given without a name. */
export const UNNAMED_METRIC = 'value';

const text = v.pipe(v.string(), v.minLength(1));

/** More than there are people, and few enough to be counted exactly. */
const MOST_UNITS = 1e12;

/** One variant's sums of one metric. */
const sums = v.strictObject({
  variant: text,
  metric: v.optional(text, UNNAMED_METRIC),
  n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_UNITS)),
  sum: v.pipe(v.number(), v.finite()),
  sumOfSquares: v.pipe(v.number(), v.finite(), v.minValue(0)),
});

export type GivenArm = v.InferOutput<typeof sums>;

/** What a treatment changed, against a control that chance picked. */
export const contract: QuestionContract = {
  id: 'experiment',
  needs: [[{ table: 'assignments', columns: ['initiative', 'variant'] }]],
  parameters: [
    textParameter({ name: 'initiative' }),
    textParameter({ name: 'control' }),
    listParameter({ name: 'metrics' }),
    numberParameter({ name: 'windowDays', default: 90, minimum: 1, maximum: 3650, integer: true }),
    choiceParameter({ name: 'method', default: 'welch', choices: METHODS }),
    choiceParameter({ name: 'correction', default: 'holm', choices: CORRECTIONS }),
    numberParameter({ name: 'capPercentile', advanced: true, minimum: 50, maximum: 100 }),
    objectParameter({
      name: 'shares',
      advanced: true,
      schema: plannedShares,
    }),
    textParameter({ name: 'table', advanced: true, offers: 'tables' }),
    textParameter({ name: 'variant', advanced: true, offers: 'columns' }),
    objectParameter({ name: 'arms', advanced: true, schema: v.pipe(v.array(sums), v.minLength(2)) }),
    ...datedParameters,
    ...commonParameters,
  ],
  citations: [
    'welch1947',
    'fieller1954',
    'miettinenNurminen1985',
    'wilson1927',
    'fabijanEtAl2019',
    'holm1979',
    'benjaminiHochberg1995',
  ],
  tables: {
    arms: {
      counts: ['n'],
      shares: [{ share: 'mean', of: 'n', where: { column: 'unit', value: 'share' } }],
      isCompared: true,
    },
    // No smaller than the arms: it goes when they do.
    metrics: {},
    groups: { counts: ['n'], isCompared: true },
  },
  standsOn: ['table', 'arms'],
};
