import { describe, expect, it } from 'vitest';
import { onlyReads } from '../../../src/database/read-only.ts';

describe('onlyReads', () => {
  it.each([
    'select 1',
    '  -- who\n/* and why */ FROM orders',
    '(SELECT 1) UNION ALL (SELECT 2)',
    'WITH a AS (SELECT 1) SELECT * FROM a',
    'explain analyze select 1',
    'EXPLAIN -- how\n SELECT 1',
    'describe orders',
    'pivot orders on channel',
    'values (1)',
  ])('admits %j', (text) => expect(onlyReads(text)).toBe(true));

  it.each([
    "set memory_limit = '1MB'",
    "copy orders to 'x.csv'",
    'explain analyze insert into a values (1)',
    "attach 'x.db'",
    'commit',
    'pragma database_list',
    'call pragma_version()',
    'selected',
    '-- select 1',
    '',
  ])('does not admit %j', (text) => expect(onlyReads(text)).toBe(false));
});
