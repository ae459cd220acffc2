import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TableInfo } from '../../../src/core/table-info.ts';
import { addTable, removeTable } from '../../../src/database/catalog.ts';
import type { DuckDb } from '../../../src/database/duckdb.ts';
import { sql } from '../../../src/database/sql.ts';
import type { PeopleSetup } from '../../../src/semantics/people/people.ts';
import type { Job } from '../../../src/workbench/jobs.ts';
import { ask } from '../../../src/workbench/asking.ts';
import { applyPeople, peopleState, runMatching, undoPeople } from '../../../src/workbench/people.ts';
import { Workspace } from '../../../src/workbench/workspace.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';
import { rawTable } from '../../fixtures/raw-table.ts';

let database: NativeDatabase;
let workspace: Workspace;
const job: Job = { signal: new AbortController().signal, progress: () => Promise.resolve() };

async function bring(name: string, columns: Record<string, string>, rows: (string | number | null)[][]): Promise<void> {
  await rawTable(database, name, columns, rows);
  const info: TableInfo = {
    ...{ name, rows: rows.length, id: crypto.randomUUID(), notices: [], rejectedRows: 0 },
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
    source: { file: `${name}.csv`, format: 'csv' },
  };
  await addTable(database, info);
}

const V = 'VARCHAR';
const crm = ['crm', { id: V, name: V, email: V, born: 'DATE' }] as const;
const people = [
  ['A1', 'Ana García', 'ana@correo.es', '1980-03-12'],
  ['A2', 'Luis Pérez', null, '1975-06-30'],
];

beforeEach(async () => {
  database = await openNative();
  workspace = await Workspace.read(
    { database: database as unknown as DuckDb, entry: undefined, release: () => undefined },
    () => '2025-01-15',
  );
  await bring(...crm, people);
  await bring('web', { user: V, name: V, mail: V, born: 'DATE', day: 'DATE', amount: 'DOUBLE' }, [
    ['W1', 'Ana García', 'ANA@correo.es', null, '2024-01-01', 10],
    ['W2', 'Luís Péres', null, '1975-06-30', '2024-01-02', 20],
  ]);
  await workspace.map({
    orders: { table: 'web', columns: { customer_id: 'user', ordered_at: 'day', amount: 'amount' } },
  });
});
afterEach(() => database.close());

const setup = (withIds = true): PeopleSetup => ({
  left: { table: 'crm', columns: { ...(withIds && { id: 'id' }), name: 'name', email: 'email', birth: 'born' } },
  right: { table: 'web', columns: { ...(withIds && { id: 'user' }), name: 'name', email: 'mail', birth: 'born' } },
  gmail: true,
  country: '',
});
const buyers = () => database.texts(sql`SELECT DISTINCT customer_id FROM business.purchases ORDER BY 1`);
const names = async () => (await workspace.tables()).map(({ name }) => name);

async function decide(left: string, right: string): Promise<void> {
  const { people: kept } = workspace.remedies;
  await kept.keep({ ...kept.stored, pairs: [{ left, right, same: true }] });
}

/** A file of other people comes in the place of the one that there was. */
async function comesAgain(): Promise<void> {
  await database.run(sql`DROP TABLE raw.crm`);
  await database.run(sql`DELETE FROM redito.tables WHERE name = 'crm'`);
  await bring(...crm, [...people].reverse());
}

