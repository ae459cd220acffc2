import { tellRequests } from '../core/thread-requests.ts';
import { live } from '../core/worker-life.ts';
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

/** Where the two headers of a DuckDB database lie, one of which is in force. */
const HEADERS = [4096, 8192];

/*
 * Nor does it bring to the disk what DuckDB wants there before it goes on: a power cut would lose what had been called saved, or
 * leave a header that leads to nothing. A checkpoint ends with a header: everything has to be there before it, and it itself
 * before the log is emptied.
 */
const { read, write } = FileSystemSyncAccessHandle.prototype;
FileSystemSyncAccessHandle.prototype.write = function (bytes, options) {
  const isHeader = HEADERS.includes(options?.at ?? 0);
  if (isHeader) this.flush();
  const wanted = copied.has(bytes) ? new Uint8Array(bytes as ArrayBuffer, 0, copied.get(bytes)) : bytes;
  const written = write.call(this, wanted, options);
  // Nor does it look how much was written: on a full disk it may be less, and in a private window it is a number beyond all.
  if (written !== wanted.byteLength)
    throw new DOMException('No space available for this operation', 'QuotaExceededError');
  if (isHeader) this.flush();
  return written;
};

/*
 * And when it copies a log it writes its whole buffer every time, at the end with what is left in it from before: a log that ends
 * in rubbish cannot be read.
 */
const copied = new WeakMap<object, number>();
FileSystemSyncAccessHandle.prototype.read = function (buffer, options) {
  const count = read.call(this, buffer, options);
  if (buffer instanceof ArrayBuffer) copied.set(buffer, count);
  return count;
};

const early: MessageEvent[] = [];
globalThis.onmessage = (event) => early.push(event);
live();
await import(/* @vite-ignore */ workerUrl);
for (const { data } of early) globalThis.dispatchEvent(new MessageEvent('message', { data }));
