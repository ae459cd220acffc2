import { describe, expect, it } from 'vitest';
import { binomialBand, measureCoverage } from './lifetime-value-coverage.ts';

const SEEDS = 2000;

describe('lifetime-value in simulated worlds', () => {
  it('covers the truth as often as its intervals say', async () => {
    const { covered, fits, failures } = await measureCoverage(SEEDS);
    const [low, high] = binomialBand(fits);
    const shares = Object.entries(covered).map(([name, count]) => [name, count / fits] as const);
    console.log(shares.map(([name, share]) => `${(100 * share).toFixed(1)} %  ${name}`).join('\n'));
    expect(failures).toBe(0);
    for (const [name, share] of shares) {
      expect(share, name).toBeGreaterThan(low);
      // A customer's interval that starts at zero covers more where zero alone has more than the level.
      if (name !== 'clv of a customer (prediction)') expect(share, name).toBeLessThan(high);
    }
  });
});
