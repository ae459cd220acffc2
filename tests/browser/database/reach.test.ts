import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError, toErrorData } from '../../../src/core/errors.ts';
import { DuckDb } from '../../../src/database/duckdb.ts';
import { refuseReach } from '../../../src/database/reach.ts';
import { sql, typedByAnalyst } from '../../../src/database/sql.ts';

const baseUrl = new URL('/', location.href).href;
let database: DuckDb;

beforeAll(async () => {
  database = await DuckDb.open({ baseUrl });
});
afterAll(() => database.terminate());

/** Table functions that were looked at: they make rows, or tell of this database and of nothing else. */
const HARMLESS =
  /^(range|generate_series|unnest|repeat|repeat_row|summary|test_\w+|pragma_\w+|duckdb_\w+|json_each|json_tree|histogram\w*|reservoir_\w+|which_\w+|show\w*|index_scan|sum_\w+|sleep\w*|pg_\w+|parse_\w+|in_search_path|all_profiling_output|collations|database_\w+|extension_versions|functions|metadata_info|platform|table_info|user_agent|verify_\w+|version)$/;

describe('what DuckDB can do in a SELECT', () => {
  it('is known: every function that makes a table is refused or was looked at', async () => {
    const names = await database.texts(
      sql`SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type IN ('table', 'pragma', 'table_macro') ORDER BY 1`,
    );
    const isRefused = (name: string): boolean => {
      try {
        refuseReach(`SELECT * FROM "${name}"()`);
        return false;
      } catch {
        return true;
      }
    };
    const unknown = names.map(String).filter((name) => !isRefused(name) && !HARMLESS.test(name));
    expect(unknown).toEqual([]);
  });

  it('has no scalar function that reads files or the surroundings', async () => {
    const names = await database.texts(
      sql`SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type IN ('scalar', 'macro') ORDER BY 1`,
    );
    const suspicious = names
      .map(String)
      .filter((name) => /file|read|env|secret|http|load|install|attach|copy|write/.test(name));
    expect(
      suspicious.filter((name) => !/^(parse_filename|write_log|getenv|read_\w+|pg_conf_load_time)$/.test(name)),
    ).toEqual([]);
  });
});

/** Each would run for longer than anybody waits. */
const ENDLESS = {
  'a cross join of 10^12 rows': 'SELECT sum(hash(a.range + b.range)) FROM range(1000000) a, range(1000000) b',
  'a cross join that is ordered':
    'SELECT * FROM range(1000000) a, range(1000000) b ORDER BY hash(a.range, b.range) LIMIT 3',
  'a recursive query':
    'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 100000000000) SELECT max(n) FROM t',
  'a range': 'SELECT count(*) FROM range(1000000000000) t(x) WHERE hash(x) = 1',
} as const;

describe('a query that would not end', () => {
  it.each(Object.entries(ENDLESS))('is cancelled within a second: %s', async (_, text) => {
    const controller = new AbortController();
    const query = typedByAnalyst(text);
    const asked = database
      .readOnly(query, (inner) => inner.table(query, { signal: controller.signal }), { signal: controller.signal })
      .catch(toErrorData);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const start = performance.now();
    controller.abort();
    expect(await asked).toMatchObject({ code: 'cancelled' });
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(await database.rows(sql`SELECT 1 AS a`)).toEqual([{ a: 1 }]);
  });
});

describe('an engine that is ended', () => {
  it('lets nothing wait for it', async () => {
    const own = await DuckDb.open({ baseUrl, life: 'ended engine' });
    const endless = own.rows(sql`SELECT sum(hash(a.range + b.range)) FROM range(1000000) a, range(1000000) b`);
    const failed = endless.catch(toErrorData);
    await own.terminate();
    expect(await failed).toMatchObject({ code: 'workspace-closed' });
  });

  it('gives the reason to all who have asked it for something, and who ask it afterwards', async () => {
    const own = await DuckDb.open({ baseUrl, life: 'engine that is ended for a reason' });
    const file = new File(['a\n1\n'], 'numbers.csv');
    await own.registerFile('numbers.csv', file);
    const endless = own.run(sql`SELECT sum(hash(a.range + b.range)) FROM range(1000000) a, range(1000000) b`);
    const waiting = [endless, own.bytesRead('numbers.csv'), own.registerFile('other.csv', file), own.version()];
    const told = Promise.all(waiting.map((work) => work.then(() => 'done', toErrorData)));
    await own.terminate(new AppError('disk-full'));
    for (const error of await told) expect(error).toMatchObject({ code: 'disk-full' });
    await expect(own.dropFile('numbers.csv')).rejects.toMatchObject({ code: 'disk-full' });
  });
});
