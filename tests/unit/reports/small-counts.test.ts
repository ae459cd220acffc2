import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/json.ts';
import { en } from '../../../src/i18n/en.ts';
import { COUNTING, countsTooFew } from '../../../src/reports/small-counts.ts';

describe('countsTooFew', () => {
  it.each<[string, Json]>([
    ['a count of customers', { repeatCustomers: 4 }],
    ['a group in a list of sentences', { counts: [{ key: 'assignment.group', values: { variant: 'ai', n: 3 } }] }],
    ['a sentence within a sentence', { of: { key: 'x.y', values: { customers: 1 } } }],
    ['units of an experiment', { units: 3, groups: 2 }],
    ['the groups of a return', { treated: 900, control: 2 }],
    ['who is left out', { several: 1, share: 0.2 }],
    ['segments', { share: 0.1, atRisk: 2 }],
  ])('finds %s', (_, values) => {
    expect(countsTooFew(values, 5)).toBe(true);
  });

  it.each<[string, Json]>([
    ['counts that are large enough', { customers: 5, n: 40 }],
    ['nobody', { several: 0 }],
    ['shares and names', { training: 0.4, control: 'control', units: 'rows' }],
    ['other numbers', { groups: 2, comparisons: 1, windowDays: 3, cohorts: 4, one: 1 }],
  ])('lets pass %s', (_, values) => {
    expect(countsTooFew(values, 5)).toBe(false);
  });
});

describe('COUNTING', () => {
  it('has only names that a sentence uses', () => {
    const texts = Object.values(en).join('\n');
    expect([...COUNTING].filter((name) => !new RegExp(`\\{${name}[,}]`).test(texts))).toEqual([]);
  });
});
