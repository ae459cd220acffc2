import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/app/pages/proof/policy.ts';
import { headersFor, readHeaderRules } from '../../run/headers.mjs';
import { en } from '../../../src/i18n/en.ts';

const root = join(import.meta.dirname, '../../..');
const rules = readHeaderRules(join(root, 'public/_headers'));
const policy = headersFor(rules, '/index.html')['Content-Security-Policy']!;

describe('readPolicy', () => {
  it('gives the directives in their order', () => {
    expect(readPolicy("default-src 'none'; img-src 'self' data:;")).toEqual([
      { name: 'default-src', sources: ["'none'"] },
      { name: 'img-src', sources: ["'self'", 'data:'] },
    ]);
  });
});

describe('readPolicy of several policies', () => {
  it('gives the directives of each', () => {
    const joined = readPolicy("frame-ancestors 'none', upgrade-insecure-requests; frame-ancestors 'self'");
    expect(joined.map(({ name }) => name)).toEqual(['frame-ancestors', 'upgrade-insecure-requests', 'frame-ancestors']);
  });
});

describe('public/_headers', () => {
  it('names no place outside the address of the page', () => {
    const closed = ["'none'", "'self'", 'data:', 'blob:', "'unsafe-inline'", "'wasm-unsafe-eval'"];
    const sources = readPolicy(policy).flatMap(({ sources: named }) => named);
    expect(sources.filter((source) => !closed.includes(source))).toEqual([]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
  });

  it('has an explanation on the page for every directive', () => {
    expect(readPolicy(policy).filter(({ name }) => !(`proof.policy.${name}` in en))).toEqual([]);
  });

  it('lets only named files be kept by caches', () => {
    expect(headersFor(rules, '/assets/a.js')['Cache-Control']).toContain('immutable');
    expect(headersFor(rules, '/index.html')['Cache-Control']).toBe('no-cache');
    expect(headersFor(rules, '/service-worker.js')['Cache-Control']).toBe('no-cache');
  });

  it('gives no header two values: some hosts would join them', () => {
    for (const path of ['/', '/index.html', '/assets/a.js', '/service-worker.js']) {
      const names = rules
        .filter(({ pattern }) => pattern.test(path))
        .flatMap(({ headers }) => headers.map(([name]) => name));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
