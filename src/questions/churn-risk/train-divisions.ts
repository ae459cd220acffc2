import type { Json } from '../../core/json.ts';
import type { ReportProgress } from '../../core/progress.ts';
import { encode, fitEncoding, type Encoding } from '../../learning/encoding.ts';
import { assignFolds } from '../../learning/folds.ts';
import type { Train } from '../../learning/train.ts';
import type { Learner, TrainResult } from '../../learning/training.ts';
import { randomSource, type Random } from '../../statistics/random.ts';
import type { AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { takeNumbers, type Dataset, type Division } from './dataset.ts';
import { unanswerable } from './unanswerable.ts';

/** What `answer` needs besides the workspace: training, in a worker of its own in the product. */
export interface ChurnContext extends AskContext {
  train: Train;
}

/** More rows than this are not trained on: customers are drawn from all. */
const MOST_TRAINING_ROWS = 100_000;
/** More test rows than this are not used for permutation importance. */
const MOST_PERMUTED_ROWS = 5_000;
const PERMUTATIONS = 3;
const FOLDS = 5;

/** One division after training. */
export interface TrainedDivision {
  division: Division;
  encoding: Encoding;
  result: TrainResult;
  /** Rows of the training part that were drawn to learn from. */
  learnedFrom: Uint32Array;
  /** Positions in `division.test` on which columns were permuted. */
  permuted: Uint32Array;
  /** Best single column. */
  singleColumn: { name: string; trainingAuc: number };
}

/** Predictions of every row that was tested on, once, whatever the number of divisions. */
export interface HeldOut {
  rows: Uint32Array;
  labels: Uint8Array<ArrayBuffer>;
  customers: Int32Array<ArrayBuffer>;
  /** Of the model chosen in each row's division. */
  chosen: Float64Array<ArrayBuffer>;
  learners: Partial<Record<Learner, Float64Array<ArrayBuffer>>>;
  singleColumn: Float64Array<ArrayBuffer>;
}

/** Trains every division of the data. Test rows give their features, never their outcome. */
export async function trainDivisions(
  context: ChurnContext,
  data: Dataset,
  parameters: Record<string, Json>,
): Promise<TrainedDivision[] | Unanswerable> {
  const trained: TrainedDivision[] = [];
  for (const [d, division] of data.divisions.entries()) {
    const seed = Number(parameters.seed);
    const random = randomSource(seed, 3 + d);
    const learnedFrom = drawCustomers(division.training, data.customers, random);
    const encoding = fitEncoding(data.columns, learnedFrom);
    if (encoding.width === 0) return unanswerable('no-columns');
    const labels = Uint8Array.from(learnedFrom, (row) => data.labels[row]);
    const customers = Int32Array.from(learnedFrom, (row) => data.customers[row]);
    const toPredict = Uint32Array.from([...division.test, ...(d === 0 ? data.current : [])]);
    const permuted = drawPositions(division.test.length, random);
    const result = await context.train(
      {
        features: encode(encoding, data.columns, learnedFrom),
        labels,
        customers,
        folds: assignFolds(customers, labels, FOLDS, random),
        groups: encoding.groups,
        predict: encode(encoding, data.columns, toPredict),
        permuteRows: permuted.slice(),
        permutations: PERMUTATIONS,
        learners: parameters.learners as Learner[],
        seed,
      },
      ofWhole(context.progress, d, data.divisions.length),
      context.signal,
    );
    const { group, trainingAuc } = result.singleColumns[0];
    const singleColumn = { name: encoding.groups[group].name, trainingAuc };
    trained.push({ division, encoding, result, learnedFrom, permuted, singleColumn });
  }
  return trained;
}

export function heldOut(data: Dataset, trained: readonly TrainedDivision[]): HeldOut {
  const rows = Uint32Array.from(trained.flatMap(({ division }) => [...division.test]));
  const together = (predictions: (result: TrainResult) => Float64Array) =>
    Float64Array.from(
      trained.flatMap(({ division, result }) => [...predictions(result).subarray(0, division.test.length)]),
    );
  const learners = Object.fromEntries(
    trained[0].result.models.map(({ learner }) => [
      learner,
      together((result) => result.models.find((model) => model.learner === learner)?.predictions ?? new Float64Array()),
    ]),
  );
  return {
    rows,
    labels: Uint8Array.from(rows, (row) => data.labels[row]),
    customers: Int32Array.from(rows, (row) => data.customers[row]),
    chosen: together((result) => result.models[0].predictions),
    learners,
    singleColumn: together((result) => result.singlePredictions),
  };
}

/** Scores of the rows without an outcome, by the chosen model of the first division. */
export function currentScores(data: Dataset, [{ division, result }]: readonly TrainedDivision[]): Float64Array {
  const first = division.test.length;
  return takeNumbers(
    result.models[0].predictions,
    Uint32Array.from(data.current, (_, i) => first + i),
  );
}

/** All rows of as many customers as fit; all of them where they do. */
function drawCustomers(rows: Uint32Array, customers: Int32Array, random: Random): Uint32Array {
  if (rows.length <= MOST_TRAINING_ROWS) return rows;
  const all = [...new Set(Array.from(rows, (row) => customers[row]))];
  const rowsEach = rows.length / all.length;
  const drawn = new Set(random.shuffle(all).slice(0, Math.floor(MOST_TRAINING_ROWS / rowsEach)));
  return rows.filter((row) => drawn.has(customers[row]));
}

function drawPositions(count: number, random: Random): Uint32Array<ArrayBuffer> {
  const all = Uint32Array.from({ length: count }, (_, position) => position);
  return count <= MOST_PERMUTED_ROWS ? all : random.shuffle(all).slice(0, MOST_PERMUTED_ROWS).sort();
}

function ofWhole(progress: ReportProgress, part: number, parts: number): ReportProgress {
  return (now) => progress({ ...now, done: part * now.total + now.done, total: parts * now.total });
}
