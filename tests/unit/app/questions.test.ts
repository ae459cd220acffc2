import { describe, expect, it } from 'vitest';
import { questions } from '../../../src/app/questions.ts';
import { en } from '../../../src/i18n/en.ts';
import { es } from '../../../src/i18n/es.ts';

describe('questions', () => {
  it.each([
    ['en', en],
    ['es', es],
  ] as const)('have a title in “%s” for every table, and no two alike', (_, dictionary) => {
    const texts: Readonly<Record<string, string>> = dictionary;
    for (const { contract } of questions) {
      const keys = Object.keys(contract.tables).map((name) => `table.${contract.id}.${name}`);
      expect(keys.filter((key) => !texts[key])).toEqual([]);
      expect(new Set(keys.map((key) => texts[key])).size).toBe(keys.length);
    }
  });
});
