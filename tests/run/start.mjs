import { spawn } from 'node:child_process';
import { dist, ensureBuilt, ensureInstalled, isNodeRecent } from './prepare.mjs';
import { serve } from './serve.mjs';

const FIRST_PORT = 4173;

if (!isNodeRecent() || !ensureInstalled() || !(await ensureBuilt())) process.exit(1);

const { address } = await serve(dist, { port: FIRST_PORT, tries: 50 });
console.log(`\n  Rédito  ${address}\n\n  Ctrl-C ends it. Your data stay in the browser, under this address.\n`);
if (!address.includes(`:${FIRST_PORT}/`)) {
  console.log(
    `  Port ${FIRST_PORT} is taken by another program. A browser keeps a workspace per address: what you keep`,
  );
  console.log(`  under http://localhost:${FIRST_PORT}/ is not seen here.\n`);
}
if (mayOpen()) open(address);

function mayOpen() {
  const { CI, REDITO_NO_OPEN, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || REDITO_NO_OPEN) return false;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function open(url) {
  const [command, ...parameters] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[
    process.platform
  ] ?? ['xdg-open', url];
  const child = spawn(command, parameters, { stdio: 'ignore', detached: true });
  // The address is printed; a machine without such a command is not an error.
  child.on('error', () => undefined);
  child.unref();
}
