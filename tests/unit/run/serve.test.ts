import { mkdtempSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../run/serve.mjs';

let directory = '';
let served: Served;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'redito-serve-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, '_headers'), '/*\n  X-Test: yes\n');
  writeFileSync(join(directory, 'index.html'), 'page');
  writeFileSync(join(directory, 'assets/x.js'), 'code');
  served = await serve(directory);
});

afterAll(async () => {
  await served.close();
  rmSync(directory, { recursive: true, force: true });
});

/** As it is: `fetch` would tidy the address first. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(served.address, { path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('serve', () => {
  it.each([
    ['/', 200],
    ['/assets/x.js', 200],
    ['/assets/x.js/', 404],
    ['/assets', 404],
    ['/_headers', 404],
    ['/../../etc/passwd', 404],
    [`/${'x'.repeat(4000)}`, 404],
    ['//', 200],
    ['/%', 400],
    ['/%00', 400],
  ])('answers %s with %i and goes on', async (path, status) => {
    expect(await statusOf(path)).toBe(status);
    expect(await statusOf('/')).toBe(200);
  });
});
