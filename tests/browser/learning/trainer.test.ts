import { afterEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/core/progress.ts';
import { TrainerClient } from '../../../src/learning/trainer-client.ts';
import { trainRequest } from '../../fixtures/churn-risk/request.ts';

const trainer = new TrainerClient();
const never = new AbortController().signal;
const quietly = () => Promise.resolve();

afterEach(() => trainer.end());

describe('TrainerClient', () => {
  it('trains on WASM in a worker, twice with the same digits, and tells the losses as it goes', async () => {
    const traces: string[] = [];
    const follow = (progress: Progress) => {
      if (progress.trace) traces.push(progress.trace.series);
      return Promise.resolve();
    };
    const first = await trainer.train(trainRequest(400, 'apart'), follow, never);
    const second = await trainer.train(trainRequest(400, 'apart'), quietly, never);
    expect(first.backend).toBe('wasm');
    expect(first.models.map(({ learner }) => learner).sort()).toEqual(['logistic', 'network']);
    expect(new Set(traces)).toEqual(new Set(['training', 'validation']));
    expect(second).toEqual(first);
  });

  it('gives the same digits in a new worker', async () => {
    const first = await trainer.train(trainRequest(200, 'apart'), quietly, never);
    trainer.end();
    expect(await trainer.train(trainRequest(200, 'apart'), quietly, never)).toEqual(first);
  });

  it('takes the arrays without copying them', async () => {
    const request = trainRequest(200, 'apart');
    await trainer.train(request, quietly, never);
    expect(request.features.values.buffer.byteLength).toBe(0);
  });

  it('lets trainings take turns, and one that is cancelled takes no other along', async () => {
    const controller = new AbortController();
    const first = trainer.train(trainRequest(200, 'apart'), quietly, never);
    const dropped = trainer.train(trainRequest(5000, 'together'), quietly, controller.signal);
    const second = trainer.train(trainRequest(200, 'apart'), quietly, never);
    controller.abort();
    await expect(dropped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await second).toEqual(await first);
  });

  it('stops within a fraction of a second when it is cancelled, and can train again', async () => {
    const controller = new AbortController();
    let reports = 0;
    let cancelledAt = 0;
    const follow = () => {
      reports += 1;
      if (reports === 5) {
        cancelledAt = performance.now();
        controller.abort();
      }
      return Promise.resolve();
    };
    const training = trainer.train(trainRequest(5000, 'together'), follow, controller.signal);
    await expect(training).rejects.toMatchObject({ code: 'cancelled' });
    expect(performance.now() - cancelledAt).toBeLessThan(500);
    const again = await trainer.train(trainRequest(200, 'apart'), quietly, never);
    expect(again.models).toHaveLength(2);
  });

  it('does not start when it is cancelled already', async () => {
    const training = trainer.train(trainRequest(200, 'apart'), quietly, AbortSignal.abort());
    await expect(training).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('sends what went wrong back as an error with a code', async () => {
    const request = trainRequest(200, 'apart');
    const broken = { ...request, groups: [] };
    await expect(trainer.train(broken, quietly, never)).rejects.toMatchObject({ code: 'unexpected' });
  });
});
