import { afterEach, describe, expect, it } from 'vitest';
import { detect } from '../../src/semantics/detection.ts';
import { rawTables } from '../../src/semantics/raw-tables.ts';
import { examineNatively, type Examined } from '../fixtures/examine-natively.ts';
import { openNative, type NativeDatabase } from '../fixtures/native-database.ts';
import { publicData } from '../fixtures/public-data.ts';
import { rawBlanks, rawCsv, rawParquet } from '../fixtures/raw-table.ts';

const TODAY = '2026-11-28';

let database: NativeDatabase;
afterEach(() => database.close());

async function examined(read: (database: NativeDatabase) => Promise<void>): Promise<Examined> {
  database = await openNative();
  await read(database);
  const { mapping } = await detect(await rawTables(database), database);
  return examineNatively(database, mapping, TODAY);
}

const rowsOf = ({ findings }: Examined, table: string): Record<string, number | undefined> =>
  Object.fromEntries(findings.filter((one) => one.table === table).map(({ id, rows }) => [id, rows?.count]));

const retail = publicData('online_retail/online_retail.parquet');
const cdnow = publicData('cdnow/CDNOW_master.txt');
const olist = publicData('olist_sample/olist_orders_dataset.csv');
const telco = publicData('telco_churn/Telco-Customer-Churn.csv');
const hillstrom = publicData('hillstrom/hillstrom.csv');

describe.skipIf(!retail)('quality of Online Retail', () => {
  it('says what is known of it', async () => {
    const all = await examined((inside) => rawParquet(inside, 'online_retail', retail!));
    // Chen, Sain & Guo (2012) and every notebook since: 135,080 lines without a customer, 5,268 that repeat another one.
    expect(rowsOf(all, 'orders')).toMatchObject({ 'missing.customer_id': 135_080, duplicates: 5_268 });
    // Closed from Christmas Eve 2010 to 3 January 2011, at Easter and on bank holidays; always on Saturdays, which is no gap.
    const gaps = all.findings.find(({ table, id }) => table === 'orders' && id === 'gaps')!;
    expect(gaps.examples!.rows.map(([from, to]) => [from, to])).toContainEqual(['2010-12-24', '2011-01-03']);
    expect(gaps.message.values.days).toBeLessThan(25);
    // “Adjust bad debt”, twice −11,062.06.
    expect(rowsOf(all, 'order_items')).toMatchObject({ 'negative.unit_price': 2 });
    // Two orders of 80,995 and 74,215 pieces that were cancelled at once: four lines.
    const { examples } = all.findings.find(({ id }) => id === 'outliers.quantity')!;
    expect(examples!.rows.flat()).toEqual(expect.arrayContaining([74_215, 80_995]));
  });
});

describe.skipIf(!cdnow)('quality of CDNOW', () => {
  it('finds repeated rows and what is true of the log, and nothing serious', async () => {
    const types = { customer_id: 'VARCHAR', date: 'INTEGER', number_of_cds: 'INTEGER', dollar_value: 'DOUBLE' };
    const all = await examined((inside) => rawBlanks(inside, 'cdnow', cdnow!, types, 1));
    expect(all.findings.filter(({ severity }) => severity === 'serious')).toEqual([]);
    console.info(all.findings.map(({ table, id, rows }) => `${table}/${id} ${rows?.count ?? ''}`).join('\n'));
  });
});

describe.skipIf(!olist)('quality of Olist', () => {
  it('finds nothing impossible', async () => {
    const all = await examined(async (inside) => {
      for (const name of ['orders', 'customers', 'order_items', 'products']) {
        await rawCsv(inside, name, publicData(`olist_sample/olist_${name}_dataset.csv`)!);
      }
    });
    console.info(all.findings.map(({ table, id, rows }) => `${table}/${id} ${rows?.count ?? ''}`).join('\n'));
    expect(all.findings.filter(({ rule }) => rule === 'impossible')).toEqual([]);
  });
});

describe.skipIf(!telco)('quality of Telco churn', () => {
  it('finds no column that gives the outcome away', async () => {
    const all = await examined((inside) => rawCsv(inside, 'telco', telco!));
    console.info(all.findings.map(({ table, id, rows }) => `${table}/${id} ${rows?.count ?? ''}`).join('\n'));
    expect(all.applied).toContain('leaks');
    expect(all.findings.filter(({ rule }) => rule === 'leaks')).toEqual([]);
  });
});

describe.skipIf(!hillstrom)('quality of Hillstrom', () => {
  it('finds its three groups in balance', async () => {
    const all = await examined((inside) => rawCsv(inside, 'hillstrom', hillstrom!));
    expect(all.applied).toContain('balance');
    expect(all.findings.filter(({ rule }) => rule === 'balance')).toEqual([]);
  });
});
