import { describe, expect, it } from 'vitest';
import { chooseModel } from '../../../src/learning/choose-model.ts';

const labels = Uint8Array.from({ length: 100 }, (_, row) => row % 2);
const customers = Int32Array.from({ length: 100 }, (_, row) => row);
const towards = (strength: (row: number) => number) =>
  Float64Array.from(labels, (label, row) => (label === 1 ? 0.5 + strength(row) : 0.5 - strength(row)));
const logistic = { learner: 'logistic' as const, validation: towards(() => 0.1) };

describe('chooseModel', () => {
  it('keeps the logistic regression when the network is as good', () => {
    const network = { learner: 'network' as const, validation: towards((row) => (row % 4 < 2 ? 0.2 : 0.02)) };
    expect(chooseModel([logistic, network], { labels, customers })).toBe(0);
  });

  it('takes the network when it is clearly better', () => {
    const network = { learner: 'network' as const, validation: towards(() => 0.2) };
    expect(chooseModel([logistic, network], { labels, customers })).toBe(1);
    expect(chooseModel([network, logistic], { labels, customers })).toBe(0);
  });

  it('counts customers, not rows', () => {
    const gain = (row: number) => (row < 52 ? 0.3 : 0);
    const network = { learner: 'network' as const, validation: towards(gain) };
    expect(chooseModel([logistic, network], { labels, customers })).toBe(1);
    const two = customers.map((row) => Number(row < 52));
    expect(chooseModel([logistic, network], { labels, customers: two })).toBe(0);
  });

  it('looks only at rows that both left out', () => {
    const validation = towards(() => 0.2).fill(NaN, 0, 98);
    const network = { learner: 'network' as const, validation };
    expect(() => chooseModel([logistic, network], { labels, customers })).not.toThrow();
  });

  it('takes what there is', () => {
    expect(chooseModel([logistic], { labels, customers })).toBe(0);
  });
});
