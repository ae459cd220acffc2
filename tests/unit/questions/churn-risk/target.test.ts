import { describe, expect, it } from 'vitest';
import { readTarget } from '../../../../src/questions/churn-risk/target.ts';

describe('readTarget', () => {
  it.each([
    [['Yes', 'No', 'No'], 'Yes'],
    [['true', 'false'], 'true'],
    [['Sí', 'No'], 'Sí'],
    [['1', '0', '0'], '1'],
    [['Churned', 'Stayed'], 'Churned'],
    [['N', 'S', 'N'], 'S'],
    [['1', '-1'], '1'],
  ])('knows the word for those who left in %j', (written, positive) => {
    expect(readTarget('x', written)).toMatchObject({ positive, found: 'known' });
  });

  it('takes the rarer of two values it does not know, and says so', () => {
    const target = readTarget('x', ['A', 'B', 'A', 'A']);
    expect(target).toMatchObject({ positive: 'B', found: 'rarer' });
    expect('labels' in target && [...target.labels]).toEqual([0, 1, 0, 0]);
  });

  it.each([
    [['1', '2', '1', '1'], '2'],
    [['1.0', '2.0', '1.0'], '2.0'],
    [['S', 'M', 'S'], 'M'],
    [['T', 'X', 'T'], 'X'],
  ])('does not take a code for known beside one that does not say no: %j', (written, positive) => {
    expect(readTarget('x', written)).toMatchObject({ positive, found: 'rarer' });
  });

  it.each([
    [['1.0', '0.0'], 1, '1.0'],
    [['1', '0'], '0', '0'],
    [['TRUE', 'FALSE'], true, 'TRUE'],
    [['basic', 'pro', 'gone'], 'Gone', 'gone'],
  ])('finds in %j what is meant by %j', (written, positive, found) => {
    expect(readTarget('x', written, positive)).toMatchObject({ positive: found, found: 'given' });
  });

  it('marks rows that say nothing', () => {
    const target = readTarget('x', ['Yes', null, ' ', 'No']);
    expect('labels' in target && [...target.labels]).toEqual([1, -1, -1, 0]);
  });

  it('needs two values, or one that is named', () => {
    expect(readTarget('x', ['Yes', 'Yes', null])).toMatchObject({ problem: 'one-class' });
    expect(readTarget('x', [null])).toMatchObject({ problem: 'one-class' });
    expect(readTarget('x', ['a', 'b', 'c'])).toMatchObject({ problem: 'many-values', values: { found: 3 } });
    expect(readTarget('x', ['a', 'b'], 'c')).toMatchObject({ problem: 'positive-unknown' });
    expect(readTarget('x', ['a', 'A'], 'a')).toMatchObject({ problem: 'one-class' });
  });
});
