import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identifier, sql } from '../../../src/database/sql.ts';
import { applyMapping } from '../../../src/semantics/apply-mapping.ts';
import {
  assignedQuery,
  countArms,
  countAssignments,
  findControl,
  findInitiative,
  mappedAssignments,
  tableAssignments,
} from '../../../src/semantics/assignments.ts';
import type { Mapping } from '../../../src/semantics/mapping.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';
import { rawTable } from '../../fixtures/raw-table.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
  await rawTable(
    database,
    'tests',
    { test: 'VARCHAR', arm: 'VARCHAR', who: 'VARCHAR', day: 'TIMESTAMP', score: 'INTEGER' },
    [
      ['mail', 'a', 'ana', '2020-03-01', 1],
      ['mail', 'a', 'ana', '2020-01-01', 2],
      ['mail', 'control', 'ben', '2020-02-01', 3],
      ['mail', 'a', 'cleo', '2020-02-01', 4],
      ['mail', 'control', 'cleo', '2020-05-01', 5],
      ['mail', null, 'dan', '2020-02-01', 6],
      ['mail', ' ', 'dan', '2020-02-01', 6],
      ['mail', 'control', null, '2020-02-01', 7],
      ['app', 'b', 'ben', '2020-02-01', 8],
    ],
  );
  await rawTable(database, 'people', { id: 'VARCHAR', land: 'VARCHAR' }, [
    ['ana', 'ES'],
    ['ben', 'PT'],
  ]);
});
afterEach(() => database.close());

const mapping: Mapping = {
  assignments: {
    table: 'tests',
    columns: { initiative: 'test', variant: 'arm', customer_id: 'who', assigned_at: 'day' },
  },
  customers: { table: 'people', columns: { customer_id: 'id', country: 'land' } },
};

async function unitsOf(given: Mapping, period = {}, where?: string) {
  await applyMapping(given, database);
  const assignments = mappedAssignments(given, { initiative: 'mail', where });
  return database.rows(
    sql`SELECT * FROM (${assignedQuery(assignments, period, { score: sql`r.score` })}) ORDER BY customer_id`,
  );
}

describe('assignedQuery', () => {
  it('gives each unit once, as first assigned, and leaves out who was in several variants', async () => {
    expect(await unitsOf(mapping)).toEqual([
      { customer_id: 'ana', variant: 'a', assigned_at: '2020-01-01T00:00:00', score: 2 },
      { customer_id: 'ben', variant: 'control', assigned_at: '2020-02-01T00:00:00', score: 3 },
    ]);
  });

  it('goes by the first assignment when there is a period', async () => {
    const names = async (period: object) => (await unitsOf(mapping, period)).map(({ customer_id: id }) => id);
    expect(await names({ from: '2020-02-01' })).toEqual(['ben']);
    expect(await names({ to: '2020-02-01' })).toEqual(['ana']);
  });

  it('keeps to a condition on customers', async () => {
    expect(await unitsOf(mapping, {}, "country = 'PT'")).toMatchObject([{ customer_id: 'ben' }]);
  });

  it('takes rows for units when no customer is mapped, and no time from a column that is not mapped', async () => {
    await database.run(sql`ALTER TABLE raw.tests RENAME COLUMN day TO assigned_at`);
    const columns = { initiative: 'test', variant: 'arm' };
    const units = await unitsOf({ assignments: { table: 'tests', columns } });
    expect(units.map(({ variant }) => variant)).toEqual(['a', 'a', 'control', 'a', 'control', 'control']);
    expect(units.every(({ assigned_at: at }) => at === null)).toBe(true);
  });

  it('reads a raw table, whatever its columns are called', async () => {
    await rawTable(database, 'odd "one"', { 'ver"sion': 'INTEGER', customer_id: 'INTEGER' }, [
      [1, 7],
      [2, 7],
    ]);
    const assignments = tableAssignments('odd "one"', identifier('r', 'ver"sion'));
    const values = { m0: identifier('r', 'customer_id') };
    expect(await database.rows(assignedQuery(assignments, {}, values))).toEqual([
      { customer_id: '1', variant: '1', assigned_at: null, m0: 7 },
      { customer_id: '2', variant: '2', assigned_at: null, m0: 7 },
    ]);
  });
});

