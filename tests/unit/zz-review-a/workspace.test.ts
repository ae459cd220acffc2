import { afterEach, describe, it, vi, expect } from 'vitest';
import { openNative } from '../../fixtures/native-database.ts';
import { writeFileSync, mkdtempSync } from 'node:fs';

let native: any;
vi.mock('../../../src/workbench/storage.ts', () => ({
  openStorage: async () => ({ database: native, stored: false, release: () => undefined }),
  openMemory: async () => ({ database: native, stored: false, release: () => undefined }),
  storageState: async () => ({}), removeStorage: async () => undefined, STORAGE_FOLDER: 'x',
}));
vi.mock('../../../src/files/scratch.ts', () => ({ removeScratch: async () => undefined }));
vi.mock('../../../src/learning/trainer-client.ts', () => ({ TrainerClient: class { train = () => undefined } }));
vi.mock('../../../src/workbench/import-file.ts', () => ({ importFile: async (file: any, _o: any, { database, takenNames }: any) => {
  const { freeName } = await import('../../../src/files/table-name.ts');
  const name = freeName(file.name.replace('.csv', ''), await takenNames());
  const dir = mkdtempSync('/tmp/zz'); writeFileSync(`${dir}/f.csv`, file.text0);
  await database.run({ text: `CREATE TABLE raw."${name}" AS SELECT *, row_number() OVER () AS _row FROM read_csv('${dir}/f.csv', header=true)` });
  const cols = (await database.table({ text: `SELECT * EXCLUDE(_row) FROM raw."${name}" LIMIT 0` })).columns;
  return [{ name, rows: 1, columns: cols, notices: [], rejectedRows: 0, source: { file: file.name, format: 'csv' }, elapsedMs: 1 }];
} }));
vi.mock('../../../src/database/raw-loader.ts', () => ({
  prepareLoading: async () => undefined,
  dropRaw: async (db: any, name: string) => db.run({ text: `DROP TABLE IF EXISTS raw."${name}"` }),
  loadDelimited: async (db: any, name: string, source: any) => {
    const dir = mkdtempSync('/tmp/zz'); writeFileSync(`${dir}/f.csv`, await source.file.text());
    if (failOn && name.includes(failOn)) throw new Error('boom');
    await db.run({ text: `CREATE TABLE raw."${name}" AS SELECT *, row_number() OVER () AS _row FROM read_csv('${dir}/f.csv', header=true)` });
    const cols = (await db.table({ text: `SELECT * EXCLUDE(_row) FROM raw."${name}" LIMIT 0` })).columns;
    return { rows: 3, columns: cols, notices: [] };
  },
}));
let failOn: string | undefined;
vi.mock('../../../src/samples/online-shop/online-shop.ts', () => ({
  simulateOnlineShop: (seed: number) => ({
    tables: [{ name: 'orders', columns: [], csv: 'order_id,customer_id,ordered_at,amount\n' + Array.from({ length: 40 }, (_, i) => `O${i},C${i % 20},2024-${String(1 + (i % 6)).padStart(2, '0')}-05 10:00:00,${seed * 10}`).join('\n') + '\n' },
      { name: 'customers', columns: [], csv: 'customer_id,segment\nC1,a\nC2,b\n' }],
    mapping: { orders: { table: 'orders', columns: { order_id: 'order_id', customer_id: 'customer_id', ordered_at: 'ordered_at', amount: 'amount' } }, customers: { table: 'customers', columns: { customer_id: 'customer_id', segment: 'segment' } } },
    currency: 'EUR', truth: [],
  }),
}));

const { createOperations } = await import('../../../src/workbench/operations.ts');
const job: any = { signal: new AbortController().signal, progress: async () => undefined };
async function start() {
  native = await openNative();
  native.version = async () => 'x'; native.checkpoint = async () => undefined; native.terminate = async () => undefined;
  native.readOnly = (q: any, w: any) => w(native); native.dropFile = async () => undefined; native.registerFile = async () => undefined;
  const ops = createOperations({ clock: () => 0, today: () => '2026-01-01T00:00:00Z', versions: {}, endOtherJobs: async () => undefined });
  await ops.open(job, { baseUrl: '', inMemory: true } as any);
  return ops;
}
const own = (n: string, text: string): any => ({ name: n, text0: text });
const ownOrders = 'cliente,fecha,importe\n' + Array.from({ length: 30 }, (_, i) => `X${i % 10},2023-0${1 + (i % 9)}-01 09:00:00,${i}`).join('\n') + '\n';

