import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

/*
 * DuckDB's worker counts the bytes of its module in a TransformStream, if there is one, while the browser compiles it:
 * that takes a second at every start, and keeps the browser from storing what it has compiled.
 */
Reflect.deleteProperty(globalThis, 'TransformStream');

/*
 * Nor does it say when the module does not come, whoever opens a database would wait for ever; nor does it bring to the disk what
 * DuckDB wants there before it goes on: a power cut would lose what had been called saved.
 */
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = (source, imports) => {
  runtime().syncFile = (module, id) => {
    const file = runtime().getFileInfo(module, id);
    const handle = file && runtime()._files.get(file.fileName);
    if (handle instanceof FileSystemSyncAccessHandle) handle.flush();
  };
  return instantiateStreaming(source, imports).catch((error: unknown) => {
    reportError(error);
    throw error;
  });
};

/** What DuckDB's module calls for its files; it is there before the module is. */
interface Runtime {
  _files: Map<string, unknown>;
  getFileInfo(module: unknown, id: number): { fileName: string } | null;
  syncFile(module: unknown, id: number): void;
}

function runtime(): Runtime {
  return (globalThis as unknown as { DUCKDB_RUNTIME: Runtime }).DUCKDB_RUNTIME;
}

const early: MessageEvent[] = [];
globalThis.onmessage = (event) => early.push(event);
await import(/* @vite-ignore */ workerUrl);
for (const { data } of early) globalThis.dispatchEvent(new MessageEvent('message', { data }));
