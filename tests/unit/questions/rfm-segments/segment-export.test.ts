import { describe, expect, it } from 'vitest';
import type { TableRef } from '../../../../src/core/answer.ts';
import { hashIds } from '../../../../src/core/hash-ids.ts';
import type { Row } from '../../../../src/core/json.ts';
import { SegmentExport, segmentCsv } from '../../../../src/questions/rfm-segments/segment-export.svelte.ts';

const row = (customer_id: string, segment: string): Row => ({
  ...{ customer_id, segment, r: 5, f: 4, m: 5, score: '545' },
  ...{ recency_days: 3, frequency: 7, monetary: 120.5 },
});
const rows = [row('=1+1', 'champions'), row('7', 'champions'), row('8', 'lost')];
const unread = { read: () => Promise.reject(new Error('gone')) };
const linesOf = (text: string | undefined) => text?.trimEnd().split('\r\n');

describe('segmentCsv', () => {
  it('guards ids against formulas', async () => {
    expect(linesOf(await segmentCsv(rows.slice(0, 1), 'keep', ''))).toEqual([
      'customer_id,segment,r,f,m,score,recency_days,frequency,monetary',
      "'=1+1,champions,5,4,5,545,3,7,120.5",
    ]);
  });

  it('writes hashes under a name of their own, and no id', async () => {
    const [head, line] = linesOf(await segmentCsv([row('ana@example.org', 'lost')], 'hash', 'long enough'))!;
    const [hash] = await hashIds(['ana@example.org'], 'long enough');
    expect(head).toMatch(/^customer_id_hash,segment/);
    expect(line).toBe(`${hash},lost,5,4,5,545,3,7,120.5`);
  });

  it('leaves ids out with their column', async () => {
    expect(linesOf(await segmentCsv([row('ana', 'lost')], 'drop', ''))).toEqual([
      'segment,r,f,m,score,recency_days,frequency,monetary',
      'lost,5,4,5,545,3,7,120.5',
    ]);
  });
});

describe('SegmentExport', () => {
  it('takes the customers of its segment alone', async () => {
    const job = new SegmentExport();
    job.start('champions', '12345678');
    expect(linesOf(await job.make(rows, unread))).toHaveLength(3);
  });

  it('reads a stored table as it reads rows', async () => {
    const columns = Object.keys(rows[0]).map((name) => ({ name, type: 'VARCHAR' }));
    const table: TableRef = { rows: rows.length, columns, stored: 'redito.answer_1' };
    const stored = { read: () => Promise.resolve({ rows: rows.map((given) => Object.values(given)) }) };
    const job = new SegmentExport();
    job.start('champions', '12345678');
    expect(await job.make(table, stored)).toBe(await job.make(rows, unread));
  });

  it('says when the table is gone, and is ready to try again', async () => {
    const job = new SegmentExport();
    job.start('lost', '12345678');
    expect(await job.make({ rows: 3, columns: [], stored: 'redito.answer_1' }, unread)).toBeUndefined();
    expect(job).toMatchObject({ failure: new Error('gone'), saving: false, open: true });
    job.start('lost', '12345678');
    expect(job.failure).toBeUndefined();
  });

  it('hashes ids unless something else is chosen, with the salt that was drawn for it', async () => {
    const job = new SegmentExport();
    job.start('champions', 'drawn salt');
    expect(job).toMatchObject({ ids: 'hash', salt: 'drawn salt', saltIsShort: false });
    expect((await job.make(rows, unread))!.startsWith('customer_id_hash,')).toBe(true);
    job.start('lost', 'another one');
    expect(job.salt).toBe('drawn salt');
  });

  it('asks for a salt that is not found by trying', () => {
    const job = new SegmentExport();
    expect(job.saltIsShort).toBe(true);
    job.ids = 'keep';
    expect(job.saltIsShort).toBe(false);
    job.ids = 'hash';
    job.salt = '12345678';
    expect(job.saltIsShort).toBe(false);
  });
});
