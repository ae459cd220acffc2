import { throwIfCancelled } from '../core/errors.ts';
import type { Progress, ReportProgress } from '../core/progress.ts';
import { randomSource } from '../statistics/random.ts';
import { startBackend } from './backend.ts';
import { chooseModel } from './choose-model.ts';
import { permuteColumns, takeRows, type Matrix } from './matrix.ts';
import { trainLogistic, trainSingleColumns, type TrainedLogistic } from './train-logistic.ts';
import { trainNetwork, type TrainedNetwork } from './train-network.ts';
import type { LossPoint, TrainRequest, TrainResult } from './training.ts';

export type Train = typeof train;

/** Shares of the work that each part takes, for one bar and one time left over all of them. */
const WORK = { single: 0.05, logistic: 0.2, network: 0.65, permuting: 0.1 } as const;
const TOTAL = 1000;

/**
 * Trains what the request asks for, in the thread it is called in. The same request gives the same digits on the same
 * backend. Traces `training` and `validation` are the log losses of the network per epoch.
 *
 * @throws AppError `cancelled`
 */
export async function train(
  request: TrainRequest,
  progress: ReportProgress,
  signal: AbortSignal,
): Promise<TrainResult> {
  const backend = await startBackend();
  const parts: (keyof typeof WORK)[] = ['single', ...request.learners, 'permuting'];
  const whole = parts.reduce((sum, part) => sum + WORK[part], 0);
  let finished = 0;
  const begin = (part: keyof typeof WORK) => {
    const from = finished;
    finished += WORK[part] / whole;
    return async (share: number, trace?: Progress['trace']) => {
      throwIfCancelled(signal);
      const done = Math.round(TOTAL * (from + (share * WORK[part]) / whole));
      await progress({ phase: 'training', done, total: TOTAL, ...(trace && { trace }) });
    };
  };

  const single = await trainSingleColumns(request, begin('single'));
  const trained: (TrainedLogistic | TrainedNetwork)[] = [];
  if (request.learners.includes('logistic')) trained.push(await trainLogistic(request, begin('logistic')));
  if (request.learners.includes('network')) {
    const tick = begin('network');
    const onEpoch = async ({ epoch, training, validation }: LossPoint, share: number) => {
      await tick(share, { series: 'training', x: epoch, y: training });
      await tick(share, { series: 'validation', x: epoch, y: validation });
    };
    trained.push(await trainNetwork(request, tick, onEpoch));
  }
  const chosen = chooseModel(
    trained.map(({ model }) => model),
    request,
  );
  trained.unshift(...trained.splice(chosen, 1));
  return {
    models: trained.map(({ model }) => model),
    ...single,
    permuted: await permute(request, trained[0].predict, begin('permuting')),
    losses: trained.flatMap(({ losses }) => losses),
    backend,
  };
}

/** Predictions with each raw column's values dealt to other rows (`breiman2001`, section 10). */
async function permute(
  { predict, permuteRows, permutations, groups, seed }: TrainRequest,
  model: (features: Matrix) => Float64Array<ArrayBuffer>,
  tick: (share: number) => Promise<void>,
): Promise<Float64Array<ArrayBuffer>[][]> {
  const features = takeRows(predict, permuteRows);
  const random = randomSource(seed, 1);
  const permuted: Float64Array<ArrayBuffer>[][] = [];
  for (const { first, count } of groups) {
    const repeats: Float64Array<ArrayBuffer>[] = [];
    for (let repeat = 0; repeat < permutations; repeat++) {
      const from = random.shuffle(Uint32Array.from({ length: features.rows }, (_, row) => row));
      repeats.push(model(permuteColumns(features, first, count, from)));
    }
    permuted.push(repeats);
    await tick(permuted.length / groups.length);
  }
  return permuted;
}
