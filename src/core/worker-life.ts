/*
 * Nobody is told when a worker ends for want of memory, or because the browser ends it: who waits for its answer would wait
 * for ever. A worker holds a lock as long as it lives; whoever gets that lock knows that it is dead.
 */

const LOOK_EVERY_MS = 100;
/** One that has not run its first line after so many looks was ended before it: half a minute, as a busy machine is slow. */
const MOST_LOOKS = 300;

/** Called in the worker: from now on its death can be seen by the name that it was started with. */
export function live(): void {
  const { name } = globalThis as unknown as { name: string };
  // Without a name nobody looks.
  if (name !== '') void navigator.locks.request(name, () => new Promise(() => undefined));
}

/** Resolves when the worker of that name is dead, or `given` has fired. */
export async function untilDeath(name: string, given: AbortSignal): Promise<'dead' | 'given up'> {
  try {
    for (let looks = 0; ; looks += 1) {
      const { held = [] } = await navigator.locks.query();
      if (held.some((lock) => lock.name === name)) break;
      if (given.aborted) return 'given up';
      if (looks === MOST_LOOKS) return 'dead';
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    await navigator.locks.request(name, { signal: given }, () => undefined);
    return given.aborted ? 'given up' : 'dead';
  } catch (error) {
    if (given.aborted) return 'given up';
    throw error;
  }
}
