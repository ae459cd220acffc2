/** DuckDB looks up every few thousand rows whether it is to stop; some functions do not let it. */
const PATIENCE_MS = 800;

/** Whether work goes on after it was cancelled, longer than who cancelled it should wait. Over when the work is. */
export function sticks(work: Promise<unknown>, signal: AbortSignal, patienceMs = PATIENCE_MS): Promise<boolean> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      timer = setTimeout(() => resolve(true), patienceMs);
    };
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wait);
      resolve(false);
    };
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait);
    work.then(over, over);
  });
}
