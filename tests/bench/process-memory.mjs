import { readdirSync, readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 250;

/**
 * Memory of the browser with a profile: the proportional set sizes (PSS) of its process, of the page, the graphics process and all
 * others that it has started. What several of them share counts once; what the kernel keeps of files does not count. Linux only.
 * @returns bytes
 */
function memoryOf(profile) {
  const parents = new Map();
  const roots = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const stat = read(`/proc/${pid}/stat`);
    if (stat === '') continue;
    parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    if (read(`/proc/${pid}/cmdline`).includes(profile)) roots.push(pid);
  }
  const family = new Set(roots);
  for (let before = -1; before !== family.size;) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  let bytes = 0;
  for (const pid of family) bytes += 1024 * Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return bytes;
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
