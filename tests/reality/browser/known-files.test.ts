import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer, sharedFile, types } from '../../fixtures/files/importer.ts';

const isThere = (await sharedFile('README.md')) !== undefined;

describe.skipIf(!isThere)('importFile with public files', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  const read = async (path: string) => importer.import((await sharedFile(path))!);

  it('reads the CDNOW sample, which has no header and stands apart by blanks', async () => {
    const [table] = await read('cdnow/CDNOW_sample.txt');
    expect(table!.name).toBe('cdnow_sample');
    expect(table!.rows).toBe(6919);
    expect(table!.columns).toEqual([
      { name: 'column0', type: 'VARCHAR' },
      { name: 'column1', type: 'VARCHAR' },
      { name: 'column2', type: 'BIGINT' },
      { name: 'column3', type: 'BIGINT' },
      { name: 'column4', type: 'DOUBLE' },
    ]);
    expect((await importer.rows('cdnow_sample'))[0]).toEqual(['00004', '0001', 19970101, 1 + 1, 29.33, 0]);
  });

  it('reads the whole CDNOW log, which has a header', async () => {
    const [table] = await read('cdnow/CDNOW_master.txt');
    expect(table!.name).toBe('cdnow_master');
    expect(table!.rows).toBe(69_659);
    expect(table!.columns.map(({ name }) => name)).toEqual(['customer_id', 'date', 'number_of_cds', 'dollar_value']);
    expect(types(table!)).toEqual(['VARCHAR', 'BIGINT', 'BIGINT', 'DOUBLE']);
  });

  it('makes numbers of Telco’s TotalCharges and reports its eleven blanks', async () => {
    const [table] = await read('telco_churn/Telco-Customer-Churn.csv');
    expect(table!.name).toBe('telco_customer_churn');
    expect(table!.rows).toBe(7043);
    expect(table!.columns.find(({ name }) => name === 'TotalCharges')?.type).toBe('DOUBLE');
    expect(table!.columns.find(({ name }) => name === 'Churn')?.type).toBe('VARCHAR');
    expect(table!.notices).toEqual([{ key: 'notice.blanks', values: { column: 'TotalCharges', count: 11 } }]);
  });

  it('reads Online Retail as Parquet', async () => {
    const [table] = await read('online_retail/online_retail.parquet');
    expect(table!.rows).toBe(541_909);
  });

  it('reads Online Retail as a workbook', async () => {
    const [table] = await read('online_retail/online_retail_sample_40000.xlsx');
    expect(table!.name).toBe('online_retail_sample_40000_sheet1');
    expect(table!.rows).toBe(40_000);
    expect(types(table!)).toEqual([
      'VARCHAR',
      'VARCHAR',
      'VARCHAR',
      'BIGINT',
      'TIMESTAMP',
      'DOUBLE',
      'BIGINT',
      'VARCHAR',
    ]);
  });
});
