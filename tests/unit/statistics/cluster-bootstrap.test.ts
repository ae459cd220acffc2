import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterBootstrap } from '../../../src/statistics/cluster-bootstrap.ts';
import { randomSource } from '../../../src/statistics/random.ts';

describe('clusterBootstrap', () => {
  it('draws all rows of a cluster together, as many clusters as there are', () => {
    const clusters = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(clusters, fc.integer({ min: 0, max: 1000 }), (ids, seed) => {
        const weights = clusterBootstrap(ids, randomSource(seed))();
        const perCluster = new Map(ids.map((id, row) => [id, weights[row]]));
        ids.forEach((id, row) => expect(weights[row]).toBe(perCluster.get(id)));
        expect([...perCluster.values()].reduce((sum, weight) => sum + weight, 0)).toBe(perCluster.size);
      }),
    );
  });

  it('draws each cluster once on average', () => {
    const draw = clusterBootstrap([1, 2, 3], randomSource(1));
    let sum = 0;
    for (let i = 0; i < 3000; i++) sum += draw()[0];
    expect(Math.abs(sum / 3000 - 1)).toBeLessThan(0.06);
  });
});
