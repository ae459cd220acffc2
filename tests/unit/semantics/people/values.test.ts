import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { sql, type Sql } from '../../../../src/database/sql.ts';
import { birthDay, isNearDay } from '../../../../src/semantics/people/birth-date.ts';
import { cleanEmail, isNobodysEmail } from '../../../../src/semantics/people/email.ts';
import { nameSimilarity, nameWords } from '../../../../src/semantics/people/person-name.ts';
import { lastDigits, phoneWithCountry } from '../../../../src/semantics/people/phone.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import fixture from '../../../fixtures/people/people.json' with { type: 'json' };

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
});
afterAll(() => database.close());

async function value(expression: Sql): Promise<Json> {
  const { rows } = await database.table(sql`SELECT ${expression} AS value`);
  return rows[0]![0]!;
}

describe('cleanEmail', () => {
  it.each([
    [' Ana@Correo.ES ', 'ana@correo.es'],
    ['mailto:ana@correo.es', 'ana@correo.es'],
    ['Ana García <ana@correo.es>', 'ana@correo.es'],
    ['ana@correo.es; otra@correo.es', 'ana@correo.es'],
    ['ａｎａ＠ｃｏｒｒｅｏ.es', 'ana@correo.es'],
    ['ana\u200B@correo.es', 'ana@correo.es'],
    ['ANA@CORREO.ES,', 'ana@correo.es'],
    ['ana+tienda@correo.es', 'ana+tienda@correo.es'],
    ['iñaki@españa.es', 'iñaki@españa.es'],
    ['ana at correo.es', null],
    ['@correo.es', null],
    ['', null],
    [null, null],
  ])('reads %j as %j', async (written, clean) => {
    expect(await value(cleanEmail(sql`CAST(${written} AS VARCHAR)`, false))).toBe(clean);
  });

  it.each([
    ['luis.perez+web@gmail.com', 'luisperez@gmail.com'],
    ['Luis.Perez@GoogleMail.com', 'luisperez@gmail.com'],
    ['luis.perez+web@correo.es', 'luis.perez+web@correo.es'],
    ['luis@notgmail.com', 'luis@notgmail.com'],
  ])('takes no notice of what Gmail takes none of: %s', async (written, clean) => {
    expect(await value(cleanEmail(sql`${written}`, true))).toBe(clean);
  });

  it.each([
    ['info@tienda.es', true],
    ['test@prueba.com', true],
    ['informa@tienda.es', false],
  ])('knows whether %s is somebody’s', async (clean, isNobodys) => {
    expect(await value(isNobodysEmail(sql`${clean}`))).toBe(isNobodys);
  });
});

describe('lastDigits', () => {
  it.each([
    ['600 123 456', '600123456'],
    ['+34 600-123-456', '600123456'],
    ['0034600123456', '600123456'],
    ['(93) 444 55 66', '934445566'],
    ['911 222 333 ext. 12', '911222333'],
    ['911222333 x4', '911222333'],
    ['Tel.: 911222333', '911222333'],
    ['+44 (0)7911 123456', '911123456'],
    ['07911 123456', '911123456'],
    ['600123456.0', '600123456'],
    ['12345', null],
    ['000000000', null],
    ['999999999', null],
    ['123456789', null],
    ['no tiene', null],
    [null, null],
  ])('reads %j as %j', async (written, digits) => {
    expect(await value(lastDigits(sql`CAST(${written} AS VARCHAR)`, '34'))).toBe(digits);
  });

  it('completes a short number with the calling code that was chosen', async () => {
    const [short, long] = [
      await value(lastDigits(sql`'2345 6789'`, '506')),
      await value(lastDigits(sql`'+506 2345 6789'`, '')),
    ];
    expect([short, long]).toEqual(['623456789', '623456789']);
    expect(await value(lastDigits(sql`'2345 6789'`, ''))).toBeNull();
  });

  it('tells numbers of two countries apart where both are written with it', async () => {
    expect(await value(phoneWithCountry(sql`'+351 600 123 456'`))).toBe('351600123456');
    expect(await value(phoneWithCountry(sql`'00 34 600 123 456'`))).toBe('34600123456');
    expect(await value(phoneWithCountry(sql`'600 123 456'`))).toBeNull();
  });
});

describe('nameWords', () => {
  it.each([
    ['García López, Ana Mª', ['ana', 'garcia', 'lopez', 'maria']],
    ['Sra. Ana de la García', ['ana', 'garcia']],
    ["Siobhán O'Hara", ['ohara', 'siobhan']],
    ['Fco. Núñez', ['francisco', 'nunez']],
    ['João da Silva', ['joao', 'silva']],
    ['Jürgen Groß-Ødegård', ['gross', 'jurgen', 'odegard']],
    ['  ', []],
    ['12345', []],
  ])('of %j are %j', async (written, words) => {
    expect(await value(nameWords(sql`${written}`))).toEqual(words);
  });
});

describe('nameSimilarity', () => {
  it.each(fixture.names)(
    'of “$left” and “$right” is that of jellyfish, either way round',
    async ({ left, right, similarity }) => {
      const [one, other] = [nameWords(sql`${left}`), nameWords(sql`${right}`)];
      expect(await value(nameSimilarity(one, other))).toBeCloseTo(similarity, 12);
      expect(await value(nameSimilarity(other, one))).toBeCloseTo(similarity, 12);
    },
  );

  it('is not known where one of the two is not', async () => {
    expect(await value(nameSimilarity(nameWords(sql`'Ana'`), nameWords(sql`''`)))).toBeNull();
  });
});

describe('birth dates', () => {
  it.each([
    ['1980-03-12', '1980-12-03', true],
    ['1980-03-12', '1980-03-13', true],
    ['1980-03-12', '1990-03-12', true],
    ['1980-03-12', '1980-03-12', false],
    ['1980-03-12', '1981-04-12', false],
    ['1980-03-12', '1981-12-03', false],
  ])('%s is near %s: %s', async (one, other, isNear) => {
    expect(await value(isNearDay(sql`CAST(${one} AS DATE)`, sql`CAST(${other} AS DATE)`))).toBe(isNear);
  });

  it.each([
    ['1980-03-12', '1980-03-12'],
    ['1900-01-01', null],
    ['1970-01-01', null],
    ['0001-01-01', null],
  ])('%s is taken for %j', async (written, day) => {
    expect(await value(birthDay(sql`CAST(${written} AS TIMESTAMP)`))).toBe(day);
  });
});
