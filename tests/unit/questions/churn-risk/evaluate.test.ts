import { describe, expect, it } from 'vitest';
import { coverageOfEvaluation, evaluationWorlds } from '../../../fixtures/churn-risk/coverage.ts';

const SEEDS = 60;
/** The 99.9% binomial band around 90% for 60 seeds; `npm run simulate` looks closer. */
const LEAST = 0.75;

describe('evaluate', () => {
  it.each(evaluationWorlds)(
    'covers the truth about as often as its intervals say: $customers customers with $rowsEach rows each',
    async (world) => {
      for (const [name, share] of Object.entries(await coverageOfEvaluation(world, SEEDS))) {
        expect(share, name).toBeGreaterThanOrEqual(LEAST);
      }
    },
  );
});
