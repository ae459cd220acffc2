import { cancelled } from '../core/errors.ts';

/** What others wait for too goes on; who has cancelled does not wait for it any longer. */
export function orAborted<T>(shared: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return shared;
  if (signal.aborted) return Promise.reject(cancelled());
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(cancelled()), { once: true });
    shared.then(resolve, reject);
  });
}
