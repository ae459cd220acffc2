import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { env, getBackend, ready, setBackend } from '@tensorflow/tfjs-core';

/**
 * Starts TensorFlow.js on WASM with one thread, the reference for all numbers; on plain JavaScript where WASM does not
 * start. One thread: several would add up in a changing order, and need workers from blobs, which the policy forbids.
 *
 * @returns the name of the backend that runs
 */
export async function startBackend(): Promise<string> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const onWasm = await setBackend('wasm').catch(() => false);
  if (!onWasm) await setBackend('cpu');
  await ready();
  return getBackend();
}
