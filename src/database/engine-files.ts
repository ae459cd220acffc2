/*
 * What DuckDB's worker leaves out when it reads and writes files in OPFS. All of it was seen to cost data: the tests name how.
 */

/** Where the two headers of a DuckDB database lie, one of which is in force. */
const HEADERS = [4096, 8192];

/** What the module calls outside; the first argument is the module as it is seen from there. */
export interface EngineRuntime {
  writeFile(module: EngineModule, ...rest: number[]): number;
  moveFile(module: EngineModule, ...rest: number[]): boolean;
}

interface EngineModule {
  ccall(name: string, returns: null, types: string[], values: string[]): void;
}

export function mendHandles(): void {
  const { read, write } = FileSystemSyncAccessHandle.prototype;
  const copied = new WeakMap<object, number>();

  /*
   * A log is copied through one buffer, which is written whole every time: a log that ends in what was left in the buffer cannot be
   * read. Only for that a buffer of its own is handed over, all else lies in the module's memory.
   */
  FileSystemSyncAccessHandle.prototype.read = function (buffer, options) {
    const count = read.call(this, buffer, options);
    if (buffer instanceof ArrayBuffer) copied.set(buffer, count);
    return count;
  };

  FileSystemSyncAccessHandle.prototype.write = function (bytes, options) {
    /*
     * Nothing is brought to the disk that DuckDB wants there before it goes on: a power cut would lose what had been called saved,
     * or leave a header that leads to nothing. A checkpoint ends with a header: everything has to be there before it, and it itself
     * before the log is emptied.
     */
    const isHeader = HEADERS.includes(options?.at ?? 0);
    if (isHeader) this.flush();
    const wanted = copied.has(bytes) ? new Uint8Array(bytes as ArrayBuffer, 0, copied.get(bytes)) : bytes;
    const written = write.call(this, wanted, options);
    // Nobody looks how much was written: on a full disk it may be less, and in a private window of Chromium it is 2³² − 8.
    if (written !== wanted.byteLength)
      throw new DOMException('No space available for this operation', 'QuotaExceededError');
    if (isHeader) this.flush();
    return written;
  };
}

/**
 * An error of JavaScript's that flies through the module leaves it in pieces: it recurses until its stack ends, or never answers
 * again. As an error of its own it takes back what it was doing, and says so.
 */
export function tellFailedWrites(runtime: EngineRuntime): void {
  const { writeFile, moveFile } = runtime;
  runtime.writeFile = (module, ...rest) => told(module, () => writeFile(module, ...rest)) ?? 0;
  runtime.moveFile = (module, ...rest) => told(module, () => moveFile(module, ...rest)) ?? false;
}

function told<T>(module: EngineModule, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    module.ccall('duckdb_web_fail_with', null, ['string'], [error.message]);
    return undefined;
  }
}
