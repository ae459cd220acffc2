import type { Json, Row } from '../../core/json.ts';
import { areaUnderRoc } from '../../learning/evaluation/area-under-roc.ts';
import { reliabilityBins } from '../../learning/evaluation/calibration.ts';
import { gainsByDecile } from '../../learning/evaluation/gains.ts';
import { rankByScore } from '../../learning/evaluation/ranking.ts';
import { rocCurve } from '../../learning/evaluation/roc-curve.ts';
import { brierScore, logLoss } from '../../learning/evaluation/scoring-rules.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';
import type { Dataset } from './dataset.ts';
import { currentScores, type HeldOut, type TrainedDivision } from './train-divisions.ts';

const CALIBRATION_BINS = 10;

/** What the charts draw and the exports hold. */
export function tablesOf(
  data: Dataset,
  trained: readonly TrainedDivision[],
  held: HeldOut,
  importance: Row[],
  parameters: Record<string, Json>,
): Record<string, Row[]> {
  const level = Number(parameters.level);
  return {
    scores: scoreRows(data, held),
    ...(data.current.length > 0 && { current: currentRows(data, trained) }),
    deciles: decileRows(held, level),
    calibration: reliabilityBins(held.labels, held.chosen, CALIBRATION_BINS, level).map((bin) => ({
      ...bin,
      positives: Math.round(bin.observed * bin.rows),
    })),
    importance,
    roc: rocRows(held),
    loss: lossRows(trained),
    models: modelRows(trained, held),
    folds: foldRows(data, trained),
  };
}

/** The tested customers, most at risk first, with what happened. */
function scoreRows(data: Dataset, { rows, labels, chosen }: HeldOut): Row[] {
  const { order } = rankByScore(chosen);
  return Array.from(order, (i, rank) => ({
    rank: rank + 1,
    ...data.describe(rows[i]),
    probability: rounded(chosen[i]),
    label: labels[i],
    decile: decileOf(rank, order.length),
  }));
}

/** Customers whose outcome is not known yet, most at risk first. */
function currentRows(data: Dataset, trained: readonly TrainedDivision[]): Row[] {
  const scores = currentScores(data, trained);
  return Array.from(rankByScore(scores).order, (i, rank) => ({
    rank: rank + 1,
    ...data.describe(data.current[i]),
    probability: rounded(scores[i]),
    decile: decileOf(rank, scores.length),
  }));
}

function decileOf(rank: number, rows: number): number {
  return Math.min(10, Math.floor((10 * rank) / rows) + 1);
}

function decileRows({ labels, chosen }: HeldOut, level: number): Row[] {
  const deciles = gainsByDecile(labels, rankByScore(chosen)) ?? [];
  return deciles.map((decile) => ({
    ...decile,
    // Customers with equal scores are shared between tenths, so the counts carry rounding errors.
    ...wilsonInterval(Math.min(decile.positives, decile.rows), decile.rows, level),
  }));
}

function rocRows({ labels, learners, singleColumn }: HeldOut): Row[] {
  return Object.entries({ ...learners, singleColumn }).flatMap(([model, scores]) =>
    (rocCurve(labels, rankByScore(scores)) ?? []).map((point) => ({ model, ...point })),
  );
}

/** The network's loss per epoch, in the first division. */
function lossRows([{ result }]: readonly TrainedDivision[]): Row[] {
  return result.losses.map(({ learner, epoch, training, validation }) => ({ learner, epoch, training, validation }));
}

function modelRows(trained: readonly TrainedDivision[], { labels, learners }: HeldOut): Row[] {
  return Object.entries(learners).map(([learner, scores]) => {
    const own = trained.map(({ result }) => result.models.find((model) => model.learner === learner));
    const mean = (value: (model: NonNullable<(typeof own)[number]>) => number) =>
      own.reduce((sum, model) => sum + (model ? value(model) : NaN), 0) / own.length;
    return {
      model: learner,
      chosen: trained.filter(({ result }) => result.models[0].learner === learner).length > trained.length / 2,
      validationAuc: mean((model) => model.validationAuc),
      validationLogLoss: mean((model) => model.validationLogLoss),
      auc: areaUnderRoc(labels, rankByScore(scores)) ?? null,
      brier: brierScore(labels, scores),
      logLoss: logLoss(labels, scores),
    };
  });
}

/** One row per division that was tested. */
function foldRows(data: Dataset, trained: readonly TrainedDivision[]): Row[] {
  return trained.map(({ division, learnedFrom, result }, fold) => {
    const labels = Uint8Array.from(division.test, (row) => data.labels[row]);
    const aucs = result.models.map(({ learner, predictions }) => [
      `auc_${learner}`,
      areaUnderRoc(labels, rankByScore(predictions.slice(0, labels.length))) ?? null,
    ]);
    return {
      fold: fold + 1,
      training: learnedFrom.length,
      test: labels.length,
      baseRate: labels.reduce((sum, label) => sum + label, 0) / labels.length,
      chosen: result.models[0].learner,
      ...(Object.fromEntries(aucs) as Row),
    };
  });
}

function rounded(probability: number): number {
  return Math.round(probability * 1e6) / 1e6;
}
