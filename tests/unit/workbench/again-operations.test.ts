import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DuckDb } from '../../../src/database/duckdb.ts';
import { describeTable } from '../../../src/database/raw-loader.ts';
import { typedByAnalyst } from '../../../src/database/sql.ts';
import { againOperations } from '../../../src/workbench/again-operations.ts';
import type { ImportedTable } from '../../../src/workbench/contract.ts';
import type { CurrentWorkspace } from '../../../src/workbench/current-workspace.ts';
import { importOperations } from '../../../src/workbench/import-operations.ts';
import type { Job } from '../../../src/workbench/jobs.ts';
import { Workspace } from '../../../src/workbench/workspace.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

/** What the next file brings: a name and the columns of its rows. */
const next = vi.hoisted(() => ({ read: (): Promise<unknown> => Promise.resolve([]) }));
vi.mock(import('../../../src/workbench/import-file.ts'), async (original) => ({
  ...(await original()),
  importFile: () => next.read() as Promise<ImportedTable[]>,
}));

let database: NativeDatabase;
let workspace: Workspace;
let operations: ReturnType<typeof importOperations> & ReturnType<typeof againOperations>;
const job: Job = { signal: new AbortController().signal, progress: () => Promise.resolve() };

beforeEach(async () => {
  database = await openNative();
  workspace = await Workspace.read(
    { database: database as unknown as DuckDb, entry: undefined, release: () => undefined },
    () => '2025-01-15',
  );
  const whole = () => Promise.resolve(workspace);
  const current = { opened: workspace, whole, mend: () => Promise.resolve() } as unknown as CurrentWorkspace;
  const undoing = new Map<string, (() => Promise<void>)[]>();
  operations = { ...importOperations(current, () => 0, undoing), ...againOperations(current, undoing) };
});
afterEach(() => database.close());

const CLIENTS = `'C' || i AS customer_id, 'client' || i || '@example.com' AS email`;
const RICH = `${CLIENTS}, 'ES' AS country, 'web' AS channel, 'Ana' AS name`;
const ORDERS = `i AS order_id, 'C' || (i % 20) AS customer_id, DATE '2024-01-01' + CAST(i AS INTEGER) AS order_date, 5.5 + i AS amount`;

function brings(name: string, columns: string): File {
  next.read = async () => {
    await database.run(
      typedByAnalyst(`CREATE TABLE raw."${name}" AS SELECT ${columns}, i AS _row FROM range(40) r(i)`),
    );
    const source = { file: `${name}.csv`, format: 'csv' };
    return [
      { ...{ name, source, notices: [], rejectedRows: 0, elapsedMs: 0 }, ...(await describeTable(database, name)) },
    ];
  };
  return new File(['x'], `${name}.csv`);
}

const come = async (name: string, columns: string): Promise<ImportedTable[]> =>
  (await operations.importFiles(job, [brings(name, columns)], {})).tables;
const names = async () => (await workspace.tables()).map(({ name }) => name);

async function withBoth() {
  await come('clients', CLIENTS);
  const orders = await come('orders', ORDERS);
  expect(workspace.mapping).toMatchObject({ customers: { table: 'clients' }, orders: { table: 'orders' } });
  return { orders, before: workspace.mappingState };
}

describe('a file that has come for a table', () => {
  const how = { key: [], conflicts: 'keep' as const };

  it.each([
    ['replaced', (isPicked: boolean) => operations.replaceTable(job, 'orders', 'fresh', isPicked)],
    ['appended', (isPicked: boolean) => operations.appendTable(job, 'orders', 'fresh', how, isPicked)],
  ])('goes when it is undone, and stays when it was there for itself: %s', async (_, work) => {
    const { before } = await withBoth();
    await come('fresh', RICH);
    const came = workspace.mappingState;
    expect(came.mapping.customers?.table).toBe('fresh');
    await operations.undoImportAgain(job, (await work(false)).undo);
    expect([await names(), workspace.mappingState]).toEqual([['clients', 'orders', 'fresh'], came]);
    await operations.undoImportAgain(job, (await work(true)).undo);
    expect([await names(), workspace.mappingState]).toEqual([['clients', 'orders'], before]);
  });

  it('leaves both as they were when what has become of them cannot be saved', async () => {
    await withBoth();
    await come('fresh', RICH);
    const came = workspace.mappingState;
    vi.spyOn(workspace, 'save').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(operations.replaceTable(job, 'orders', 'fresh', true)).rejects.toThrow('the disk is full');
    expect([await names(), workspace.mappingState]).toEqual([['clients', 'orders', 'fresh'], came]);
  });
});

describe('a file that is read again', () => {
  it('leaves no trace in tables and mapping when that is undone', async () => {
    const { orders, before } = await withBoth();
    const { undo } = await operations.importAgain(job, brings('orders_2', RICH), {}, orders);
    expect(await names()).toEqual(['clients', 'orders']);
    await operations.undoImportAgain(job, undo);
    expect([await names(), workspace.mappingState]).toEqual([['clients', 'orders'], before]);
    expect(await database.texts(typedByAnalyst('SELECT count(DISTINCT order_id) FROM raw.orders'))).toEqual(['40']);
    await expect(operations.undoImportAgain(job, undo)).rejects.toMatchObject({ code: 'undo-gone' });
  });

  it('goes again when the table is not there any more that it brought', async () => {
    const { orders } = await withBoth();
    await workspace.tablesDidNotCome(
      await workspace.tables().then((all) => all.filter(({ name }) => name === 'orders')),
    );
    const before = workspace.mappingState;
    const { undo } = await operations.importAgain(job, brings('orders_2', ORDERS), {}, orders);
    expect(await names()).toEqual(['clients', 'orders_2']);
    await operations.undoImportAgain(job, undo);
    expect([await names(), workspace.mappingState]).toEqual([['clients'], before]);
  });
});
