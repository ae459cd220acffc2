import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, toCsv } from '../../../src/core/csv.ts';

describe('csvCell', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")', '-2+3|cmd'])(
    'keeps a spreadsheet from running %j',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each([
    ['a;=1+1', '"a;\'=1+1"'],
    ['a\t@SUM(A1)', '"a\t\'@SUM(A1)"'],
    ['a\r\n+cmd', '"a\r\n\'+cmd"'],
    ['a;"=1+1', '"a;\'""=1+1"'],
  ])('guards %j for who splits at other characters than commas', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('leaves other separators in a text alone', () => {
    expect(csvCell('a; b\nc')).toBe('"a; b\nc"');
    expect(csvCell('1;-2.5;3')).toBe('"1;-2.5;3"');
  });

  it('starts no formula after a separator, whoever splits there', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@;"\t\r\n,a1') }), (text) => {
        for (const part of csvLine([text])
          .split(/[;\t\r\n]/)
          .slice(1)) {
          const shown = part.replace(/^"+/, '');
          expect(/^[=+@]/.test(shown) || (shown.startsWith('-') && !/^-?\d+"?$/.test(shown)), part).toBe(false);
        }
      }),
    );
  });

  it('keeps numbers as numbers, written as text too', () => {
    expect(csvCell(-12.5)).toBe('-12.5');
    expect(csvCell('-9007199254740993')).toBe('-9007199254740993');
  });

  it('leaves missing values empty', () => {
    expect(csvCell(null)).toBe('');
    expect(csvCell(undefined)).toBe('');
  });

  it('doubles quotes and quotes what has a separator', () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell('a\nb')).toBe('"a\nb"');
  });

  it('never begins a text with a character that starts a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const first = csvCell(text).replace(/^"/, '')[0] ?? '';
        const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
        return isNumber || !'=+-@\t\r'.includes(first) || first === '';
      }),
    );
  });
});

describe('toCsv', () => {
  it('writes a head and a line per row, each ended by CRLF', () => {
    expect(
      toCsv(
        ['id', '=name'],
        [
          ['a', 1],
          [null, true],
        ],
      ),
    ).toBe("id,'=name\r\na,1\r\n,true\r\n");
  });
});
