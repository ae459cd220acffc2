import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/json.ts';
import { tableFile } from '../../../src/reports/table-file.ts';

const rows: Row[] = [
  { segment: '=1+1', customers: 3, revenue: 9 },
  { segment: 'b', customers: 8, revenue: 20.5 },
  { segment: 'c', customers: 6, revenue: 11 },
];
const rule = { counts: ['customers'] };
const privacy = { smallest: 5, ids: 'drop' as const };
const beside = { tables: {}, rules: {} };

describe('tableFile', () => {
  it('holds every row of a long table once, made in several tasks', async () => {
    const long: Row[] = Array.from({ length: 12_000 }, (_, i) => ({ customer_id: `c${i}`, spent: 12_000 - i }));
    const file = await tableFile('customers', long, { ids: ['customer_id'] }, privacy, 'csv', beside);
    const lines = (await file.text()).trimEnd().split('\r\n');
    expect(lines.slice(1).map(Number)).toEqual(Array.from({ length: 12_000 }, (_, i) => i + 1));
  });

  it('is a CSV without small counts and formulas', async () => {
    const blob = await tableFile('segments', rows, rule, privacy, 'csv', beside);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
    expect(text).toBe("\uFEFFsegment,customers,revenue\r\n'=1+1,<5,\r\nb,8,20.5\r\nc,,\r\n");
  });

  it('is a workbook without them', async () => {
    const blob = await tableFile('segments', rows, rule, privacy, 'xlsx', beside);
    const { sheets } = await readXlsx(new Uint8Array(await blob.arrayBuffer()));
    expect(sheets[0]!.rows.slice(1).map((row) => row.slice(0, 3).map((cell) => cell ?? null))).toEqual([
      ["'=1+1", '<5', null],
      ['b', 8, 20.5],
      ['c', null, null],
    ]);
  });
});