describe('countAssignments', () => {
  it('counts units, those in several variants, and rows that cannot be used', async () => {
    await applyMapping(mapping, database);
    const counts = await countAssignments(database, mappedAssignments(mapping, { initiative: 'mail' }));
    expect(counts).toEqual({ rows: 8, unusable: 3, units: 3, several: 1, repeated: 1 });
  });

  it('counts rows where rows are units', async () => {
    await applyMapping(mapping, database);
    const assignments = tableAssignments('tests', sql`r.arm`);
    expect(await countAssignments(database, assignments)).toEqual({
      rows: 9,
      unusable: 2,
      units: 7,
      several: 0,
      repeated: 0,
    });
  });
});

describe('countArms', () => {
  it('gives the variants by name, with their days', async () => {
    await applyMapping(mapping, database);
    const assigned = assignedQuery(mappedAssignments(mapping, { initiative: 'mail' }));
    expect(await countArms(database, assigned)).toEqual([
      { variant: 'a', n: 1, undated: 0, first: '2020-01-01', last: '2020-01-01' },
      { variant: 'control', n: 1, undated: 0, first: '2020-02-01', last: '2020-02-01' },
    ]);
    expect(await countArms(database, assigned, { limit: 1 })).toHaveLength(1);
  });
});

describe('findInitiative', () => {
  it('takes the one given, or the only one', async () => {
    await applyMapping(mapping, database);
    expect(await findInitiative(database, 'app')).toBe('app');
    expect(await findInitiative(database, undefined)).toEqual(['mail', 'app']);
    await database.run(sql`DELETE FROM raw.tests WHERE test = 'app'`);
    expect(await findInitiative(database, undefined)).toBe('mail');
    await expect(findInitiative(database, 'none')).rejects.toMatchObject({
      code: 'parameter-invalid',
      details: { parameter: 'initiative', expected: 'mail' },
    });
  });
});

describe('findInitiative among many', () => {
  it('knows every one of them by its name', async () => {
    await database.run(sql`INSERT INTO raw.tests SELECT 'm' || lpad(CAST(i AS VARCHAR), 3, '0'), 'a', 'ana', NULL, 0, i
                           FROM range(150) AS t (i)`);
    await applyMapping(mapping, database);
    expect(await findInitiative(database, 'm149')).toBe('m149');
    expect(await findInitiative(database, undefined)).toHaveLength(100);
  });
});

describe('mappedAssignments', () => {
  it('takes no condition on customers where units are rows', () => {
    const columns = { initiative: 'test', variant: 'arm', customer_id: { row: true as const } };
    const rows: Mapping = { assignments: { table: 'tests', columns } };
    expect(mappedAssignments(rows, { initiative: 'mail', where: ' ' }).knowsCustomers).toBe(false);
    expect(() => mappedAssignments(rows, { initiative: 'mail', where: "country = 'PT'" })).toThrowError(
      expect.objectContaining({ code: 'filter-invalid' }),
    );
  });
});

describe('findControl', () => {
  it.each([
    'control',
    'Control group',
    'GRUPO DE CONTROL',
    'grupo_control',
    'controlGroup',
    'holdout',
    'hold-out',
    'Hold Out',
    'Placebo',
    'none',
    'Ninguno',
    'No E-Mail',
    'no_contact',
    'sin contacto',
    'Testigo',
    'sem contato',
  ])('knows “%s”', (control) => {
    expect(findControl(['variant 1', control, 'north'])).toBe(control);
  });

  it('does not guess', () => {
    expect(findControl(['gate_30', 'gate_40'])).toBeUndefined();
    expect(findControl(['north', 'singular', 'notable', 'uncontrolled'])).toBeUndefined();
    expect(findControl(['control 1', 'control 2'])).toBeUndefined();
  });

  it('takes the one given, if there is one of that name', () => {
    expect(findControl(['a', 'control'], 'a')).toBe('a');
    expect(() => findControl(['a', 'b'], 'c')).toThrowError(
      expect.objectContaining({
        code: 'parameter-invalid',
        details: { parameter: 'control', value: 'c', expected: 'a | b' },
      }),
    );
  });
});
