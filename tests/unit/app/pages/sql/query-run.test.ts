import { describe, expect, it, vi } from 'vitest';
import { QueryRun } from '../../../../../src/app/pages/sql/query-run.svelte.ts';
import { AppError, cancelled } from '../../../../../src/core/errors.ts';
import type { Workbench } from '../../../../../src/workbench/client.ts';
import type { QueryResult } from '../../../../../src/workbench/contract.ts';

const resultOf = (value: number): QueryResult => ({
  columns: [{ name: 'x', type: 'INTEGER' }],
  rows: [[value]],
  truncated: false,
  elapsedMs: 1,
});

function stage() {
  const query = vi.fn((text: string) => Promise.resolve(resultOf(text.length)));
  const exportCsv = vi.fn((_text: string, _options: { signal: AbortSignal }) => Promise.resolve(new Blob(['x'])));
  return { run: new QueryRun({ query, exportCsv } as unknown as Workbench), query, exportCsv };
}

describe('QueryRun', () => {
  it('keeps the result when its CSV cannot be written', async () => {
    const { run, exportCsv } = stage();
    await run.start('from a', 0, 'from a');
    exportCsv.mockRejectedValueOnce(new AppError('out-of-memory'));
    expect(await run.export()).toBeUndefined();
    expect(run.result).toEqual(resultOf(6));
    expect(run.failure).toBeUndefined();
    expect(run.exportFailure?.code).toBe('out-of-memory');
  });

  it('cancels an export, which then says nothing', async () => {
    const { run, exportCsv } = stage();
    await run.start('from a', 0, 'from a');
    exportCsv.mockImplementationOnce(
      (_, { signal }) => new Promise((_done, fail) => signal.addEventListener('abort', () => fail(cancelled()))),
    );
    const exported = run.export();
    expect(run.exporting).toBe(true);
    run.cancelExport();
    expect(await exported).toBeUndefined();
    expect([run.exporting, run.exportFailure]).toEqual([false, undefined]);
  });

  it('exports the query whose result is shown, not one that was cancelled after it', async () => {
    const { run, query, exportCsv } = stage();
    await run.start('from a', 0, 'from a');
    query.mockImplementationOnce(() => new Promise(() => undefined));
    void run.start('from another', 0, 'from another');
    run.cancel();
    await run.export();
    expect(exportCsv.mock.lastCall?.[0]).toBe('from a');
  });
});
