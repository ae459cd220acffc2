import { describe, expect, it } from 'vitest';
import { killAtMoments } from '../run/kill-moments.mjs';
import { dist } from '../run/prepare.mjs';
import { serve } from '../run/serve.mjs';

describe('a browser that is killed', () => {
  it('loses nothing that was acknowledged, and opens every time', { timeout: 300_000 }, async () => {
    const server = await serve(dist, {});
    try {
      const kinds = ['import', 'open', 'switch'];
      const results = await killAtMoments({ address: server.address, kinds, seed: 11 });
      expect(results.map(({ kind, problems }) => ({ kind, problems }))).toEqual(
        kinds.map((kind) => ({ kind, problems: [] })),
      );
    } finally {
      await server.close();
    }
  });
});
