import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../../src/learning/backend.ts';
import { LogisticRegression, predictLogistic } from '../../../src/learning/logistic-regression.ts';
import fixture from '../../fixtures/churn-risk/logistic.json' with { type: 'json' };

const cases = fixture.map((one) => ({
  ...one,
  matrix: { rows: one.labels.length, columns: one.columns, values: Float32Array.from(one.features) },
  classes: Uint8Array.from(one.labels),
}));

function fit({ matrix, classes, variance }: (typeof cases)[number], start?: Float64Array) {
  const regression = new LogisticRegression(matrix, classes);
  try {
    return regression.fit(variance, start);
  } finally {
    regression.dispose();
  }
}

describe('LogisticRegression', () => {
  beforeAll(() => startBackend());

  it.each(cases)('equals scikit-learn: $name', (one) => {
    const { weights, gradientNorm } = fit(one);
    const probabilities = predictLogistic(one.matrix, weights);
    one.probabilities.forEach((probability, row) => {
      expect(Math.abs(probabilities[row] - probability)).toBeLessThan(2e-4);
    });
    expect(gradientNorm).toBeLessThan(1e-5);
  });

  it.each(cases)('arrives at the same place from elsewhere: $name', (one) => {
    const start = new Float64Array(one.columns + 1).fill(-1);
    const there = predictLogistic(one.matrix, fit(one, start).weights);
    const here = predictLogistic(one.matrix, fit(one).weights);
    there.forEach((probability, row) => expect(Math.abs(probability - here[row])).toBeLessThan(2e-4));
  });

  it('gives the base rate when columns tell nothing', () => {
    const matrix = { rows: 4, columns: 1, values: new Float32Array(4) };
    const regression = new LogisticRegression(matrix, Uint8Array.of(1, 0, 0, 0));
    const probabilities = predictLogistic(matrix, regression.fit(1).weights);
    regression.dispose();
    probabilities.forEach((probability) => expect(probability).toBeCloseTo(0.25, 5));
  });
});
