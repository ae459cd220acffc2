import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

/*
 * DuckDB's worker counts the bytes of its module in a TransformStream, if there is one, while the browser compiles it:
 * that takes a second at every start, and keeps the browser from storing what it has compiled.
 */
Reflect.deleteProperty(globalThis, 'TransformStream');

const early: MessageEvent[] = [];
globalThis.onmessage = (event) => early.push(event);
await import(/* @vite-ignore */ workerUrl);
for (const { data } of early) globalThis.dispatchEvent(new MessageEvent('message', { data }));
