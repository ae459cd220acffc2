import type { Estimate, Interval } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import type { ReportProgress } from '../../core/progress.ts';
import type { Unit } from '../../core/units.ts';
import { areaUnderRoc } from '../../learning/evaluation/area-under-roc.ts';
import { averagePrecision } from '../../learning/evaluation/average-precision.ts';
import { logitLine } from '../../learning/evaluation/calibration.ts';
import { liftAt } from '../../learning/evaluation/gains.ts';
import { liftInterval } from '../../learning/evaluation/lift-interval.ts';
import { rankByScore, type Ranking } from '../../learning/evaluation/ranking.ts';
import { brierScore, logLoss } from '../../learning/evaluation/scoring-rules.ts';
import { clusterBootstrap } from '../../statistics/cluster-bootstrap.ts';
import { centralInterval } from '../../statistics/quantile.ts';
import { randomSource } from '../../statistics/random.ts';
import type { HeldOut } from './train-divisions.ts';

/** A number about the test part; with weights, about the test part drawn so. */
interface Measure {
  name: string;
  unit: Unit;
  headline?: boolean;
  value(weights?: Float64Array): number | undefined;
  /** Where there is a better interval than that of the bootstrap. */
  interval?(level: number): { low: number; high: number } | undefined;
}

export interface Evaluation {
  /** In the order in which they are shown. */
  estimates: Estimate[];
  /** AUC of one thing minus that of another, with its interval from the same draws. */
  gains: Partial<Record<'network' | 'singleColumn', { value: number; interval: Interval }>>;
}

export interface EvaluationOptions {
  /** Days since the last purchase of the held-out rows, where the data has it. */
  recency?: Float64Array;
  /** How many times the test part is drawn. */
  draws?: number;
}

const EDGE = 1e-12;
/** A measure that is undefined in more draws than this has no interval. */
const UNDEFINED_DRAWS = 0.05;

/** How many times the test part is drawn: fewer for large ones, whose intervals are narrow anyway. */
export function drawsFor(rows: number): number {
  return rows <= 20_000 ? 1000 : 400;
}

/**
 * Every number about the held-out predictions, with percentile intervals of a bootstrap over customers (`efron1979`), of
 * lifts by `liftInterval`. The models are taken as trained: the intervals tell how much the numbers depend on which customers were tested.
 */
export async function evaluate(
  held: HeldOut,
  parameters: Record<string, Json>,
  progress: ReportProgress,
  { recency, draws = drawsFor(held.labels.length) }: EvaluationOptions = {},
): Promise<Evaluation> {
  const measures = measuresOf(held, recency);
  const gains = gainsOf(measures);
  const all = [...measures, ...gains];
  const next = clusterBootstrap(held.customers, randomSource(Number(parameters.seed), 50));
  const drawn = all.map(() => [] as number[]);
  for (let draw = 0; draw < draws; draw++) {
    const weights = next();
    const values = new Map<string, number | undefined>();
    measures.forEach((measure, m) => {
      const value = measure.value(weights);
      values.set(measure.name, value);
      if (value !== undefined) drawn[m].push(value);
    });
    gains.forEach(({ of, over }, g) => {
      const [a, b] = [values.get(of), values.get(over)];
      if (a !== undefined && b !== undefined) drawn[measures.length + g].push(a - b);
    });
    if (draw % 10 === 9) await progress({ phase: 'resampling', done: draw + 1, total: draws });
  }
  const level = Number(parameters.level);
  const intervalOf = (m: number): Interval | undefined =>
    drawn[m].length >= (1 - UNDEFINED_DRAWS) * draws
      ? { ...centralInterval(drawn[m], level), level, kind: 'confidence' }
      : undefined;
  const estimates = measures.flatMap(({ name, unit, headline, value, interval: own }, m): Estimate[] => {
    const point = value();
    if (point === undefined) return [];
    const bounds = own?.(level);
    const interval: Interval | undefined = bounds ? { ...bounds, level, kind: 'confidence' } : intervalOf(m);
    return [
      { name, value: point, unit, basis: 'estimated', ...(interval && { interval }), ...(headline && { headline }) },
    ];
  });
  const gained = gains.flatMap(({ name, value }, g) => {
    const point = value();
    const interval = intervalOf(measures.length + g);
    return point !== undefined && interval ? [[name, { value: point, interval }]] : [];
  });
  return { estimates, gains: Object.fromEntries(gained) as Evaluation['gains'] };
}

