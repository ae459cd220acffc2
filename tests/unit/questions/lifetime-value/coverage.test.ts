import { describe, expect, it } from 'vitest';
import { binomialBand, measureCoverage, world } from '../../../simulate/lifetime-value-coverage.ts';

/** The short part of `npm run simulate`: few seeds, a wide band. */
const SEEDS = 20;

describe('intervals of lifetime-value', () => {
  it('cover the truth of simulated worlds as often as they say, within what so few seeds can tell', async () => {
    const { covered, fits, failures } = await measureCoverage(SEEDS, { ...world, customers: 500 });
    expect(failures).toBe(0);
    const [low] = binomialBand(fits);
    for (const [name, count] of Object.entries(covered)) expect(count / fits, name).toBeGreaterThan(low);
    const single = covered['clv of a customer likely to buy (prediction)'] / fits;
    expect(single).toBeGreaterThan(0.88);
    expect(single).toBeLessThan(0.92);
  });
});
