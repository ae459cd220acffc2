import { describe, expect, it } from 'vitest';
import { coverageOfEvaluation, evaluationWorlds } from '../../../fixtures/churn-risk/coverage.ts';

const SEEDS = 40;
const DRAWS = 150;
/** 1 in 10,000 runs of 40 seeds falls below; `npm run simulate` looks closer. */
const LEAST = 0.7;

describe('evaluate', () => {
  it.each(evaluationWorlds)(
    'covers the truth about as often as its intervals say: $rowsEach rows per customer',
    async ({ customers, ...world }) => {
      for (const [name, share] of Object.entries(
        await coverageOfEvaluation({ ...world, customers: customers / 2 }, SEEDS, DRAWS),
      )) {
        expect(share, name).toBeGreaterThanOrEqual(LEAST);
      }
    },
  );
});