function measuresOf({ labels, customers, chosen, learners, singleColumn }: HeldOut, recency?: Float64Array): Measure[] {
  const ranking = rankByScore(chosen);
  const logits = chosen.map((probability) => {
    const p = Math.min(1 - EDGE, Math.max(EDGE, probability));
    return Math.log(p / (1 - p));
  });
  const line = logitLine(labels, logits);
  // The slope and the intercept of a draw come from one fit.
  let fitted: { weights: Float64Array | undefined; line: ReturnType<typeof logitLine>; uses: number } | undefined;
  const lineFor = (weights?: Float64Array) => {
    if (weights === undefined) return line;
    if (fitted === undefined || fitted.uses === 2)
      fitted = { weights, line: logitLine(labels, logits, weights, line), uses: 0 };
    fitted.uses++;
    return fitted.line;
  };
  const number = (name: string, value: Measure['value'], headline?: true): Measure => ({
    name,
    unit: 'number',
    value,
    ...(headline && { headline }),
  });
  const auc = (name: string, scores: Float64Array, headline?: true): Measure => {
    const ranked = rankByScore(scores);
    return number(name, (weights) => areaUnderRoc(labels, ranked, weights), headline);
  };
  const lift = (name: string, ranked: Ranking, headline?: true): Measure => ({
    ...number(name, (weights) => liftAt(labels, ranked, 0.1, weights), headline),
    interval: (level) => liftInterval(labels, ranked, 0.1, customers, level),
  });
  const perLearner = Object.entries(learners).flatMap(([learner, scores]) => {
    const ranked = rankByScore(scores);
    return [
      number(`auc_${learner}`, (weights) => areaUnderRoc(labels, ranked, weights)),
      lift(`liftTop10_${learner}`, ranked),
    ];
  });
  const ones = new Float64Array(labels.length).fill(1);
  return [
    lift('liftTop10', ranking, true),
    auc('auc', chosen, true),
    auc('auc_single_column', singleColumn, true),
    { name: 'baseRate', unit: 'share', headline: true, value: (weights) => shareOf(labels, weights ?? ones) },
    ...(recency ? [auc('auc_recency', recency)] : []),
    ...perLearner,
    number('prAuc', (weights) => averagePrecision(labels, ranking, weights)),
    number('brier', (weights) => brierScore(labels, chosen, weights)),
    number('logLoss', (weights) => logLoss(labels, chosen, weights)),
    number('calibrationSlope', (weights) => lineFor(weights)?.slope),
    number('calibrationIntercept', (weights) => lineFor(weights)?.intercept),
  ];
}

interface Gain {
  name: 'network' | 'singleColumn';
  of: string;
  over: string;
  value(): number | undefined;
}

function gainsOf(measures: readonly Measure[]): Gain[] {
  const pairs = [
    { name: 'network', of: 'auc_network', over: 'auc_logistic' },
    { name: 'singleColumn', of: 'auc', over: 'auc_single_column' },
  ] as const;
  return pairs.flatMap(({ name, of, over }) => {
    const first = measures.find((measure) => measure.name === of);
    const second = measures.find((measure) => measure.name === over);
    if (!first || !second) return [];
    const value = () => {
      const [a, b] = [first.value(), second.value()];
      return a === undefined || b === undefined ? undefined : a - b;
    };
    return [{ name, of, over, value }];
  });
}

function shareOf(labels: Uint8Array, weights: Float64Array): number {
  let positives = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    total += weights[i];
    positives += weights[i] * labels[i];
  }
  return positives / total;
}
