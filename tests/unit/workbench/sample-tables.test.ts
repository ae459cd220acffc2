import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TableInfo } from '../../../src/core/table-info.ts';
import {
  addTable,
  binTable,
  createCatalog,
  listTables,
  renameTable,
  restoreTable,
} from '../../../src/database/catalog.ts';
import { identifier, sql } from '../../../src/database/sql.ts';
import type { OpenSample } from '../../../src/samples/sample.ts';
import type { Mapping } from '../../../src/semantics/mapping.ts';
import { defaultSettings, type Settings } from '../../../src/semantics/settings.ts';
import { renameBefore, sampleCame, sampleWent, showTruth } from '../../../src/workbench/sample-tables.ts';
import type { StoredMapping } from '../../../src/workbench/stored-mapping.ts';
import { WorkspaceNotes } from '../../../src/workbench/workspace-notes.ts';
import type { Workspace } from '../../../src/workbench/workspace.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

let database: NativeDatabase;
let workspace: Workspace & { storedMapping: StoredMapping; settings: Settings };

beforeEach(async () => {
  database = await openNative();
  await createCatalog(database);
  const stage = {
    database,
    notes: await WorkspaceNotes.read(database),
    settings: { ...defaultSettings, currency: 'MXN' },
    storedMapping: { mapping: {}, proposals: [], edited: true } as StoredMapping,
    tables: () => listTables(database),
    forgetHashes: () => undefined,
    remedies: { tablesWent: () => Promise.resolve() },
    replaceMapping(next: StoredMapping) {
      stage.storedMapping = next;
      return Promise.resolve();
    },
    keepSettings(settings: Settings) {
      stage.settings = settings;
      return Promise.resolve(settings);
    },
  };
  workspace = stage as unknown as typeof workspace;
});
afterEach(() => database.close());

const columns = [
  { name: 'who', type: 'VARCHAR' },
  { name: 'day', type: 'DATE' },
  { name: 'paid', type: 'DOUBLE' },
];

async function store(name: string, who: string): Promise<TableInfo> {
  await database.run({
    text: `CREATE TABLE raw."${name}" AS SELECT '${who}' AS who, DATE '2024-01-01' AS day, 1.5 AS paid, 0 AS _row`,
  });
  return { name, rows: 1, columns, source: { file: `${name}.csv`, format: 'csv' }, notices: [], rejectedRows: 0 };
}

const own = async (name: string) => addTable(database, await store(name, 'mine'));
const ordersOf = (table: string): Mapping => ({
  orders: { table, columns: { customer_id: 'who', ordered_at: 'day', amount: 'paid' } },
});
const sample = (seed: number): OpenSample => ({ id: 'shop', seed, truth: [], revealed: false });

async function open(seed: number): Promise<string[]> {
  const infos = await Promise.all(
    ['orders', 'people'].map(async (name) => {
      const storedAs = `_sample_${name}`;
      return { sampleName: name, storedAs, info: { ...(await store(storedAs, `seed ${seed}`)), name } };
    }),
  );
  const mapping = { orders: { table: 'orders', columns: { customer_id: 'who', ordered_at: 'day', amount: 'paid' } } };
  const tables = await sampleCame(workspace, sample(seed), infos, { mapping, currency: 'EUR' });
  return tables.map(({ name }) => name);
}

const names = async () => (await listTables(database)).map(({ name }) => name);
const whose = async (table: string) => (await database.texts(sql`SELECT who FROM ${identifier('raw', table)}`))[0];

describe('sampleCame', () => {
  it('takes the roles and the currency, beside the tables that are there', async () => {
    await own('orders');
    workspace.storedMapping = { mapping: ordersOf('orders'), proposals: [], edited: true };
    expect(await open(1)).toEqual(['orders_2', 'people']);
    expect(workspace.storedMapping.mapping).toEqual(ordersOf('orders_2'));
    expect(workspace.settings.currency).toBe('EUR');
    expect(await whose('orders')).toBe('mine');
  });

  it('takes the place of the sample before, whatever its tables are called now', async () => {
    await open(1);
    await renameTable(database, 'orders', 'theirs');
    await own('orders');
    expect(await open(2)).toEqual(['orders_2', 'people']);
    expect(await names()).toEqual(['orders', 'orders_2', 'people']);
    expect([await whose('orders'), await whose('people')]).toEqual(['mine', 'seed 2']);
  });

  it('leaves everything as it was when a name is taken on the way', async () => {
    await open(1);
    await database.run({ text: 'CREATE TABLE raw.people_2 AS SELECT 1 AS x' });
    await store('on_its_way', 'import');
    await database.run({ text: 'ALTER TABLE raw.people RENAME TO kept; ALTER TABLE raw.on_its_way RENAME TO people' });
    await database.run({
      text: 'UPDATE redito.tables SET name = \'kept\', info = replace(info, \'"name":"people"\', \'"name":"kept"\') WHERE name = \'people\'',
    });
    await expect(open(2)).rejects.toMatchObject({ code: 'table-name-taken' });
    expect(await names()).toEqual(['orders', 'kept']);
    expect(await whose('orders')).toBe('seed 1');
  });
});

describe('sampleWent', () => {
  it('gives back what was mapped, and never a table of the analyst’s', async () => {
    await own('ventas');
    workspace.storedMapping = { mapping: ordersOf('ventas'), proposals: [], edited: true };
    await open(1);
    await renameTable(database, 'orders', 'theirs');
    await own('orders');
    await renameTable(database, 'ventas', 'sales');
    await renameBefore(workspace, 'ventas', 'sales');
    await sampleWent(workspace);
    expect(await names()).toEqual(['sales', 'orders']);
    expect(await whose('orders')).toBe('mine');
    expect(workspace.storedMapping.mapping.orders).toEqual(ordersOf('sales').orders);
    expect(workspace.settings.currency).toBe('MXN');
  });

  it('lets go of a role whose table has another shape now', async () => {
    await own('ventas');
    workspace.storedMapping = {
      mapping: { orders: { table: 'ventas', columns: { customer_id: 'gone' } } },
      proposals: [],
      edited: true,
    };
    await open(1);
    await sampleWent(workspace);
    expect(workspace.storedMapping.mapping.orders).toBeUndefined();
  });

  it('takes its tables out of the bin too', async () => {
    await open(1);
    const undo = await binTable(database, 'people');
    await sampleWent(workspace);
    await expect(restoreTable(database, undo)).rejects.toMatchObject({ code: 'undo-gone' });
    expect(await names()).toEqual([]);
  });

  it('keeps baselines with the data that they are of', async () => {
    const baseline = {
      from: '2024-01-01',
      to: '2024-02-01',
      frozenAt: '',
      period: 'month',
      values: {},
      inputs: [],
      hash: '',
    };
    await workspace.notes.addBaseline({ ...baseline, hash: 'own' });
    await open(1);
    expect(workspace.notes.baseline).toBeUndefined();
    await workspace.notes.addBaseline({ ...baseline, hash: 'of the sample' });
    await sampleWent(workspace);
    expect(workspace.notes.baseline?.hash).toBe('own');
    await open(1);
    expect((await WorkspaceNotes.read(database)).baseline?.hash).toBe('of the sample');
  });
});

describe('showTruth', () => {
  it('is remembered, and needs a sample', async () => {
    await expect(showTruth(workspace, true)).rejects.toMatchObject({ code: 'no-sample' });
    await open(1);
    for (const revealed of [true, false]) {
      expect((await showTruth(workspace, revealed)).revealed).toBe(revealed);
      expect((await WorkspaceNotes.read(database)).sample?.sample.revealed).toBe(revealed);
    }
  });
});
