import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK_RUNS, type Dialect } from '../../../src/core/delimited.ts';
import { parseRecords } from '../../../src/files/parse-records.ts';
import { RecordParser } from '../../../src/files/records.ts';

const csv: Dialect = { delimiter: ',', quote: '"', escape: '"', newline: '\n' };
const runs: Dialect = { ...csv, delimiter: BLANK_RUNS };

function inPieces(text: string, dialect: Dialect, cuts: number[]): string[][] {
  const records: string[][] = [];
  const parser = new RecordParser(dialect, (fields) => records.push(fields));
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  [...places, text.length].reduce((from, to) => {
    parser.push(text.slice(from, to));
    return to;
  }, 0);
  parser.end();
  return records;
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', '1'), maxLength: 6 });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('RecordParser', () => {
  it('gives back what was written with every cell in quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }), (records) => {
        const text = records.map((record) => record.map(quoted).join(',')).join('\n');
        expect(parseRecords(text, csv)).toEqual(records);
      }),
    );
  });

  it('does not depend on where the text is cut, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', '""', '#'), maxLength: 60 });
    const dialect = fc.constantFrom<Dialect>(
      csv,
      runs,
      { ...csv, escape: '\\' },
      { ...csv, delimiter: '||' },
      { ...csv, comment: '#', hasEndRemarks: true, width: 2 },
    );
    fc.assert(
      fc.property(text, dialect, fc.array(fc.nat(), { maxLength: 5 }), (whole, how, cuts) => {
        expect(inPieces(whole, how, cuts)).toEqual(parseRecords(whole, how));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes runs of blanks as one delimiter and ignores those at both ends', () => {
    expect(parseRecords(' 00004 0001 19970101  2   29.33 \n\t00021 0002\t 19970101', runs)).toEqual([
      ['00004', '0001', '19970101', '2', '29.33'],
      ['00021', '0002', '19970101'],
    ]);
  });

  it('keeps blanks inside quotes when blanks are the delimiter', () => {
    expect(parseRecords('1 "New York"  2', runs)).toEqual([['1', 'New York', '2']]);
  });

  it('reads the ends of lines of all three systems', () => {
    expect(parseRecords('a,b\r\n1,2\r\n', csv)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(parseRecords('a,b\r1,2', { ...csv, newline: '\r' })).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('takes a quote that never closes as a character', () => {
    expect(parseRecords('a,"b\n1,2\n3,4', csv)).toEqual([
      ['a', '"b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('takes a quote inside quotes that is not doubled as a character', () => {
    expect(parseRecords('1,"say "hi" there"\n2,x', csv)).toEqual([
      ['1', 'say "hi" there'],
      ['2', 'x'],
    ]);
  });

  it('reads quotes after a backslash where that is the escape', () => {
    expect(parseRecords('1,"a \\"b\\" c"\n', { ...csv, escape: '\\' })).toEqual([['1', 'a "b" c']]);
  });

  it('numbers records by the line they begin on', () => {
    const lines: number[] = [];
    const parser = new RecordParser(csv, (_, line) => lines.push(line));
    parser.push('a,b\n"x\ny",2\n\n3,4\n');
    parser.end();
    expect(lines).toEqual([1, 2, 5]);
    expect(parser.flaws.multiline).toBe(1);
  });

  it('reads a megabyte of stray quotes in reasonable time', () => {
    const text = '"begun and not ended,1\n'.repeat(20_000);
    expect(parseRecords(text, csv)).toHaveLength(20_000);
  });

  it('reads a quote that stays open before many others in reasonable time', () => {
    const text = `${'a,'.repeat(60_000)}"open\n${'b,"x '.repeat(60_000)}\nz\n`;
    const started = performance.now();
    parseRecords(text, { delimiter: ',', quote: '"', escape: '"', newline: '\n' });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
