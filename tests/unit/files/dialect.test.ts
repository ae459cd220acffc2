import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffDialect } from '../../../src/files/dialect.ts';

const delimiterOf = (text: string): string => sniffDialect(text).delimiter;

describe('sniffDialect', () => {
  it.each([
    ['comma', 'id,name,amount\n1,Ann,2.5\n2,Bob,3\n', ','],
    ['semicolon with decimal commas', 'id;amount\n1;2,5\n2;3,25\n', ';'],
    ['tab', 'id\tnote\n1\thello, world\n2\tbye, world\n', '\t'],
    ['bar', 'id|name\n1|Ann\n2|Bob\n', '|'],
    ['runs of blanks', ' 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n', 'runs'],
    ['unit separator', 'a\x1fb\n1\x1f2\n', '\x1f'],
    ['two columns of numbers', 'a,b\n1,2\n', ','],
    ['one column of decimal commas', 'amount\n1,5\n2,5\n', ''],
    ['tilde', 'a~b~c\n1~2~3\n', '~'],
    ['one column of times', 'time\n2020-01-01 10:00:00\n2020-01-02 11:30:00\n', ''],
    ['one column of dates', '01/02/2020\n02/02/2020\n', ''],
    ['one column of text', 'the quick brown fox\njumps\nover the lazy dog, twice\n', ''],
    ['times beside commas', 'at,what\n10:15:00,a:b\n11:20:30,c:d\n', ','],
    ['lists inside a tabbed file', 'x\t1.2\t[1, 2, 3]\ny\t0.2\t[4, 5, 6]\nz\t3\t[7, 8, 9]\n', '\t'],
    ['quoted commas in a semicolon file', 'a;b\n"1,2";"3,4"\n"5,6";"7,8"\n', ';'],
  ])('recognises %s', (_, text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('keeps the delimiter that the analyst gives', () => {
    expect(sniffDialect('a,b;c\n1,2;3\n', ';').delimiter).toBe(';');
  });

  it('recognises single quotes and backslashes', () => {
    expect(sniffDialect("'a','b'\n'1','x, y'\n'2','z'\n")).toMatchObject({ delimiter: ',', quote: "'" });
    expect(sniffDialect('a,b\n1,"x \\"y\\" z"\n')).toMatchObject({ quote: '"', escape: '\\' });
  });

  it('takes quotes for characters where they stand for nothing else', () => {
    expect(sniffDialect('1\t"so it begins\n2\tand ends" here\n3\t"quoted" word\n').quote).toBe('');
    expect(sniffDialect('0\tx\n1\t"a\tb"\n2\t"c"\n3\t"say "hi""\n').quote).toBe('"');
    expect(sniffDialect(`a|b\n"hello|world\nh'ow do you|do"\n'I am'|"here"\n`).quote).toBe('');
    const rows = Array.from({ length: 50 }, (_, i) => `"${i}","a","b"`);
    expect(sniffDialect(`${rows.join('\n')}\n"50","cut he`).quote).toBe('"');
  });

  it('finds the delimiter of any table of numbers and words', () => {
    const value = fc.oneof(fc.integer().map(String), fc.constantFrom('Ann', 'web', 'Málaga', 'x-1', ''));
    const table = fc
      .integer({ min: 3, max: 6 })
      .chain((width) =>
        fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 5, maxLength: 30 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (records, delimiter) => {
        const names = records[0]!.map((_, i) => `name${i}`).join(delimiter);
        const text = [names, ...records.map((record) => record.join(delimiter))].join('\n');
        expect(delimiterOf(text)).toBe(delimiter);
      }),
    );
  });

  it('ends for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(sniffDialect(text).quote).toBeTypeOf('string');
      }),
    );
  });
});
