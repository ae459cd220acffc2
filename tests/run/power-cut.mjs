import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * After SIGKILL the system still writes what it was given; after a power cut it does not. A library loaded into the browser
 * keeps, beside each file of the origin's private file system, a copy of it as it was when it was last brought to the disk
 * (fsync, fdatasync). The cut puts these copies in the files' places, and empties those that never were.
 * What it does not show: writes that reach the disk though nobody asked, and torn sectors.
 */

/** @returns {{ env: Record<string, string>, cut: (profile: string) => number }} */
export function preparePowerCut() {
  const library = join(mkdtempSync(join(tmpdir(), 'redito-power-')), 'power-cut.so');
  const source = join(import.meta.dirname, 'power-cut.c');
  const { status, stderr } = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']);
  if (status !== 0) throw new Error(`gcc could not make the library: ${stderr}`);
  return { env: { LD_PRELOAD: library }, cut };
}

function cut(profile) {
  let lost = 0;
  for (const file of filesOf(join(profile, 'Default', 'File System'))) {
    if (file.endsWith('.synced') || !/\/[0-9]{2}\/[0-9]+$/.test(file)) continue;
    const synced = `${file}.synced`;
    lost += 1;
    if (existsSync(synced)) copyFileSync(synced, file);
    else truncateSync(file);
  }
  return lost;
}

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });
}
