import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/core/progress.ts';
import { areaUnderRoc } from '../../../src/learning/evaluation/area-under-roc.ts';
import { rankByScore } from '../../../src/learning/evaluation/ranking.ts';
import { train } from '../../../src/learning/train.ts';
import type { TrainRequest, TrainResult } from '../../../src/learning/training.ts';
import { trainRequest } from '../../fixtures/churn-risk/request.ts';

const never = new AbortController().signal;
const run = (request: TrainRequest): Promise<TrainResult> => train(request, () => Promise.resolve(), never);

describe('train', () => {
  it('gives the same digits twice', async () => {
    const request = trainRequest(200, 'apart');
    const [first, second] = [await run(request), await run(request)];
    expect(first).toEqual(second);
    expect(await run({ ...request, seed: 2 })).not.toEqual(first);
  });

  it('chooses the logistic regression where a line is the truth', async () => {
    const { models, singleColumns } = await run(trainRequest(400, 'apart'));
    expect(models[0].learner).toBe('logistic');
    expect(singleColumns[0].group).toBe(0);
  });

  it('chooses the network where no line can tell the classes', async () => {
    const { models } = await run(trainRequest(700, 'together'));
    expect(models[0].learner).toBe('network');
    expect(models[0].validationAuc).toBeGreaterThan(0.75);
    expect(models[1].validationAuc).toBeLessThan(0.6);
  });

  it('predicts each training row by models that did not see it', async () => {
    const request = trainRequest(200, 'apart');
    for (const { validation } of (await run(request)).models) {
      expect(validation.every((probability) => probability > 0 && probability < 1)).toBe(true);
    }
  });

  it('loses only where the permuted column was leaned on', async () => {
    const request = { ...trainRequest(600, 'apart'), learners: ['logistic'] as const };
    const { models, permuted } = await run(request);
    const labels = request.labels.slice(0, 200);
    const auc = (scores: Float64Array) => areaUnderRoc(labels, rankByScore(scores)) ?? NaN;
    const lost = permuted.map((repeats) => auc(models[0].predictions) - (auc(repeats[0]) + auc(repeats[1])) / 2);
    expect(lost[0]).toBeGreaterThan(0.1);
    expect(Math.abs(lost[2])).toBeLessThan(0.02);
  });

  it('reports progress that only grows, with a trace of both losses', async () => {
    const seen: Progress[] = [];
    await train(trainRequest(200, 'apart'), (progress) => Promise.resolve(void seen.push(progress)), never);
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(1000);
    expect(new Set(seen.map(({ trace }) => trace?.series))).toEqual(new Set([undefined, 'training', 'validation']));
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    let reports = 0;
    const training = train(
      trainRequest(300, 'apart'),
      () => {
        reports += 1;
        if (reports === 3) controller.abort();
        return Promise.resolve();
      },
      controller.signal,
    );
    await expect(training).rejects.toMatchObject({ code: 'cancelled' });
    expect(reports).toBe(3);
  });
});
