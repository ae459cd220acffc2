import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnKind, ColumnPlan } from '../../../src/core/delimited.ts';
import { localTimeConverter, zoneOffsets } from '../../../src/core/time-zone.ts';
import { columnCast } from '../../../src/database/column-casts.ts';
import { ColumnEvidence } from '../../../src/files/column-evidence.ts';
import { join, sql } from '../../../src/database/sql.ts';
import { openNative } from '../../fixtures/native-database.ts';

const madrid = zoneOffsets('Europe/Madrid');
let database: Awaited<ReturnType<typeof openNative>>;
beforeAll(async () => {
  database = await openNative();
});
afterAll(() => database.close());

const plan = (as: ColumnKind, changes: Partial<ColumnPlan> = {}): ColumnPlan => ({
  name: 'x',
  as,
  padded: true,
  blanks: false,
  missingWords: [],
  chosen: false,
  dropIfEmpty: false,
  ...changes,
});

async function cast(values: (string | null)[], column: ColumnPlan): Promise<(string | null)[]> {
  const rows = join(values.map((value, i) => sql`(${i}, ${value}::VARCHAR)`));
  return database.texts(
    sql`SELECT CAST(${columnCast(sql`v`, column, madrid)} AS VARCHAR) FROM (VALUES ${rows}) t(i, v) ORDER BY i`,
  );
}

const misfits = (values: string[], as: ColumnKind): Promise<unknown> =>
  Promise.all(values.map((value) => expect(cast([value], plan(as)), value).rejects.toThrow()));

