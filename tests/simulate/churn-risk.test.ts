import { describe, expect, it } from 'vitest';
import { coverageOfEvaluation, evaluationWorlds } from '../fixtures/churn-risk/coverage.ts';

const SEEDS = 2000;
/** The 99% binomial band around 90% for 2,000 seeds. */
const BAND = { low: 0.883, high: 0.917 };

describe('evaluate', () => {
  it.each(evaluationWorlds)(
    'covers the truth as often as its intervals say: $customers customers with $rowsEach rows each',
    async (world) => {
      const covered = await coverageOfEvaluation(world, SEEDS);
      console.log(
        Object.entries(covered)
          .map(([name, share]) => `${(100 * share).toFixed(1)} %  ${name}`)
          .join('\n'),
      );
      for (const [name, share] of Object.entries(covered)) {
        expect(share, name).toBeGreaterThanOrEqual(BAND.low);
        expect(share, name).toBeLessThanOrEqual(BAND.high);
      }
    },
  );
});
