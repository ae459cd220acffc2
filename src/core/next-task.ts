/** Lets a thread answer to whatever has happened meanwhile. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** So many rows are looked at in a few milliseconds. */
const AT_ONCE = 5_000;

/** Works through a long list a slice at a time, each in a task of its own. */
export async function inSlices<T>(items: readonly T[], work: (slice: readonly T[]) => void): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    if (start > 0) await nextTask();
    work(items.slice(start, start + AT_ONCE));
  }
}

/** A sorted copy; equal items keep their order. A slice is sorted, and as many items are merged, in one task. */
export async function sortInSlices<T>(items: readonly T[], compare: (one: T, other: T) => number): Promise<T[]> {
  let runs: T[][] = [];
  await inSlices(items, (slice) => runs.push([...slice].sort(compare)));
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(await merge(runs[i]!, runs[i + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(one: readonly T[], other: readonly T[], compare: (one: T, other: T) => number): Promise<T[]> {
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (merged.length % AT_ONCE === AT_ONCE - 1) await nextTask();
    const isFirst = j === other.length || (i < one.length && compare(one[i]!, other[j]!) <= 0);
    merged.push(isFirst ? one[i++]! : other[j++]!);
  }
  return merged;
}