describe('joining up people in a workspace', () => {
  it('changes whom orders are of, and undoing it leaves nothing of it', async () => {
    const found = await runMatching(workspace, setup(), job);
    expect(found.counts).toMatchObject({ joined: 1, open: 1 });
    expect(await buyers()).toEqual(['W1', 'W2']);
    const applied = await applyPeople(workspace, {}, job);
    expect(applied.applied).toMatchObject({ matches: 'people_matches', pairs: 1, isAhead: false });
    expect(await buyers()).toEqual(['A1', 'W2']);
    expect(await names()).toEqual(['crm', 'web', 'people_matches']);
    expect((await undoPeople(workspace)).applied).toBeUndefined();
    expect(await buyers()).toEqual(['W1', 'W2']);
    expect(await names()).toEqual(['crm', 'web']);
    await expect(undoPeople(workspace)).rejects.toMatchObject({ code: 'people-not-joined' });
  });

  it('is put in force anew with what was decided since, under one table of matches', async () => {
    await runMatching(workspace, setup(), job);
    await applyPeople(workspace, {}, job);
    await decide('A2', 'W2');
    await applyPeople(workspace, {}, job);
    expect(await buyers()).toEqual(['A1', 'A2']);
    expect((await names()).filter((name) => name.startsWith('people_matches'))).toHaveLength(1);
  });

  it('stays in force when a table goes that it is not about, and ends with one that it is', async () => {
    await runMatching(workspace, setup(), job);
    await applyPeople(workspace, {}, job);
    await bring('other', { x: V }, [['1']]);
    await workspace.tableWent('other');
    expect(await buyers()).toEqual(['A1', 'W2']);
    const giveBack = workspace.rememberRoles('crm');
    await workspace.tableWent('crm');
    expect(await buyers()).toEqual(['W1', 'W2']);
    expect((await peopleState(workspace)).setup).toBeUndefined();
    await giveBack();
    expect(await buyers()).toEqual(['A1', 'W2']);
  });

  it('keeps what was decided by ids when a file comes again, and forgets it where there were row numbers', async () => {
    await runMatching(workspace, setup(), job);
    await decide('A2', 'W2');
    await comesAgain();
    expect((await peopleState(workspace)).outcome).toBeUndefined();
    expect((await runMatching(workspace, setup(), job)).counts).toMatchObject({ joined: 1, accepted: 1 });

    await runMatching(workspace, setup(false), job);
    await decide('2', '2');
    expect((await runMatching(workspace, setup(false), job)).decisions).toBe(1);
    await comesAgain();
    expect((await runMatching(workspace, setup(false), job)).decisions).toBe(0);
  });

  it('is said in an answer as long as it changes it, and not when a column of ids is gone', async () => {
    for (let i = 0; i < 30; i += 1) {
      const day = `2024-02-${String(1 + (i % 28)).padStart(2, '0')}`;
      await database.run(
        sql`INSERT INTO raw.web VALUES ('W1', 'Ana García', 'ANA@correo.es', NULL, CAST(${day} AS DATE), 10, ${i + 3})`,
      );
    }
    const assumed = async () => {
      const surroundings = { workspace, train: () => Promise.reject(new Error('none')), versions: {}, clock: () => 0 };
      const answer = await ask('overview', {}, surroundings, job);
      if (answer.status !== 'answered') throw new Error(JSON.stringify(answer));
      return answer.evidence.assumptions.filter(({ key }) => key === 'people.assumption').length;
    };
    await runMatching(workspace, setup(), job);
    expect(await assumed()).toBe(0);
    await applyPeople(workspace, {}, job);
    expect(await assumed()).toBe(1);
    await database.run(sql`ALTER TABLE raw.crm RENAME COLUMN id TO code`);
    await workspace.map(structuredClone(workspace.mapping));
    expect((await peopleState(workspace)).applied?.isInForce).toBe(false);
    expect(await assumed()).toBe(0);
  });

  it('is not in force any more where customer ids are read elsewhere, and is again with the column that it was put in force for', async () => {
    await runMatching(workspace, setup(), job);
    await applyPeople(workspace, {}, job);
    const orders = (column: string) => ({
      orders: { table: 'web', columns: { customer_id: column, ordered_at: 'day', amount: 'amount' } },
    });
    const isInForce = async () => (await peopleState(workspace)).applied?.isInForce;
    expect(await isInForce()).toBe(true);
    await workspace.map(orders('mail'));
    expect(await buyers()).toEqual(['ANA@correo.es']);
    expect(await isInForce()).toBe(false);
    await workspace.map({
      orders: { table: 'web', columns: { ...orders('').orders.columns, customer_id: { expression: '"user"' } } },
    });
    expect(await buyers()).toEqual(['W1', 'W2']);
    await workspace.map(orders('user'));
    expect(await buyers()).toEqual(['A1', 'W2']);
    expect(await isInForce()).toBe(true);
  });

  it('keeps nothing of people that were compared while a table became another one', async () => {
    await runMatching(workspace, setup(), job);
    await decide('A2', 'W2');
    const meanwhile: Job = { ...job, progress: ({ done }) => (done === 2 ? comesAgain() : Promise.resolve()) };
    await expect(runMatching(workspace, setup(), meanwhile)).rejects.toMatchObject({ code: 'people-not-matched' });
    const state = await peopleState(workspace);
    expect([state.outcome, state.decisions]).toEqual([undefined, 1]);
    expect(await database.texts(sql`SELECT table_name FROM duckdb_tables() WHERE table_name = 'people_pairs'`)).toEqual(
      [],
    );
  });

  it('does not bring back what was in force with a table of matches that went while people were compared', async () => {
    await runMatching(workspace, setup(), job);
    await applyPeople(workspace, {}, job);
    const matchesGo = async () => {
      await removeTable(database, 'people_matches');
      await workspace.tableWent('people_matches');
    };
    const meanwhile: Job = { ...job, progress: ({ done }) => (done === 2 ? matchesGo() : Promise.resolve()) };
    expect((await runMatching(workspace, setup(), meanwhile)).counts).toMatchObject({ joined: 1 });
    expect(workspace.remedies.people.applied).toBeUndefined();
  });

  it.each(['undone', 'put in force anew'])(
    'leaves a table that a file calls the matches and is none when it is %s',
    async (how) => {
      await runMatching(workspace, setup(), job);
      await applyPeople(workspace, {}, job);
      const { people: kept } = workspace.remedies;
      await kept.keepApplied({ ...kept.applied!, matches: 'crm' });
      await (how === 'undone' ? undoPeople(workspace) : applyPeople(workspace, {}, job));
      expect(await names()).toContain('crm');
      expect(await database.texts(sql`SELECT id FROM raw.crm ORDER BY 1`)).toEqual(['A1', 'A2']);
    },
  );

  it('says which table is not there', async () => {
    const wrong = { ...setup(), right: { table: 'shop', columns: { email: 'mail' } } };
    await expect(runMatching(workspace, wrong, job)).rejects.toMatchObject({
      code: 'people-table',
      details: { table: 'shop' },
    });
  });

  it('says which column is not there', async () => {
    const { left, ...rest } = setup();
    const wrong = { ...rest, left: { ...left, columns: { ...left.columns, phone: 'mobile' } } };
    await expect(runMatching(workspace, wrong, job)).rejects.toMatchObject({
      code: 'people-setup',
      details: { table: 'crm', column: 'mobile' },
    });
  });
});
