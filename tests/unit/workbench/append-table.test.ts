import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conflicts } from '../../../src/core/append-plan.ts';
import { addTable } from '../../../src/database/catalog.ts';
import type { DuckDb } from '../../../src/database/duckdb.ts';
import { addRejects, readRejects } from '../../../src/database/rejects.ts';
import { describeTable } from '../../../src/database/raw-loader.ts';
import { identifier, sql, typedByAnalyst } from '../../../src/database/sql.ts';
import { appendTable, planAppend } from '../../../src/workbench/append-table.ts';
import type { Job } from '../../../src/workbench/jobs.ts';
import { replaceTable } from '../../../src/workbench/replace-table.ts';
import { Workspace } from '../../../src/workbench/workspace.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

let database: NativeDatabase;
let workspace: Workspace;
const job: Job = { signal: new AbortController().signal, progress: () => Promise.resolve() };

beforeEach(async () => {
  database = await openNative();
  workspace = await Workspace.read(
    { database: database as unknown as DuckDb, entry: undefined, release: () => undefined },
    () => '2025-01-15',
  );
});
afterEach(() => database.close());

/** A raw table of the given rows, numbered with gaps as after records that were rejected. */
async function put(name: string, columns: string, rows: readonly string[]): Promise<void> {
  const values = rows.map((row, i) => `(${row}, ${2 * i})`).join(', ');
  await database.run(
    typedByAnalyst(`CREATE TABLE raw."${name}" AS SELECT * FROM (VALUES ${values}) v(${columns}, _row)`),
  );
  const source = { file: `${name}.csv`, format: 'csv' };
  await addTable(database, {
    ...{ name, source, notices: [], rejectedRows: 1, id: `id of ${name}` },
    ...(await describeTable(database, name)),
  });
  const first = [{ line: 1, column: null, reason: 'too-few-columns' as const, text: name }];
  await addRejects(database, name, { count: 1, first });
}

const orders = 'order_id, customer_id, day, amount';
const OLD = ["1, 'a', DATE '2024-01-01', 10.5", "2, 'b', DATE '2024-01-02', 20.5", "3, 'c', DATE '2024-01-03', 30.5"];
const COME = ["2, 'b', DATE '2024-01-02', 20.5", "3, 'c', DATE '2024-01-03', 33.5", "4, 'd', DATE '2024-01-04', 40.5"];
const mapping = {
  orders: {
    table: 'orders',
    columns: { order_id: 'order_id', customer_id: 'customer_id', ordered_at: 'day', amount: 'amount' },
  },
};

const read = async (columns: string, table = 'orders'): Promise<unknown[][]> =>
  (await database.table(typedByAnalyst(`SELECT ${columns} FROM raw."${table}" ORDER BY rowid`))).rows;
const names = async () => (await workspace.tables()).map(({ name }) => name);
const append = (key: string[], conflicts: Conflicts) =>
  appendTable(workspace, 'orders', 'orders_2', { key, conflicts }, job);
const plan = (key?: string[]) => planAppend(workspace, 'orders', 'orders_2', key, job);

