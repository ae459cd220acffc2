import { AppError } from '../core/errors.ts';

/** After a reload the old tab's worker holds locks and files for a moment longer. */
const PATIENCE_MS = 2500;

/**
 * Holds a lock among all tabs until it is released.
 * @throws AppError `open-elsewhere` while another tab holds it.
 */
export async function lock(
  name: string,
  mode: LockMode = 'exclusive',
  patienceMs: number = PATIENCE_MS,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { mode, signal: AbortSignal.timeout(patienceMs) }, () => {
        return new Promise<void>((free) => resolve(free));
      })
      .catch((error: unknown) => reject(new AppError('open-elsewhere', {}, { cause: error })));
  });
}

/** A worker that is ended in the middle of something may take so long to go. */
const LONGEST_END_MS = 10_000;

/** Tries again while a file's handle is still held by a worker that is going away: the lock of its workspace is ours already. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + LONGEST_END_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isHeld(error) || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Whether somebody else has the file open. */
export function isHeld(error: unknown): boolean {
  return /access handle|locked|NoModificationAllowed/i.test(String(error));
}
