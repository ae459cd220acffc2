import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer, noticeKeys, types } from '../../fixtures/files/importer.ts';

const names = (table: { columns: { name: string }[] }): string[] => table.columns.map(({ name }) => name);

describe('importFile with JSON', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  it('makes columns of objects in objects, or keeps them as JSON when told to', async () => {
    const text = '[{"id":1,"at":{"city":"Vigo","tags":["a", "b"]}},{"id":2,"at":{"city":"Lugo"}}]';
    const flat = await importer.importText('flat.json', text);
    expect(names(flat)).toEqual(['id', 'at.city', 'at.tags']);
    expect(noticeKeys(flat)).toEqual(['notice.json-columns']);
    const kept = await importer.importText('kept.json', text, { nested: 'text' });
    expect(await importer.rows(kept.name)).toEqual([
      [1, '{"city":"Vigo","tags":["a","b"]}', 0],
      [2, '{"city":"Lugo"}', 1],
    ]);
  });

  it('keeps objects as JSON when their keys are values', async () => {
    const record = (i: number): string =>
      `{"id":${i},"seen":{${Array.from({ length: 40 }, (_, j) => `"user${i * 40 + j}":${j}`).join(',')}}}`;
    const lines = Array.from({ length: 30 }, (_, i) => record(i)).join('\n');
    const table = await importer.importText('by-user.ndjson', lines);
    expect(names(table)).toEqual(['id', 'seen']);
    expect(noticeKeys(table)).toEqual(['notice.json-text']);
    const all = await importer.importText('all-users.ndjson', lines, { nested: 'columns' });
    expect(all.columns.length).toBe(1201);
  });

  it('says which list of an answer is the table, and takes another one when told to', async () => {
    const text = '{"ok":true,"result":{"items":[{"a":1},{"a":2}],"errors":[{"e":"x"}]}}';
    const table = await importer.importText('answer.json', text);
    expect(table.rows).toBe(2);
    expect(table.notices).toEqual([
      {
        key: 'notice.json-list',
        values: { list: 'result.items', count: 2, others: ['result.errors', 'ok'] },
      },
    ]);
    const errors = await importer.importText('errors.json', text, { records: 'result.errors' });
    expect(await importer.rows(errors.name)).toEqual([['x', 0]]);
    const whole = await importer.importText('whole.json', text, { records: '' });
    expect([whole.rows, names(whole)]).toEqual([1, ['ok', 'result.items', 'result.errors']]);
    expect(await importer.refusal(new File([text], 'no.json'), { records: 'items' })).toBe('json-list-unknown');
  });

  it('keeps every digit, and what no number can hold as text', async () => {
    const table = await importer.importText(
      'digits.json',
      '[{"id":12345678901234567890,"price":0.10,"huge":1e999},{"id":9007199254740993,"price":2,"huge":1}]',
    );
    expect(types(table)).toEqual(['VARCHAR', 'DOUBLE', 'VARCHAR']);
    expect(await importer.rows(table.name)).toEqual([
      ['12345678901234567890', 0.1, '1e999', 0],
      ['9007199254740993', 2, '1', 1],
    ]);
  });

  it('takes the words for missing values that it is told, and no others', async () => {
    const text = '[{"n":1,"m":"NA"},{"n":"gone","m":2}]';
    const table = await importer.importText('words.json', text, { missing: ['gone'] });
    expect(types(table)).toEqual(['BIGINT', 'VARCHAR']);
    expect(await importer.rows(table.name)).toEqual([
      [1, 'NA', 0],
      [null, '2', 1],
    ]);
  });

  it('has columns of hostile names, and nothing else of them', async () => {
    const table = await importer.importText(
      'proto.json',
      '[{"__proto__":{"polluted":1},"constructor":2,"hasOwnProperty":3}]',
    );
    expect(names(table)).toEqual(['__proto__.polluted', 'constructor', 'hasOwnProperty']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('counts keys that come twice, of which the last one counts', async () => {
    const table = await importer.importText('twice.json', '[{"a":1,"a":2},{"a":3}]');
    expect(table.notices).toEqual([{ key: 'notice.json-repeated', values: { count: 1 } }]);
    expect(await importer.rows(table.name)).toEqual([
      [2, 0],
      [3, 1],
    ]);
  });

  it('rejects records that are no JSON, with their line, and keeps the others', async () => {
    const table = await importer.importText('flawed.json', '[{"a":1},\n{"a":NaN},\n{"a":2,},\n{"a":3},\n]');
    expect([table.rows, table.rejectedRows]).toEqual([2, 3]);
    const rejects = await importer.database.rows({
      text: `SELECT line, reason, text FROM redito.rejects WHERE "table" = 'flawed' ORDER BY line`,
    } as never);
    expect(rejects).toEqual([
      { line: 2, reason: 'not-json', text: '{"a":NaN}' },
      { line: 3, reason: 'not-json', text: '{"a":2,}' },
      { line: 5, reason: 'not-json', text: ',' },
    ]);
  });

  it('reads what is a million levels deep', async () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    const table = await importer.importText('deep.json', `[{"id":1,"x":${deep}}]`);
    expect([table.rows, types(table)]).toEqual([1, ['BIGINT', 'VARCHAR']]);
  });

  it('reads an answer of 100 MB, piece by piece', async () => {
    const item = '{"id":1000001,"name":"a name of some length","amount":12.5},';
    const items = new Blob(Array.from({ length: 100 }, () => item.repeat(17_000)));
    const file = new File(['{"page":1,"items":[', items, '{"id":0,"name":"last","amount":0}]}'], 'large.json');
    expect(file.size).toBeGreaterThan(100e6);
    const [table] = await importer.import(file);
    expect(table!.rows).toBe(1_700_001);
  });

  it.each([
    ['json-geographic', 'map.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}'],
    ['json-geographic', 'map.ndjson', '{"type":"Feature","geometry":null,"properties":{"a":1}}\n'],
    ['json-broken', 'cut.json', '[{"a":'],
    ['json-broken', 'nan.json', '{"a":NaN}'],
    ['not-a-table', 'plain.json', '[1,2,3]'],
    ['no-rows', 'none.json', '[]'],
  ])('refuses with %s: %s', async (code, name, text) => {
    expect(await importer.refusal(new File([text], name))).toBe(code);
  });
});
