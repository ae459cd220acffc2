import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSampleTable, type Cell } from '../../../src/samples/csv-text.ts';
import { parseRecords } from '../../fixtures/online-shop/parse-rows.ts';

const columns = ['a', 'b', 'c'].map((name) => ({ name, kind: 'text' as const }));

describe('toSampleTable', () => {
  it('quotes what has to be, and nothing else', () => {
    const { csv } = toSampleTable('t', columns, [
      ['plain', 'a, b', 'she said "no"'],
      ['two\nlines', 1.25, true],
      [null, '', ' blanks '],
    ]);
    expect(csv).toBe('a,b,c\nplain,"a, b","she said ""no"""\n"two\nlines",1.25,true\n,, blanks \n');
  });

  it('can be read back, whatever the text', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\n', '\r\n', '""', 'ñ'), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell)), (rows: Cell[][]) => {
        const { csv } = toSampleTable('t', columns, rows);
        expect(parseRecords(csv)).toEqual([['a', 'b', 'c'], ...rows.map((row) => row.map(String))]);
      }),
    );
  });
});