describe('planAppend', () => {
  it('counts what is new, there already, and there with other values, by the key that the mapping names', async () => {
    await put('orders', orders, OLD);
    await put('orders_2', orders, COME);
    await workspace.map(mapping);
    expect(await plan()).toEqual({
      ...{ rows: 3, same: 1, other: 1, fresh: 1, key: ['order_id'] },
      keys: ['order_id', 'customer_id', 'day', 'amount'],
      columns: { missing: [], added: [], widened: [] },
    });
  });

  it('knows rows by all their values where no key names one, and takes a second copy for another row', async () => {
    await put('orders', 'a, b', ["1, 'x'", '1, NULL']);
    await put('orders_2', 'a, b', ["1, 'x'", "1, 'x'", '1, NULL', "2, 'x'"]);
    expect(await plan()).toMatchObject({ key: [], rows: 4, same: 2, other: 0, fresh: 2 });
  });

  it('takes no column for the key that does not name one row', async () => {
    await put('orders', orders, [...OLD, "3, 'c', DATE '2024-02-03', 1.5"]);
    await put('orders_2', orders, COME);
    await workspace.map(mapping);
    expect(await plan()).toMatchObject({ key: [], same: 1, other: 0, fresh: 2 });
  });

  it('takes rows whose key is missing for new, unless they are there', async () => {
    await put('orders', 'id, b', ["1, 'x'", "NULL, 'y'"]);
    await put('orders_2', 'id, b', ["NULL, 'y'", "NULL, 'z'", "1, 'z'"]);
    expect(await plan(['id'])).toMatchObject({ same: 1, other: 1, fresh: 1 });
  });

  it('takes what the file holds twice once, where a key names it', async () => {
    await put('orders', 'id, b', ["1, 'x'"]);
    await put('orders_2', 'id, b', ["2, 'y'", "2, 'y'", "2, 'z'", "1, 'w'", "1, 'w'", "NULL, 'n'", "NULL, 'n'"]);
    expect(await plan(['id'])).toMatchObject({ rows: 7, same: 2, other: 1, fresh: 4 });
    for (const [conflicts, rows] of [
      [
        'keep',
        [
          [1, 'x'],
          [2, 'y'],
          [2, 'z'],
          [null, 'n'],
          [null, 'n'],
        ],
      ],
      [
        'take',
        [
          [2, 'y'],
          [2, 'z'],
          [1, 'w'],
          [null, 'n'],
          [null, 'n'],
        ],
      ],
      [
        'both',
        [
          [1, 'x'],
          [2, 'y'],
          [2, 'z'],
          [1, 'w'],
          [null, 'n'],
          [null, 'n'],
        ],
      ],
    ] as const) {
      const { undo } = await append(['id'], conflicts);
      expect(await read('id, b'), conflicts).toEqual(rows);
      await undo();
    }
  });

  it('changes nothing', async () => {
    await put('orders', orders, OLD);
    await put('orders_2', orders, COME);
    await plan();
    expect([await names(), (await read('*')).length]).toEqual([['orders', 'orders_2'], 3]);
  });

  it('refuses a key that only one of them has, and tables without a common column', async () => {
    await put('orders', 'a, b', ["1, 'x'"]);
    await put('orders_2', 'c, B', ["1, 'x'"]);
    await expect(plan(['a'])).rejects.toMatchObject({ code: 'append-key', details: { column: 'a' } });
    await put('other', 'z', ['1']);
    await expect(planAppend(workspace, 'orders', 'other', undefined, job)).rejects.toMatchObject({
      code: 'append-foreign',
    });
  });
});

