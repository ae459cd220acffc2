import { areaUnderRoc } from './evaluation/area-under-roc.ts';
import { rankByScore } from './evaluation/ranking.ts';
import { logLoss } from './evaluation/scoring-rules.ts';
import { LogisticRegression, predictLogistic } from './logistic-regression.ts';
import { takeColumns, takeRows, type Matrix } from './matrix.ts';
import type { LossPoint, SingleColumn, TrainedModel, TrainRequest } from './training.ts';

/** Variances of the weights' prior that cross-validation chooses from, the strongest penalty first. */
const VARIANCES = [0.01, 0.1, 1, 10, 100] as const;

/** A stronger penalty, which shrinks the effects of columns, has to lower the validation loss by this share of it. */
const WORTH_A_PENALTY = 5e-4;

export interface TrainedLogistic {
  model: TrainedModel;
  losses: LossPoint[];
  predict(features: Matrix): Float64Array<ArrayBuffer>;
}

/**
 * The logistic regression. Its penalty is the weakest one whose log loss over the validation folds is as good as the
 * lowest (within .05%); the weights are then fitted to all training rows.
 *
 * @param tick called after each fit with the share that is done
 */
export async function trainLogistic(
  request: TrainRequest,
  tick: (share: number) => Promise<void>,
): Promise<TrainedLogistic> {
  const { features, labels, folds } = request;
  const foldCount = folds.reduce((most, fold) => Math.max(most, fold), 0) + 1;
  const fits = foldCount * VARIANCES.length + 1;
  const validations = VARIANCES.map(() => new Float64Array(labels.length).fill(NaN));
  for (let fold = 0; fold < foldCount; fold++) {
    const inside = rowsWhere(folds, (f) => f !== fold);
    const outside = rowsWhere(folds, (f) => f === fold);
    const held = takeRows(features, outside);
    const regression = new LogisticRegression(takeRows(features, inside), takeLabels(labels, inside));
    try {
      let start: Float64Array | undefined;
      for (const [v, variance] of VARIANCES.entries()) {
        const fit = regression.fit(variance, start);
        start = fit.weights;
        predictLogistic(held, fit.weights).forEach((p, i) => (validations[v][outside[i]] = p));
        await tick((fold * VARIANCES.length + v + 1) / fits);
      }
    } finally {
      regression.dispose();
    }
  }
  const validationLosses = validations.map((probabilities) => logLoss(labels, probabilities));
  const lowest = Math.min(...validationLosses);
  const chosen = validationLosses.findLastIndex((loss) => loss <= lowest * (1 + WORTH_A_PENALTY));
  const regression = new LogisticRegression(features, labels);
  try {
    const { weights, gradientNorm, steps, logLoss: trainingLogLoss } = regression.fit(VARIANCES[chosen]);
    await tick(1);
    const predict = (matrix: Matrix) => predictLogistic(matrix, weights);
    const details = { variance: VARIANCES[chosen], gradientNorm, steps, trainingLogLoss, columns: features.columns };
    return {
      model: {
        learner: 'logistic',
        ...judged(labels, validations[chosen]),
        predictions: predict(request.predict),
        details,
      },
      losses: [],
      predict,
    };
  } finally {
    regression.dispose();
  }
}

/** The logistic regression of every raw column on its own, with a weak penalty: the one-column rule models must beat. */
export async function trainSingleColumns(
  { features, labels, groups, predict }: TrainRequest,
  tick: (share: number) => Promise<void>,
): Promise<{ singleColumns: SingleColumn[]; singlePredictions: Float64Array<ArrayBuffer> }> {
  const fitted: (SingleColumn & { weights: Float64Array })[] = [];
  for (const [group, { first, count }] of groups.entries()) {
    const column = takeColumns(features, first, count);
    const regression = new LogisticRegression(column, labels);
    const { weights, logLoss: trainingLogLoss } = regression.fit(VARIANCES[VARIANCES.length - 1]);
    regression.dispose();
    const trainingAuc = areaUnderRoc(labels, rankByScore(predictLogistic(column, weights))) ?? NaN;
    fitted.push({ group, trainingAuc, trainingLogLoss, weights });
    await tick((group + 1) / groups.length);
  }
  fitted.sort((a, b) => a.trainingLogLoss - b.trainingLogLoss || a.group - b.group);
  const best = fitted[0];
  const { first, count } = groups[best.group];
  return {
    singleColumns: fitted.map(({ group, trainingAuc, trainingLogLoss }) => ({ group, trainingAuc, trainingLogLoss })),
    singlePredictions: predictLogistic(takeColumns(predict, first, count), best.weights),
  };
}

/** How a model does on the rows its fold left out. */
export function judged(
  labels: Uint8Array,
  validation: Float64Array<ArrayBuffer>,
): Pick<TrainedModel, 'validation' | 'validationAuc' | 'validationLogLoss'> {
  const rows = rowsWhere(validation, (p) => !Number.isNaN(p));
  const known = takeLabels(labels, rows);
  const probabilities = Float64Array.from(rows, (row) => validation[row]);
  return {
    validation,
    validationAuc: areaUnderRoc(known, rankByScore(probabilities)) ?? NaN,
    validationLogLoss: logLoss(known, probabilities),
  };
}

export function rowsWhere(values: ArrayLike<number>, condition: (value: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let i = 0; i < values.length; i++) if (condition(values[i])) rows.push(i);
  return Uint32Array.from(rows);
}

export function takeLabels(labels: Uint8Array, rows: Uint32Array): Uint8Array {
  return Uint8Array.from(rows, (row) => labels[row]);
}
