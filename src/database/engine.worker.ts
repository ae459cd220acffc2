import { tellRequests } from '../core/thread-requests.ts';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

tellRequests('engine');

/*
 * DuckDB's worker counts the bytes of its module in a TransformStream, if there is one, while the browser compiles it:
 * that takes a second at every start, and keeps the browser from storing what it has compiled.
 */
Reflect.deleteProperty(globalThis, 'TransformStream');

/* Nor does it say when the module does not come: whoever opens a database would wait for ever. */
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = (source, imports) =>
  instantiateStreaming(source, imports).catch((error: unknown) => {
    reportError(error);
    throw error;
  });

const early: MessageEvent[] = [];
globalThis.onmessage = (event) => early.push(event);
await import(/* @vite-ignore */ workerUrl);
for (const { data } of early) globalThis.dispatchEvent(new MessageEvent('message', { data }));
