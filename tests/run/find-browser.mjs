import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const MAC_APPLICATIONS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** Nothing but the page under test may use the network, and the machine may have no display. */
export const BROWSER_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The browser itself asks its maker about forms; no page can stop that, and no test is about it.
  '--disable-features=AutofillServerCommunication',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates() {
  const { REDITO_BROWSER, PATH = '', PROGRAMFILES, LOCALAPPDATA, HOME = '' } = process.env;
  if (REDITO_BROWSER) return [REDITO_BROWSER];
  if (process.platform === 'darwin') {
    return ['/Applications', join(HOME, 'Applications')].flatMap((folder) =>
      MAC_APPLICATIONS.map((application) => join(folder, application)),
    );
  }
  if (process.platform === 'win32') {
    return [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => join(folder, program)));
  }
  return COMMANDS.flatMap((command) => PATH.split(delimiter).map((folder) => join(folder, command)));
}

/**
 * The Chromium, Chrome or Edge of this machine; the variable REDITO_BROWSER overrules the search.
 * @returns {string | undefined} path of the program
 */
export function findBrowser() {
  return candidates().find(isExecutable);
}

function run(command, parameters) {
  return spawnSync(command, parameters, { stdio: 'inherit' }).status === 0;
}

/**
 * The browser, installed from the distribution's packages if there is none and this is Debian or Ubuntu.
 * @throws Error that says what to install when nothing could be found.
 */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.env.REDITO_BROWSER) {
    throw new Error(`REDITO_BROWSER names “${process.env.REDITO_BROWSER}”, which is not a program that can be run.`);
  }
  if (existsSync('/usr/bin/apt-get')) {
    const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const install = [...root, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'];
    const update = [...root, 'apt-get', 'update'];
    console.log('No Chromium, Chrome or Edge found: installing the package chromium.');
    if (run(update[0], update.slice(1)) && run(install[0], install.slice(1))) {
      const installed = findBrowser();
      if (installed) return installed;
    }
  }
  throw new Error(
    'No Chromium, Chrome or Edge found, and none could be installed. Install one, or put the path of its program into REDITO_BROWSER.',
  );
}
