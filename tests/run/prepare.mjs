import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = join(root, 'dist');

const BUILD_INPUTS = [
  'src',
  'public',
  'index.html',
  'package-lock.json',
  'svelte.config.js',
  'tests/run/headers.mjs',
  'tsconfig.json',
  'vite.config.ts',
];

/** @returns {boolean} whether this Node is one that package.json allows; says so if not */
export function isNodeRecent() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = engines.node.match(/\d+/g).map(Number);
  const found = process.versions.node.split('.').map(Number);
  const difference = found[0] - wanted[0] || found[1] - wanted[1];
  if (difference < 0) console.error(`Node ${process.versions.node} is too old: Rédito needs ${engines.node}.`);
  return difference >= 0;
}

/** Whether node_modules holds what the lockfile says, packages for other platforms aside. */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === '' || installed[path]?.version === entry.version || (entry.optional && !installed[path]),
  );
}

/** @returns {boolean} whether node_modules is as the lockfile says now */
export function ensureInstalled() {
  if (isInstalled()) return true;
  console.log('Installing the packages of package-lock.json.');
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.error('npm ci failed; see above.');
  return status === 0;
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of BUILD_INPUTS.flatMap((input) => filesOf(join(root, input)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Builds when the sources are not those of the last build.
 * @returns {Promise<boolean>} whether `dist` is up to date now
 */
export async function ensureBuilt() {
  const stamp = join(root, '.cache/built-from');
  const hash = hashOfSources();
  if (existsSync(join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  console.log('Building.');
  // A test runner has set it to something else.
  const environment = { NODE_ENV: 'production' };
  const status = await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], environment);
  if (status !== 0) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/**
 * Runs a Node program in the repository, its output passed through.
 * @param {{ minutes?: number }} options after so many it is ended, with all that it started
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function runNode(parameters, environment = {}, { minutes } = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that what it starts can be ended with it; Windows has no such groups.
    const isGroup = minutes !== undefined && process.platform !== 'win32';
    const child = spawn(process.execPath, parameters, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
      detached: isGroup,
    });
    const end = (signal) => (isGroup ? process.kill(-child.pid, signal) : child.kill(signal));
    const limit =
      minutes &&
      setTimeout(() => {
        console.error(`Not at its end after ${minutes} minutes: ended.`);
        end('SIGKILL');
      }, minutes * 60_000);
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}
