import { tellRequests } from '../core/thread-requests.ts';
import { live } from '../core/worker-life.ts';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { mendHandles, tellFailedWrites, type EngineRuntime } from './engine-files.ts';

tellRequests('engine');

/*
 * DuckDB's worker counts the bytes of its module in a TransformStream, if there is one, while the browser compiles it:
 * that takes a second at every start, and keeps the browser from storing what it has compiled.
 */
Reflect.deleteProperty(globalThis, 'TransformStream');

/* Nor does it say when the module does not come: whoever opens a database would wait for ever. */
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = (source, imports) => {
  // DuckDB's worker puts it there before it fetches its module.
  tellFailedWrites(globalThis.DUCKDB_RUNTIME as EngineRuntime);
  return instantiateStreaming(source, imports).catch((error: unknown) => {
    reportError(error);
    throw error;
  });
};

mendHandles();

const early: MessageEvent[] = [];
globalThis.onmessage = (event) => early.push(event);
live();
await import(/* @vite-ignore */ workerUrl);
for (const { data } of early) globalThis.dispatchEvent(new MessageEvent('message', { data }));