describe('sample states', () => {
  it('rename then own import then close', async () => {
    const ops = await start();
    await ops.openSample(job, 'online-shop', 1);
    await ops.renameTable(job, 'orders', 'sample_orders');
    await ops.importFiles(job, [own('orders.csv', ownOrders)], {});
    console.log('A before', (await ops.tables(job)).map((t: any) => t.name), JSON.stringify((await ops.mapping(job)).mapping));
    await ops.closeSample(job);
    console.log('A after close', (await ops.tables(job)).map((t: any) => t.name + ':' + t.source.file), JSON.stringify((await ops.mapping(job)).mapping));
  });
  it('drop sample table, own import, reopen', async () => {
    const ops = await start();
    await ops.openSample(job, 'online-shop', 1);
    const { undo } = await ops.dropTable(job, 'orders');
    await ops.importFiles(job, [own('orders.csv', ownOrders)], {});
    await ops.openSample(job, 'online-shop', 2);
    console.log('B after reopen', (await ops.tables(job)).map((t: any) => t.name + ':' + t.source.file));
    console.log('B undo', await ops.undoDrop(job, undo).catch((e: any) => e.code));
  });
  it('drop, close, undo', async () => {
    const ops = await start();
    await ops.openSample(job, 'online-shop', 1);
    const { undo } = await ops.dropTable(job, 'orders');
    await ops.closeSample(job);
    console.log('C undo', (await ops.undoDrop(job, undo).catch((e: any) => e)).name, (await ops.tables(job)).map((t: any) => t.name), JSON.stringify((await ops.mapping(job)).mapping));
    await ops.openSample(job, 'online-shop', 2);
    console.log('C reopen', (await ops.tables(job)).map((t: any) => t.name));
  });
  it('own table imported while the sample is open: mapping afterwards', async () => {
    const ops = await start();
    await ops.openSample(job, 'online-shop', 1);
    await ops.importFiles(job, [own('ventas.csv', ownOrders)], {});
    await ops.closeSample(job);
    console.log('D after close', (await ops.tables(job)).map((t: any) => t.name), JSON.stringify((await ops.mapping(job))));
  });
  it('own table renamed while the sample is open', async () => {
    const ops = await start();
    await ops.importFiles(job, [own('ventas.csv', ownOrders)], {});
    console.log('E0', JSON.stringify((await ops.mapping(job)).mapping));
    await ops.openSample(job, 'online-shop', 1);
    await ops.renameTable(job, 'ventas', 'ventas_2023');
    await ops.closeSample(job);
    console.log('E after close', (await ops.tables(job)).map((t: any) => t.name), JSON.stringify((await ops.mapping(job)).mapping));
  });
  it('own table replaced while the sample is open', async () => {
    const ops = await start();
    await ops.importFiles(job, [own('ventas.csv', ownOrders)], {});
    await ops.openSample(job, 'online-shop', 1);
    await ops.dropTable(job, 'ventas');
    await ops.importFiles(job, [own('ventas.csv', 'a,b\n1,2\n3,4\n')], {});
    await ops.closeSample(job);
    console.log('F after close', JSON.stringify((await ops.mapping(job)).mapping), await ops.query(job, 'SELECT 1', 5).catch((e: any) => [e.code, e.details]));
    console.log('F drop', await ops.dropTable(job, 'ventas').catch((e: any) => [e.code, e.details]));
    console.log('F import', JSON.stringify(await ops.importFiles(job, [own('zz.csv', 'a,b\n1,2\n')], {})).slice(0, 300));
  });
  it('baseline of the sample stays', async () => {
    const ops = await start();
    await ops.openSample(job, 'online-shop', 1);
    await ops.freezeBaseline(job, '2024-01-01', '2024-04-01');
    await ops.closeSample(job);
    await ops.importFiles(job, [own('ventas.csv', ownOrders)], {});
    const a: any = await ops.ask(job, 'overview', {});
    console.log('G', a.status, a.reason, a.verdict?.key, a.checks?.filter((c: any) => c.id.startsWith('base')).map((c: any) => [c.id, c.status, c.message.key]), (await ops.open(job, { baseUrl: '', inMemory: true } as any)).baseline !== undefined);
  });
  it('second sample while a question runs', async () => {
    const ops = await start();
    await ops.openSample(job, 'online-shop', 1);
    let n = 0; let swapped = false;
    const slow: any = { signal: job.signal, progress: async () => { n++; if (n === 3 && !swapped) { swapped = true; await ops.openSample(job, 'online-shop', 7); } } };
    const a: any = await ops.ask(slow, 'overview', {}).catch((e: any) => e);
    console.log('H', a.status ?? [a.code, a.message, a.details], a.estimates?.map((e: any) => [e.name, e.value]).slice(0, 3), a.evidence?.inputs);
    const b: any = await ops.ask(job, 'overview', {}); console.log('H2', b.estimates?.map((e: any) => [e.name, e.value]).slice(0, 3), b.evidence.inputs);
  });
  it('two at once', async () => {
    const ops = await start();
    const r = await Promise.allSettled([ops.openSample(job, 'online-shop', 1), ops.openSample(job, 'online-shop', 2)]);
    console.log('I', r.map((x: any) => [x.status, x.reason?.code ?? x.reason?.message]), (await ops.tables(job)).map((t: any) => t.name), (await ops.open(job, {} as any)).sample);
  });
  it('fails half-way the second time', async () => {
    const ops = await start();
    await ops.openSample(job, 'online-shop', 1);
    failOn = 'customers';
    console.log('J', await ops.openSample(job, 'online-shop', 2).catch((e: any) => e.message), (await ops.tables(job)).map((t: any) => t.name), (await ops.open(job, {} as any)).sample?.seed);
    failOn = undefined;
    const raw = await native.texts({ text: "select table_name from duckdb_tables() where schema_name='raw'" }); console.log('J raw', raw);
    const a: any = await ops.ask(job, 'overview', {}); console.log('J ask', a.status);
  });
});
