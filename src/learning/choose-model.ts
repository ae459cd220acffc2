import { logLoss } from './evaluation/scoring-rules.ts';
import type { TrainedModel, TrainRequest } from './training.ts';

/** How many standard errors the loss of a network has to be lower by. */
const CLEARLY = 2;

/**
 * Chooses a model by the training customers that it did not learn from, never by the test part: the logistic
 * regression, unless the network's validation log loss is lower by more than two standard errors of the difference. The
 * network has this to show because its stopping looked at the same rows, and because the simpler model is easier to
 * explain. The standard error counts customers, not rows: `cochran1977`, a mean over clusters.
 *
 * @returns index in `models`
 */
export function chooseModel(
  models: readonly Pick<TrainedModel, 'learner' | 'validation'>[],
  { labels, customers }: Pick<TrainRequest, 'labels' | 'customers'>,
): number {
  const simple = models.findIndex(({ learner }) => learner === 'logistic');
  const network = models.findIndex(({ learner }) => learner === 'network');
  if (simple < 0 || network < 0) return 0;
  const gains = new Map<number, { sum: number; rows: number }>();
  for (const [row, label] of labels.entries()) {
    const [p, q] = [models[simple].validation[row], models[network].validation[row]];
    if (Number.isNaN(p) || Number.isNaN(q)) continue;
    const known = Uint8Array.of(label);
    const gain = logLoss(known, Float64Array.of(p)) - logLoss(known, Float64Array.of(q));
    const sofar = gains.get(customers[row]) ?? { sum: 0, rows: 0 };
    gains.set(customers[row], { sum: sofar.sum + gain, rows: sofar.rows + 1 });
  }
  const { mean, standardError } = clusterMean([...gains.values()]);
  return mean > CLEARLY * standardError ? network : simple;
}

function clusterMean(clusters: readonly { sum: number; rows: number }[]): { mean: number; standardError: number } {
  const rows = clusters.reduce((total, cluster) => total + cluster.rows, 0);
  const mean = clusters.reduce((total, cluster) => total + cluster.sum, 0) / rows;
  const squares = clusters.reduce((total, cluster) => total + (cluster.sum - mean * cluster.rows) ** 2, 0);
  const correction = clusters.length / (clusters.length - 1);
  return { mean, standardError: Math.sqrt(correction * squares) / rows };
}
