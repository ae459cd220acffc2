import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS, findOrInstallBrowser } from './find-browser.mjs';
import { installKillPage } from './kill-page.mjs';

/*
 * Kills the whole browser with SIGKILL in the middle of something, again and again on one profile, and looks what is there
 * afterwards: what the page was told to be done has to be, and of what it was not told, all or nothing.
 */

/** How long each takes, more or less, in milliseconds: the moments lie before its end and after it. */
const SPANS = { import: 3000, question: 2500, save: 2000, open: 5000, switch: 4000 };
export const OPERATIONS = Object.keys(SPANS);
const MOST_WORKSPACES = 3;
const OPENS_IN_MS = 120_000;
const SAVED = ['saved_one', 'saved_two'].map((name, i) => ({ name, rows: 5000, seed: 31 * (i + 1) }));

/** @returns {() => number} mulberry32 */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a table of the test holds, worked out without the product. */
function contentOf({ rows, seed }) {
  let amounts = 0;
  for (let i = 0; i < rows; i += 1) amounts += (i * 7919 + seed) % 100_003;
  return { content: `${rows} rows, ids ${(rows * (rows - 1)) / 2}, amounts ${amounts}` };
}

const contentsOf = (tables) => Object.fromEntries(tables.map((table) => [table.name, contentOf(table)]));

/** What is other than both of the states that there may be, in words; nothing when it is one of them. */
function differences(found, possible) {
  const all = possible.map((state) => differencesFrom(found, state));
  return all.find((list) => list.length === 0) ?? all[0];
}

function differencesFrom(found, state) {
  const problems = [];
  const free = { ...found };
  for (const [id, tables] of Object.entries(state)) {
    // The id of one that was being made is not known.
    const key = id === 'new' ? Object.keys(found).find((other) => !(other in state)) : id;
    if (!key || !found[key]) {
      problems.push(`workspace ${id} is gone`);
      continue;
    }
    delete free[key];
    for (const name of new Set([...Object.keys(tables), ...Object.keys(found[key])])) {
      const [expected, is] = [tables[name], found[key][name]];
      const isSame = expected && is && expected.content === is.content && (expected.hash ?? is.hash) === is.hash;
      if (!isSame) problems.push(`${key}.${name}: ${is?.content ?? 'not there'} for ${expected?.content ?? 'nothing'}`);
    }
  }
  for (const id of Object.keys(free)) problems.push(`workspace ${id} came from nowhere`);
  return problems;
}

async function launch(profile, env) {
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const browser = spawn(findOrInstallBrowser(), [...BROWSER_FLAGS, ...flags], {
    ...{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    env: { ...process.env, ...env },
  });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    browser.stderr.on('data', (bytes) => {
      said += bytes;
      const match = /DevTools listening on (ws:\S+)/.exec(said);
      if (match) resolve(match[1]);
    });
    void ended.then(() => reject(new Error(`the browser did not start: ${said.slice(-500)}`)));
  });
  return {
    address,
    /** With every process of it at once. */
    async kill() {
      process.kill(-browser.pid, 'SIGKILL');
      await ended;
    },
  };
}

/** The app in the browser, ready to work. */
async function openApp(browser, address, acknowledge) {
  const connection = await chromium.connectOverCDP(browser.address);
  const page = await connection.contexts()[0].newPage();
  page.setDefaultTimeout(OPENS_IN_MS);
  await page.exposeFunction('acknowledge', acknowledge);
  await page.addInitScript(installKillPage);
  const began = performance.now();
  await page.goto(address);
  await page.evaluate(() => window.redito.ready);
  return { page, openedMs: performance.now() - began };
}

/** What is to be interrupted, and the states that there may be afterwards: the one that it leads to comes last. */
function plan(kind, i, { found, open }, draw) {
  const seed = Math.floor(draw() * 100_000);
  const ids = Object.keys(found);
  switch (kind) {
    case 'import': {
      const table = { name: `t${i}`, rows: 5000 + Math.floor(draw() * 60_000), seed };
      const after = { ...found, [open]: { ...found[open], [table.name]: contentOf(table) } };
      return { given: { table }, possible: [found, after] };
    }
    case 'open':
      return { given: {}, possible: [found, { ...found, [open]: contentsOf(SAVED) }] };
    case 'switch': {
      if (ids.length < MOST_WORKSPACES)
        return { work: 'create', given: { name: `Number ${i}` }, possible: [found, { ...found, new: {} }] };
      const others = ids.filter((id) => id !== open);
      return { given: { to: others[seed % others.length] }, possible: [found] };
    }
    default:
      return { given: {}, possible: [found] };
  }
}

/**
 * @param {object} options
 * @param {string} options.address where the built app is served
 * @param {string[]} options.kinds what each kill interrupts
 * @param {number} options.seed
 * @param {(result: object) => void} [options.onResult] hears what came out, one by one
 * @param {{ env: Record<string, string>, cut: (profile: string) => void }} [options.power] what becomes of the disk with a kill
 * @returns {Promise<object[]>} `{ kind, delayMs, acknowledged, openedMs, problems }` per kill; no problems: all was well
 */
export async function killAtMoments({ address, kinds, seed, onResult, power }) {
  const profile = mkdtempSync(join(tmpdir(), 'redito-durability-'));
  const savedFile = join(profile, 'saved.redito');
  const draw = random(seed);
  const results = [];
  let pending;
  try {
    for (let i = 0; i <= kinds.length; i += 1) {
      let told;
      const browser = await launch(profile, power?.env);
      try {
        const opened = await openApp(browser, address, (outcome) => (told = outcome)).catch((error) => ({ error }));
        const seen = opened.error ? undefined : await opened.page.evaluate(() => window.durability.look());
        if (pending) {
          const problems = seen
            ? differences(seen.found, pending.possible)
            : [`does not open: ${opened.error.message}`];
          const result = {
            ...pending.result,
            openedMs: opened.openedMs,
            problems: [...pending.result.problems, ...problems],
          };
          results.push(result);
          onResult?.(result);
        }
        if (!seen) {
          if (!pending) throw opened.error;
          return results;
        }
        if (i === kinds.length) return results;
        const { page } = opened;
        if (i === 0) {
          const file = await page.evaluate((tables) => window.durability.makeFile(tables), SAVED);
          writeFileSync(savedFile, Buffer.from(file, 'base64'));
          seen.found[seen.open] = contentsOf(SAVED);
        }
        await page.evaluate(() => {
          document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'saved-by-test' }));
        });
        await page.locator('#saved-by-test').setInputFiles(savedFile);
        const kind = kinds[i];
        const { work = kind, given, possible } = plan(kind, i, seen, draw);
        const delayMs = Math.round(draw() * 1.3 * SPANS[kind]);
        await page.evaluate(([name, argument]) => window.durability.begin(name, argument), [work, given]);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        await browser.kill();
        const acknowledged = told === 'done';
        const problems = told?.startsWith('failed') ? [told] : [];
        pending = {
          // What was acknowledged is there; of what was not, it is there or it is not.
          possible: acknowledged ? possible.slice(-1) : possible,
          result: { kind, delayMs, acknowledged, problems },
        };
      } finally {
        await browser.kill().catch(() => undefined);
      }
      power?.cut(profile);
    }
    return results;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
