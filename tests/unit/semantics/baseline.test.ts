import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isIntact, sealBaseline } from '../../../src/semantics/baseline.ts';

const parts = {
  from: '2023-01-01',
  to: '2023-04-01',
  frozenAt: '2023-04-02T10:00:00Z',
  period: 'month',
  values: { revenue: 1234.5, orders: 7 },
  inputs: [{ table: 'log', hash: 'abc' }],
};

describe('sealBaseline', () => {
  it('puts the SHA-256 of the sorted content on it', async () => {
    const { hash } = await sealBaseline(parts);
    const text =
      '{"from":"2023-01-01","frozenAt":"2023-04-02T10:00:00Z","inputs":[{"hash":"abc","table":"log"}],"period":"month","to":"2023-04-01","values":{"orders":7,"revenue":1234.5}}';
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('gives one seal for one content, whatever the order of the keys', async () => {
    const shuffled = { ...parts, values: { orders: 7, revenue: 1234.5 } };
    expect((await sealBaseline(shuffled)).hash).toBe((await sealBaseline(parts)).hash);
  });
});

describe('isIntact', () => {
  it('holds after a round trip through JSON', async () => {
    const sealed = await sealBaseline(parts);
    expect(await isIntact(JSON.parse(JSON.stringify(sealed)) as typeof sealed)).toBe(true);
  });

  it.each([
    { values: { revenue: 1234.6, orders: 7 } },
    { from: '2023-01-02' },
    { frozenAt: '2023-04-03T10:00:00Z' },
    { inputs: [] },
    { hash: '0'.repeat(64) },
  ])('notices a change of %o', async (change) => {
    expect(await isIntact({ ...(await sealBaseline(parts)), ...change })).toBe(false);
  });
});

describe('canonicalJson', () => {
  it('sorts keys at every depth and leaves lists as they are', () => {
    expect(canonicalJson({ b: [2, { d: null, c: 'é"' }], a: true })).toBe('{"a":true,"b":[2,{"c":"é\\"","d":null}]}');
  });
});
