import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../src/database/sql.ts';
import { checkExpression, columnsIn, multipliesColumns, tokenize } from '../../../src/semantics/expression.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
  await database.run(sql`create table raw.lines (quantity integer, "Unit Price" double, city varchar, sold_on date)`);
});
afterAll(() => database.close());

const check = (expression: string) =>
  checkExpression(database, sql`raw.lines`, expression, ['quantity', 'Unit Price', 'city', 'sold_on']);

describe('checkExpression', () => {
  it('accepts scalar expressions and gives their type and columns', async () => {
    await expect(check('quantity * "Unit Price"')).resolves.toMatchObject({
      type: 'DOUBLE',
      columns: ['quantity', 'Unit Price'],
    });
    await expect(check("city = 'O''Hara' AND quantity IN (1, 2)")).resolves.toMatchObject({ type: 'BOOLEAN' });
    await expect(
      check("CASE WHEN city ILIKE 'm%' THEN upper(city) ELSE coalesce(city, '–') END"),
    ).resolves.toBeDefined();
    await expect(check("CAST(strftime(sold_on, '%Y') AS INTEGER)")).resolves.toMatchObject({ type: 'INTEGER' });
    await expect(check("sold_on + INTERVAL (quantity) DAY > DATE '2020-01-01'")).resolves.toMatchObject({
      type: 'BOOLEAN',
    });
    await expect(check('list_filter([quantity], lambda x: x > 1)[1]')).resolves.toBeDefined();
  });

  it.each([
    ['a second statement', '1); DROP TABLE raw.lines; SELECT (1'],
    ['a closing parenthesis of its own', 'quantity) FROM raw.lines WHERE (1 = 1'],
    ['a comment', 'quantity -- all of it'],
    ['a block comment', 'quantity /* x */'],
    ['a subquery', '(SELECT max(quantity) FROM raw.lines)'],
    ['a subquery without select', '(FROM raw.lines)'],
    ['a file', "(FROM read_csv('/etc/passwd'))"],
    ['a table function', "read_text('/etc/passwd')"],
    ['a setting', "current_setting('home_directory')"],
    ['the environment', "getenv('HOME')"],
    ['an aggregate', 'sum(quantity)'],
    ['a window', 'row_number() OVER ()'],
    ['every column', 'COLUMNS(*)'],
    ['a star', '*'],
    ['chance', 'random()'],
    ['the clock', 'now()'],
    ['the clock without parentheses', 'current_date'],
    ['a quoted function name', '"random"()'],
    ['two columns', 'quantity, city'],
    ['an alias', 'quantity AS q, city'],
    ['an unknown column', 'quantiy * 2'],
    ['a parameter', '$1'],
    ['a question mark', '?'],
    ['dollar quotes', '$$a$$'],
    ['nothing', '  '],
    ['unrolling', 'unnest([1, 2])'],
    ['an open string', "city = 'Madrid"],
  ])('rejects %s', async (_, expression) => {
    await expect(check(expression)).rejects.toMatchObject({ code: 'expression-invalid' });
  });

  it('keeps what a string says', async () => {
    await expect(check("city = 'SELECT ; -- FROM'")).resolves.toBeDefined();
  });

  it('rejects a macro that the analyst made', async () => {
    await database.run(sql`create macro peek() as (select max(quantity) from raw.lines)`);
    await expect(check('peek()')).rejects.toMatchObject({ details: { found: 'peek' } });
  });
});

describe('columnsIn', () => {
  it('finds quoted and unquoted names whatever their case, and not what strings hold', () => {
    expect(columnsIn(tokenize(`QUANTITY + "Unit Price" + length('city')`), ['quantity', 'Unit Price', 'city'])).toEqual(
      ['quantity', 'Unit Price'],
    );
  });
});

describe('multipliesColumns', () => {
  it('is true of a price times a quantity only', () => {
    const columns = ['quantity', 'price', 'amount'];
    expect(multipliesColumns('quantity * price', columns)).toBe(true);
    expect(multipliesColumns('amount * 100', columns)).toBe(false);
    expect(multipliesColumns('amount - price', columns)).toBe(false);
  });
});