describe('columnCast', () => {
  it('takes integers exactly and nothing that would be changed', async () => {
    expect(await cast(['1', ' -7 ', '', null, '12345678901234567'], plan({ kind: 'integer' }))).toEqual([
      '1',
      '-7',
      null,
      null,
      '12345678901234567',
    ]);
    await misfits(['1.5', '007', '1e3', '0x1F', '1_000', '+5', 'x', '99999999999999999999'], { kind: 'integer' });
  });

  it('takes decimals with either mark, grouped or not', async () => {
    expect(await cast(['1.5', ' ', '1e3'], plan({ kind: 'decimal', mark: '.', grouped: false }))).toEqual([
      '1.5',
      null,
      '1000.0',
    ]);
    expect(await cast(['1,234.5', '7', '-.5'], plan({ kind: 'decimal', mark: '.', grouped: true }))).toEqual([
      '1234.5',
      '7.0',
      '-0.5',
    ]);
    expect(await cast(['1234,5', '7'], plan({ kind: 'decimal', mark: ',', grouped: false }))).toEqual([
      '1234.5',
      '7.0',
    ]);
    expect(await cast(['1.234,5', '1234,5', '7'], plan({ kind: 'decimal', mark: ',', grouped: true }))).toEqual([
      '1234.5',
      '1234.5',
      '7.0',
    ]);
    await misfits(['1.5'], { kind: 'decimal', mark: ',', grouped: false });
    await misfits(['1.5', '12.34,5'], { kind: 'decimal', mark: ',', grouped: true });
    await misfits(['1,23', 'x'], { kind: 'decimal', mark: '.', grouped: true });
  });

  it('counts words that stand for it as missing', async () => {
    expect(await cast(['1', 'NA', '-'], plan({ kind: 'integer' }, { missingWords: ['NA', '-'] }))).toEqual([
      '1',
      null,
      null,
    ]);
  });

  it('takes dates and times as they stand, and none with more to them', async () => {
    expect(await cast(['2020-02-29', '2020/02/29'], plan({ kind: 'date', formats: [] }))).toEqual([
      '2020-02-29',
      '2020-02-29',
    ]);
    expect(await cast(['29/2/2020', '01/12/2020'], plan({ kind: 'date', formats: ['%d/%m/%Y'] }))).toEqual([
      '2020-02-29',
      '2020-12-01',
    ]);
    expect(
      await cast(
        ['2020-01-31 10:00:00', '2020-01-31T10:00', '2020-01-31 10:00:00.5'],
        plan({ kind: 'timestamp', formats: [] }),
      ),
    ).toEqual(['2020-01-31 10:00:00', '2020-01-31 10:00:00', '2020-01-31 10:00:00.5']);
    await misfits(['2020-02-29 10:00:00', '2020-02-30'], { kind: 'date', formats: [] });
    await misfits(['31/02/2020', '2020-02-01'], { kind: 'date', formats: ['%d/%m/%Y'] });
    await misfits(['2020-01-31T10:00:00Z', '2020-01-31T10:00:00+02:00', '2020-01-31T10:00:00-05:00'], {
      kind: 'timestamp',
      formats: [],
    });
  });

  it('takes true and false, and neither yes nor 1', async () => {
    expect(await cast(['true', 'FALSE', ''], plan({ kind: 'boolean' }))).toEqual(['true', 'false', null]);
    await misfits(['yes', '1', 't'], { kind: 'boolean' });
  });

  it('makes missing what is not of the type that the analyst chose', async () => {
    const chosen = { chosen: true };
    expect(await cast(['1', '1.5', 'x'], plan({ kind: 'integer' }, chosen))).toEqual(['1', null, null]);
    expect(await cast(['2020-01-01', 'x'], plan({ kind: 'date', formats: ['%Y-%m-%d'] }, chosen))).toEqual([
      '2020-01-01',
      null,
    ]);
    expect(await cast(['1,5', 'x'], plan({ kind: 'decimal', mark: ',', grouped: false }, chosen))).toEqual([
      '1.5',
      null,
    ]);
  });

  it('gives instants the local time of the zone that Intl gives them', async () => {
    const convert = localTimeConverter(madrid);
    const moment = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 40 }), async (moments) => {
        const expected = moments.map((at) => new Date(convert(at.getTime())).getTime());
        const local = await cast(
          moments.map((at) => at.toISOString()),
          plan({ kind: 'instant' }),
        );
        expect(local.map((text) => new Date(`${text!.replace(' ', 'T')}Z`).getTime())).toEqual(expected);
      }),
      { numRuns: 30 },
    );
    expect(await cast(['2024-07-15 12:00:00 UTC', '2024-07-15T12:00:00-05'], plan({ kind: 'instant' }))).toEqual([
      '2024-07-15 14:00:00',
      '2024-07-15 19:00:00',
    ]);
  });

  it.each([
    ['$1,234.50', '0.25', 1234.5],
    ['1.234,50 €', '0,25', 1234.5],
    ['€ 1.234', '0,25', 1234],
    ['1 234,56', '0,25', 1234.56],
    ['1\u202f234\u202f567,8', '0,25', 1_234_567.8],
    ["1'234.56", '0.25', 1234.56],
    ['(123.5)', '0.25', -123.5],
    ['$(12.00)', '0.25', undefined],
    ['($12.00)', '0.25', -12],
    ['123.4-', '0.25', -123.4],
    ['-$5.25', '0.25', -5.25],
    ['$-5.25', '0.25', -5.25],
    ['−7.5 $', '0.25', -7.5],
    ['S/ 12.50', '0.25', 12.5],
    ['S/.12.50', '0.25', 12.5],
    ['R$ 12,50', '0,25', 12.5],
    ['MXN 1,500.00', '0.25', 1500],
    ['15.5%', '0.25%', 0.155],
    ['15,5 %', '0,25%', 0.155],
  ] as const)('reads %s beside %s as the page recognises it', async (text, other, expected) => {
    // A second value decides which mark is the decimal one, as others in the column do.
    const evidence = new ColumnEvidence();
    [text, other].forEach((value) => evidence.add(value));
    const as = evidence.kind({ usualOrder: 'dmy', commaIsDecimal: false });
    if (expected === undefined) return expect(as.kind).toBe('text');
    expect(await cast([text], plan(as))).toEqual([String(Number.isInteger(expected) ? `${expected}.0` : expected)]);
  });

  it('stops at what is no such number', async () => {
    const as: ColumnKind = { kind: 'decimal', mark: '.', grouped: true, dress: 'plain' };
    await misfits(['$1.234,5', '12 apples 3', '$1,2,3', 'x$5', '5 €uro'], as);
    expect(await cast(['x$5', '$5'], plan(as, { chosen: true }))).toEqual([null, '5.0']);
  });

  it.each([
    ['5 de enero de 2024', '2024-01-05'],
    ['05-ene-24', '2024-01-05'],
    ['Jan 5, 2024', '2024-01-05'],
    ['5th March 2024', '2024-03-05'],
    ['1º de março de 2024', '2024-03-01'],
    ['Mon, 5 Feb 2024', '2024-02-05'],
    ['lunes, 5 de febrero de 2024', '2024-02-05'],
    ['31 dic. 2023', '2023-12-31'],
    ['dezembro 2023', '2023-12-01'],
    ['Sept-24', '2024-09-01'],
    ['2024 May 3', '2024-05-03'],
    ['5 Aug 2024 3:07 p. m.', '2024-08-05 15:07:00'],
    ['5 out 2024 21:07:09', '2024-10-05 21:07:09'],
  ])('reads the date %s', async (text, expected) => {
    const evidence = new ColumnEvidence();
    evidence.add(text);
    const as = evidence.kind({ usualOrder: 'dmy', commaIsDecimal: false });
    expect(await cast([text], plan(as))).toEqual([expected]);
    await misfits(['31 feb 2024', 'someday', 'May'], as);
  });

  it('reads ISO weeks as their Monday or the day that is named', async () => {
    expect(await cast(['2024-W05', '2024-W05-3', '2020-W53'], plan({ kind: 'week' }))).toEqual([
      '2024-01-29',
      '2024-01-31',
      '2020-12-28',
    ]);
    await misfits(['2024-W54', '2024-05', '2024-W5'], { kind: 'week' });
  });

  it('stops at another currency’s percent sign, an open bracket and groups that are none', async () => {
    await misfits(['15%', '(5', '5)', '$12 34', '12 34.5'], {
      kind: 'decimal',
      mark: '.',
      grouped: true,
      dress: 'plain',
    });
    await misfits(['7', '$3', '0.07'], { kind: 'decimal', mark: '.', grouped: false, dress: 'percent' });
  });

  it('takes years of two digits for those of our time, and stops at the year 24', async () => {
    const both: ColumnKind = { kind: 'date', formats: ['%d/%m/%y', '%d/%m/%Y'] };
    expect(await cast(['26/03/24', '26/03/2024'], plan(both))).toEqual(['2024-03-26', '2024-03-26']);
    await misfits(['26/03/24'], { kind: 'date', formats: ['%d/%m/%Y'] });
    const evidence = new ColumnEvidence();
    ['26/03/2024', '26/03/24'].forEach((value) => evidence.add(value));
    expect(evidence.kind({ usualOrder: 'dmy', commaIsDecimal: false })).toEqual(both);
  });

  it('stops at what is no finite number', async () => {
    await misfits(['nan', 'inf'], { kind: 'decimal', mark: ',', grouped: false });
    const bare = plan({ kind: 'decimal', mark: '.', grouped: false }, { padded: false });
    const rows = sql`SELECT ${columnCast(sql`v`, bare, madrid)} FROM (VALUES ('NaN'::DOUBLE)) t(v)`;
    await expect(database.texts(rows)).rejects.toThrow();
  });
});
