import { removeScratch } from '../files/scratch.ts';

const TRIES = 20;

/** Removes scratch files; a worker that was just ended holds them for a moment longer. */
export async function removeScratchPatiently(scratchId: string): Promise<void> {
  for (let i = 0; ; i += 1) {
    try {
      await removeScratch(scratchId);
      return;
    } catch (error) {
      // What is left is removed when the workspace is opened the next time.
      if (i === TRIES) return void error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
