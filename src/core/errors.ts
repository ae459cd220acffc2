import type { Json } from './json.ts';

/** An error as it crosses between threads: stable code and the values its dictionary text needs. */
export interface ErrorData {
  code: string;
  details: Record<string, Json>;
  /** For a developer's console; people read the dictionary's `error.<code>` and `error.<code>.hint`. */
  technical: string;
}

/** What a call to a worker has brought: errors cross as data. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ErrorData };

/**
 * The world failed (file, quota, memory) or the caller asked for what cannot be. The code is stable and has two
 * dictionary entries, `error.<code>` (what happened, to what) and `error.<code>.hint` (what to do).
 */
export class AppError extends Error {
  readonly code: string;
  readonly details: Record<string, Json>;

  constructor(code: string, details: Record<string, Json> = {}, options?: { cause?: unknown }) {
    const cause = options?.cause;
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    super(`${code} ${JSON.stringify(details)}${reason}`, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Anything thrown becomes data; what is not an AppError keeps its text under `unexpected`, never masked. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof AppError) {
    return { code: thrown.code, details: thrown.details, technical: thrown.message };
  }
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'unexpected', details: { reason }, technical: text };
}

export function fromErrorData(data: ErrorData): AppError {
  return new AppError(data.code, data.details, { cause: new Error(data.technical) });
}

/** The analyst pressed Cancel: not a failure. */
export function cancelled(): AppError {
  return new AppError('cancelled');
}

export function isCancelled(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'cancelled';
}

/** @throws AppError `cancelled` when the signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}

/** After these the database may answer, but it cannot write. */
const STOPPED = new Set(['storage-full', 'disk-full', 'workspace-broken', 'engine-died']);

/** Whether nothing can be done with the database any more until it is opened again. */
export function hasStopped(error: unknown): error is AppError {
  return error instanceof AppError && STOPPED.has(error.code);
}
