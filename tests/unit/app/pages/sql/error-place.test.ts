import { describe, expect, it } from 'vitest';
import { errorPlace, withoutExcerpt } from '../../../../../src/app/pages/sql/error-place.ts';
import { openNative } from '../../../../fixtures/native-database.ts';
import { typedByAnalyst } from '../../../../../src/database/sql.ts';

async function reasonOf(text: string): Promise<string> {
  const database = await openNative();
  try {
    await database.table(typedByAnalyst(text));
  } catch (error) {
    const details = (error as { details?: { reason?: string } }).details;
    return details?.reason ?? String((error as Error).message);
  } finally {
    await database.close();
  }
  throw new RangeError('the query did not fail');
}

describe('errorPlace', () => {
  it.each([
    ['select 1,\n  nothing\nfrom range(3)', 'nothing'],
    ['slect 1', 'slect'],
    [
      `select ${Array.from({ length: 60 }, (_, index) => `${index} as c${index}`).join(', ')}, nothing from range(3)`,
      'nothing',
    ],
    ['select 1\nfrom nowhere', 'nowhere'],
  ])('finds what DuckDB complains of in %j', async (text, culprit) => {
    const place = errorPlace(await reasonOf(text), text);
    expect(text.slice(place?.offset).startsWith(culprit)).toBe(true);
    const lines = text.slice(0, place?.offset).split('\n');
    expect([place?.line, place?.column]).toEqual([lines.length, lines.at(-1)!.length + 1]);
  });

  it('knows no place in another text or without a mark', () => {
    const reason = 'Parser Error: x\n\nLINE 3: select y\n               ^';
    expect(errorPlace(reason, 'select 1')).toBeUndefined();
    expect(errorPlace('Out of Memory Error', 'select 1')).toBeUndefined();
  });
});

describe('withoutExcerpt', () => {
  it('keeps the sentence', () => {
    expect(withoutExcerpt('Parser Error: no\n\nLINE 1: slect\n        ^')).toBe('Parser Error: no');
  });
});
