import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { expose, transfer } from 'comlink';
import { toErrorData, type ErrorData } from '../core/errors.ts';
import { tellRequests } from '../core/thread-requests.ts';
import type { Progress } from '../core/progress.ts';
import { train } from './train.ts';
import type { TrainRequest, TrainResult } from './training.ts';

export type TrainOutcome = { ok: true; value: TrainResult } | { ok: false; error: ErrorData };

tellRequests('trainer');

// The threaded binary is never asked for (see `startBackend`); the library wants an address for it all the same.
setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
});

const controllers = new Map<number, AbortController>();

const service = {
  /** Trains; errors come back as data. The other side answers each `onProgress`, so cancellations arrive in between. */
  async train(job: number, request: TrainRequest, onProgress: (progress: Progress) => void): Promise<TrainOutcome> {
    const controller = new AbortController();
    controllers.set(job, controller);
    try {
      const value = await train(request, async (progress) => await onProgress(progress), controller.signal);
      return transfer({ ok: true, value }, buffersOf(value));
    } catch (thrown) {
      return { ok: false, error: toErrorData(thrown) };
    } finally {
      controllers.delete(job);
    }
  },
  cancel(job: number): void {
    controllers.get(job)?.abort();
  },
};

export type TrainerService = typeof service;

function buffersOf({ models, singlePredictions, permuted }: TrainResult): ArrayBuffer[] {
  const arrays = [
    ...models.flatMap((model) => [model.validation, model.predictions]),
    singlePredictions,
    ...permuted.flat(),
  ];
  return [...new Set(arrays.map((array) => array.buffer))];
}

expose(service);
