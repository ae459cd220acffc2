import type { Json, Row } from '../../core/json.ts';
import type { ReportProgress } from '../../core/progress.ts';
import { areaUnderRoc } from '../../learning/evaluation/area-under-roc.ts';
import { rankByScore, type Ranking } from '../../learning/evaluation/ranking.ts';
import { clusterBootstrap } from '../../statistics/cluster-bootstrap.ts';
import { centralInterval } from '../../statistics/quantile.ts';
import { randomSource } from '../../statistics/random.ts';
import type { Dataset } from './dataset.ts';
import type { TrainedDivision } from './train-divisions.ts';

const DRAWS = 200;

/**
 * Permutation importance of every column: how much the AUC of the chosen model falls on the test part when the column's
 * values are dealt out anew, as the mean over several deals. `breiman2001`, section 10. It says what the model leans on, not
 * what makes customers leave; columns that carry the same information share it between them.
 *
 * @returns rows `feature`, `importance` (in units of AUC) and its percentile interval of a bootstrap over customers, the
 *   largest first; columns that do not vary in the training rows are 0
 */
export async function permutationImportance(
  data: Dataset,
  trained: readonly TrainedDivision[],
  parameters: Record<string, Json>,
  progress: ReportProgress,
): Promise<Row[]> {
  const rows = trained.flatMap(({ division, permuted }) => Array.from(permuted, (position) => division.test[position]));
  const labels = Uint8Array.from(rows, (row) => data.labels[row]);
  const together = (scores: (one: TrainedDivision) => ArrayLike<number>) =>
    rankByScore(Float64Array.from(trained.flatMap((one) => Array.from(scores(one)))));
  const unchanged = (one: TrainedDivision) =>
    Array.from(one.permuted, (position) => one.result.models[0].predictions[position]);
  const base = together(unchanged);
  const repeats = trained[0].result.permuted[0].length;
  const names = data.columns.map(({ name }) => name);
  const deals = names.map((name) =>
    Array.from({ length: repeats }, (_, repeat) =>
      together((one) => {
        const group = one.encoding.groups.findIndex((known) => known.name === name);
        return group < 0 ? unchanged(one) : one.result.permuted[group][repeat];
      }),
    ),
  );
  const drop = (rankings: readonly Ranking[], weights?: Float64Array): number | undefined => {
    const whole = areaUnderRoc(labels, base, weights);
    if (whole === undefined) return undefined;
    const lost = rankings.map((ranking) => whole - (areaUnderRoc(labels, ranking, weights) ?? whole));
    return lost.reduce((sum, value) => sum + value, 0) / lost.length;
  };

  const customers = rows.map((row) => data.customers[row]);
  const next = clusterBootstrap(customers, randomSource(Number(parameters.seed), 51));
  const drawn = names.map(() => [] as number[]);
  for (let draw = 0; draw < DRAWS; draw++) {
    const weights = next();
    deals.forEach((rankings, i) => {
      const value = drop(rankings, weights);
      if (value !== undefined) drawn[i].push(value);
    });
    await progress({ phase: 'explaining', done: draw + 1, total: DRAWS });
  }
  const level = Number(parameters.level);
  return names
    .map((feature, i) => ({ feature, importance: drop(deals[i]) ?? 0, ...centralInterval(drawn[i], level) }))
    .sort((a, b) => b.importance - a.importance);
}
