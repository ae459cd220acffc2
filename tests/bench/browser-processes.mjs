import { readdirSync, readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 250;

/** The process of the browser with a profile, of the page, the graphics process and all others that it has started. Linux only. */
function processesOf(profile) {
  const parents = new Map();
  const family = new Set();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const fields = statOf(pid);
    if (!fields) continue;
    parents.set(pid, Number(fields[1]));
    if (read(`/proc/${pid}/cmdline`).includes(profile)) family.add(pid);
  }
  for (let before = -1; before !== family.size;) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** From the third field of proc(5) on. */
function statOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat === '' ? undefined : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/**
 * The sum of the proportional set sizes (PSS): what several of them share counts once, and what the kernel keeps of files does not
 * count.
 * @returns bytes
 */
function memoryOf(profile) {
  const sizes = processesOf(profile).map((pid) => /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return sizes.reduce((sum, size) => sum + 1024 * Number(size), 0);
}

const TICKS_PER_SECOND = 100;

/** Processor time that they have used up to now, which other programs on the machine do not lengthen. @returns milliseconds */
export function processorTime(profile) {
  const ticks = processesOf(profile).map((pid) => {
    const fields = statOf(pid) ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return (1000 * ticks.reduce((a, b) => a + b, 0)) / TICKS_PER_SECOND;
}

/** A process may have ended meanwhile. */
function read(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** The memory before some work, and the most that was seen while it went on. @returns bytes */
export async function peakMemory(profile, work) {
  const before = memoryOf(profile);
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(profile));
  }, LOOK_EVERY_MS);
  try {
    const result = await work();
    return { before, peak: Math.max(peak, memoryOf(profile)), result };
  } finally {
    clearInterval(watch);
  }
}