describe('appendTable', () => {
  const before = [
    [1, 10.5, 0],
    [2, 20.5, 2],
    [3, 30.5, 4],
  ];

  it.each<[Conflicts, unknown[][]]>([
    ['keep', [...before, [4, 40.5, 5]]],
    ['both', [...before, [3, 33.5, 5], [4, 40.5, 6]]],
    ['take', [...before.slice(0, 2), [3, 33.5, 5], [4, 40.5, 6]]],
  ])('numbers on what comes behind what is there; of rows with other values: %s', async (conflicts, expected) => {
    await put('orders', orders, OLD);
    await put('orders_2', orders, COME);
    await workspace.map(mapping);
    const { info } = await append(['order_id'], conflicts);
    expect(await read('order_id, CAST(amount AS DOUBLE), _row')).toEqual(expected);
    expect(info).toMatchObject({ name: 'orders', rows: expected.length, rejectedRows: 2 });
    expect(info.source.file).toBe('orders.csv + orders_2.csv');
    expect(info.notices.at(-1)).toMatchObject({
      key: 'notice.appended',
      values: { file: 'orders_2.csv', rows: 3, same: 1, other: 1, fresh: 1, conflicts },
    });
  });

  it('goes on with mapping and remedies, gathers the lists of rejected records, and gives all of it back', async () => {
    await put('orders', orders, OLD);
    await put('orders_2', orders, COME);
    await put('later', 'a', ['1']);
    await workspace.map(mapping);
    await workspace.views();
    const hash = await workspace.hash('orders');
    const rejected = async () => (await readRejects(database)).map(({ table, text }) => `${table}: ${text}`);
    const { undo } = await append(['order_id'], 'keep');
    expect(await names()).toEqual(['orders', 'later']);
    expect(workspace.mapping).toEqual(mapping);
    await workspace.views();
    expect(await database.texts(sql`SELECT count(*) FROM business.orders`)).toEqual(['4']);
    expect(await workspace.hash('orders')).not.toBe(hash);
    expect((await rejected()).sort()).toEqual(['later: later', 'orders: orders', 'orders: orders_2']);
    await undo();
    expect(await names()).toEqual(['orders', 'orders_2', 'later']);
    expect(workspace.mapping).toEqual(mapping);
    await workspace.views();
    expect(await database.texts(sql`SELECT count(*) FROM business.orders`)).toEqual(['3']);
    expect(await workspace.hash('orders')).toBe(hash);
    expect((await rejected()).sort()).toEqual(['later: later', 'orders: orders', 'orders_2: orders_2']);
  });

  it('changes nothing when one of the two is another table by the time that the rows are stored', async () => {
    const { run } = database;
    for (const replaced of ['orders', 'orders_2']) {
      await put('orders', orders, OLD);
      await put('orders_2', orders, COME);
      await put('anew', orders, ["9, 'z', DATE '2024-01-09', 90.5"]);
      database.run = async (query, options) => {
        await run(query, options);
        if (!query.text.includes('INSERT INTO "raw"."_coming_')) return;
        database.run = run;
        await (await replaceTable(workspace, replaced, 'anew')).forget();
      };
      await expect(append(['order_id'], 'take')).rejects.toMatchObject({
        code: 'table-changed',
        details: { table: replaced },
      });
      database.run = run;
      expect([await names(), await read('order_id', replaced)]).toEqual([['orders', 'orders_2'], [[9]]]);
      const stored = sql`SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'raw'`;
      expect(await database.texts(stored)).toEqual(['2']);
      for (const info of await workspace.tables()) await workspace.tablesDidNotCome([info]);
    }
  });

  it('gives people that were joined up and remedies back with the table that they are about', async () => {
    await put('orders', orders, OLD);
    await put('orders_2', orders, COME);
    const { people } = workspace.remedies;
    const side = (table: string) => ({ table, columns: { id: 'customer_id', email: 'customer_id' } });
    const setup = { left: side('orders'), right: side('orders_2'), gmail: true, country: '34' };
    const joined = { matches: 'people_matches', ids: { orders: { raw: 'orders_2', side: 'right' as const } } };
    const applied = { ...joined, left: setup.left, right: setup.right };
    const kept = { setup, pairs: [{ left: 'a', right: 'b', same: true }], tiers: [], applied };
    const remedy = { kind: 'leave-out', table: 'orders', finding: 'f', parameters: {}, raw: 'orders_2', rows: 1 };
    await people.keep(kept);
    await workspace.remedies.keep([remedy as never]);
    const { undo } = await append([], 'keep');
    expect([people.stored.setup, people.applied, workspace.remedies.list]).toEqual([undefined, undefined, []]);
    await undo();
    expect([people.stored, workspace.remedies.list]).toEqual([kept, [remedy]]);
  });

  it('is no longer undone when another table has taken the place since', async () => {
    await put('orders', orders, OLD);
    await put('orders_2', orders, COME);
    const first = await append([], 'keep');
    await put('orders_2', orders, COME);
    const second = await append([], 'keep');
    await expect(first.undo()).rejects.toMatchObject({ code: 'undo-gone' });
    await second.undo();
    // The name is in use again: what was appended first comes back beside it.
    await first.undo();
    expect(await names()).toEqual(['orders', 'orders_2_2', 'orders_2']);
  });

  it('matches columns by their names, fills what one of them lacks with nothing, and takes nothing away by that', async () => {
    await put('orders', 'id, note, amount', ["1, 'first', 1.5", "2, 'second', 2.5"]);
    await put('orders_2', 'Amount, ID, shop', ["9.5, 2, 'Lima'", "3.5, 3, 'Cusco'"]);
    expect(await plan(['id'])).toMatchObject({ other: 1, fresh: 1, columns: { missing: ['note'], added: ['shop'] } });
    await append(['id'], 'take');
    expect(await read('id, note, CAST(amount AS DOUBLE), shop')).toEqual([
      [1, 'first', 1.5, null],
      [2, 'second', 9.5, 'Lima'],
      [3, null, 3.5, 'Cusco'],
    ]);
  });

  it.each([
    ['a whole number and a decimal one', '1::BIGINT', '1.5::DOUBLE', 'DOUBLE', ['1.0', '1.5']],
    [
      'a day and a time',
      "DATE '2024-01-01'",
      "TIMESTAMP '2024-01-02 10:00:00'",
      'TIMESTAMP',
      ['2024-01-01 00:00:00', '2024-01-02 10:00:00'],
    ],
    ['a number and an id with letters', '7::BIGINT', "'A7'", 'VARCHAR', ['7', 'A7']],
    ['an id with a zero in front and a number', "'007'", '8::BIGINT', 'VARCHAR', ['007', '8']],
    ['text that is all numbers', '1.5::DOUBLE', "'2.5'", 'DOUBLE', ['1.5', '2.5']],
    ['nothing at all', "DATE '2024-01-01'", 'NULL::VARCHAR', 'DATE', ['2024-01-01', null]],
  ])('makes one column of %s', async (_, one, other, type, values) => {
    await put('orders', 'id, v', [`1, ${one}`]);
    await put('orders_2', 'id, v', [`2, ${other}`]);
    const { info } = await append(['id'], 'keep');
    expect(info.columns[1]).toEqual({ name: 'v', type });
    expect(await read('CAST(v AS VARCHAR)')).toEqual(values.map((value) => [value]));
  });

  it.each([
    ['a day and words', "DATE '2024-01-01'", "'soon'", 'soon'],
    ['an amount and a word', '1.5::DOUBLE', "'free'", 'free'],
    ['a number that a decimal one cannot hold', '9007199254740993::BIGINT', '1.5::DOUBLE', '9007199254740993'],
    ['a switch and a number', 'true', '3::BIGINT', '3'],
  ])('refuses %s in one column, with the value, and leaves all as it was', async (_, one, other, example) => {
    await put('orders', 'id, v', [`1, ${one}`]);
    await put('orders_2', 'id, v', [`2, ${other}`]);
    await expect(append(['id'], 'keep')).rejects.toMatchObject({
      code: 'append-type',
      details: { column: 'v', example },
    });
    expect([await names(), (await read('*')).length]).toEqual([['orders', 'orders_2'], 1]);
  });

  it('leaves nothing when it fails on the way', async () => {
    await put('orders', orders, OLD);
    await put('orders_2', orders, COME);
    await workspace.map(mapping);
    const { run } = database;
    for (const step of ['INSERT INTO "raw"."_coming_', 'ALTER TABLE "raw"."_coming_', 'INSERT INTO redito.rejects']) {
      database.run = (query, options) =>
        query.text.includes(step) ? Promise.reject(new Error(step)) : run(query, options);
      await expect(append(['order_id'], 'take')).rejects.toThrow(step);
      database.run = run;
      expect([await names(), (await read('*')).length]).toEqual([['orders', 'orders_2'], 3]);
      const stored = sql`SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'raw'`;
      expect(await database.texts(stored)).toEqual(['2']);
      expect(workspace.mapping).toEqual(mapping);
    }
  });

  it('holds names that would be more than names', async () => {
    const hostile = 'a"); DROP TABLE raw.orders; --';
    for (const [table, value] of [
      ['orders', 1],
      ['orders_2', 2],
    ] as const) {
      await put(table, identifier(hostile).text, [String(value)]);
    }
    const { info } = await append([hostile], 'take');
    expect(info.columns.map(({ name }) => name)).toEqual([hostile]);
    expect(info.rows).toBe(2);
  });
});
