import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toErrorData } from '../../../src/core/errors.ts';
import { madeTable } from '../../../src/database/made-tables.ts';
import { refuseReach } from '../../../src/database/reach.ts';
import { tokensOf } from '../../../src/database/sql-tokens.ts';

function codeOf(text: string): string | undefined {
  try {
    refuseReach(text);
    return undefined;
  } catch (error) {
    return toErrorData(error).code;
  }
}

describe('refuseReach', () => {
  it.each([
    "SELECT * FROM read_csv('http://outside.invalid/x.csv')",
    "FROM read_csv_auto ( 'import-orders' )",
    'SELECT "read_text"(\'opfs://other.db\')',
    "SELECT * FROM /* x */ READ_BLOB/**/('opfs://redito.db')",
    "SELECT * FROM 'https://outside.invalid/x.csv'",
    "FROM 'x.parquet'",
    'FROM "https://outside.invalid/x.csv"',
    "SELECT * FROM orders, 'x.csv'",
    "SELECT * FROM orders JOIN ('x.csv') USING (a)",
    "FROM z: 'x.csv'",
    "FROM orders AS o, z : 'x.csv'",
    'SELECT * FROM orders JOIN "two words": "https://outside.invalid/x.csv" USING (a)',
    "FROM z: ('x.csv')",
    "FROM z: (FROM y: 'x.csv')",
    "SELECT (SELECT count(*) FROM 'x.csv')",
    "SUMMARIZE 'x.csv'",
    "DESCRIBE 'x.csv'",
    "FROM glob('*')",
    "SELECT getenv('HOME')",
    "SELECT 'HOME'.getenv()",
    'FROM duckdb_secrets()',
    "FROM query('SELECT 1')",
    "FROM query_table('redito.state')",
    "FROM sniff_csv('x')",
    'SELECT * FROM force_checkpoint()',
    'SELECT $$a$$ FROM read_text($$x$$)',
    "SELECT e'\\'' FROM read_text('x') -- '",
  ])('refuses %j', (text) => expect(codeOf(text)).toBe('query-reaches-out'));

  it.each([
    'FROM redito.state',
    'SELECT * FROM "redito" . "tables"',
    'FROM redito.redito.state',
    'DESCRIBE redito.tables',
  ])('refuses %j as the workspace’s own', (text) => expect(codeOf(text)).toBe('query-internal'));

  it.each([
    'SELECT 1',
    "SELECT * FROM orders WHERE url LIKE 'https://%'",
    "SELECT 'read_csv(1)', \"read_csv\" FROM t -- read_csv('x')",
    "SELECT a, 'x.csv' FROM t WHERE b IN ('y.csv', 'z')",
    "SELECT * FROM (VALUES ('x.csv'), ('y')) AS t(a)",
    'FROM range(3), generate_series(1, 2)',
    "SELECT * FROM t ORDER BY 'x', a",
    "SELECT extract('year' FROM d), trim(BOTH 'x' FROM a), substring(a FROM 2) FROM t",
    'FROM redito.rejects',
    'FROM redito.raw.orders',
    'SELECT * FROM business.orders AS o JOIN raw.items USING (order_id)',
    'DESCRIBE orders',
    "PIVOT orders ON channel IN ('web', 'shop') USING sum(amount)",
    'SELECT glob FROM t',
    "FROM o: orders WHERE a IN ('x.csv')",
    "SELECT a: 'x.csv', b: '10'::INTEGER FROM o: orders",
    "SELECT extract(year FROM DATE '2020-01-01'), list[1:2] FROM t",
  ])('leaves %j alone', (text) => expect(codeOf(text)).toBeUndefined());

  it('takes no longer than the text is long', () => {
    for (const piece of ["'", '"', '/*', '$$', '--', '((((', "e'\\", 'from ', "''", '""', '$a$ $b$', 'a.', "from 'x"]) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const start = performance.now();
      codeOf(text);
      madeTable(text);
      expect(performance.now() - start, piece).toBeLessThan(2_500);
    }
  });
});

describe('tokensOf', () => {
  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const places = tokensOf(text).map(({ at }) => at);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(tokensOf(text).every(({ at }) => at < text.length)).toBe(true);
      }),
    );
  });
});

describe('madeTable', () => {
  it.each([
    ['CREATE TABLE Best AS SELECT 1', { name: 'Best', query: 'SELECT 1' }],
    ['-- why\ncreate temp table raw."two words" as\n(select 2);', { name: 'two words', query: '(select 2)' }],
    ['CREATE TEMPORARY TABLE x/**/AS FROM t', { name: 'x', query: 'FROM t' }],
    ['CREATE TABLE a"b AS SELECT 1', undefined],
    ['CREATE OR REPLACE TABLE x AS SELECT 1', undefined],
    ['CREATE TABLE business.orders AS SELECT 1', undefined],
    ['CREATE VIEW x AS SELECT 1', undefined],
    ['CREATE TABLE x (a INTEGER)', undefined],
    ['SELECT 1', undefined],
  ])('reads %j', (text, made) => expect(madeTable(text)).toEqual(made));
});
