import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashIds } from '../../../src/core/hash-ids.ts';

const fixture = new URL('../../fixtures/core/hash-ids.json', import.meta.url);
const cases = JSON.parse(readFileSync(fixture, 'utf8')) as [salt: string, id: string, hash: string][];

describe('hashIds', () => {
  it.each(cases)('agrees with hashlib for salt %j and id %j', async (salt, id, hash) => {
    expect(await hashIds([id], salt)).toEqual([hash]);
  });

  it('keeps the order over many ids, and takes the same ids to the same texts', async () => {
    const ids = Array.from({ length: 1203 }, (_, i) => String(i % 1000));
    const hashed = await hashIds(ids, 'salt');
    expect(hashed.slice(1000)).toEqual(hashed.slice(0, 203));
    expect(new Set(hashed).size).toBe(1000);
    expect(await hashIds([ids[777]], 'salt')).toEqual([hashed[777]]);
  });

  it('gives other texts with another salt', async () => {
    expect(await hashIds(['7'], 'one')).not.toEqual(await hashIds(['7'], 'two'));
  });
});
