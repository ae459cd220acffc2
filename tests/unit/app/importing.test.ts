import { describe, expect, it, vi } from 'vitest';
import { AppError, cancelled, toErrorData } from '../../../src/core/errors.ts';
import type { Progress } from '../../../src/core/progress.ts';
import { Importing, type FileImport } from '../../../src/app/importing.svelte.ts';
import type { Workbench } from '../../../src/workbench/client.ts';
import type { ImportedTable } from '../../../src/workbench/contract.ts';

const table = (name: string): ImportedTable => ({
  ...{ name, id: `id of ${name}`, rows: 1, columns: [], notices: [], rejectedRows: 0, elapsedMs: 1 },
  source: { file: 'orders.csv', format: 'csv' },
});

/** A file that is in, on a workbench that answers as told. */
async function brought(
  answers: Partial<Workbench>,
): Promise<{ importing: Importing; item: FileImport; workbench: Workbench }> {
  const workbench = {
    importFiles: () => Promise.resolve({ tables: [table('orders')], refused: [] }),
    ...answers,
  } as unknown as Workbench;
  const importing = new Importing();
  await importing.add([new File(['x'], 'orders.csv')], {}, workbench, () => Promise.resolve());
  return { importing, item: importing.files[0]!, workbench };
}

const stateOf = ({ status, tables, options }: FileImport) => ({
  status,
  tables: tables.map(({ name }) => name),
  options,
});

describe('Importing.again', () => {
  it('reads a file anew in the place of what it has brought, and takes that back', async () => {
    const importAgain = vi.fn(() => Promise.resolve({ tables: [table('renamed')], undo: 'token' }));
    const undoImportAgain = vi.fn(() => Promise.resolve());
    const { importing, item, workbench } = await brought({ importAgain, undoImportAgain });
    const undo = await importing.again(item, { delimiter: ';' }, workbench);
    expect(stateOf(item)).toEqual({ status: 'done', tables: ['renamed'], options: { delimiter: ';' } });
    expect(importAgain.mock.calls[0]).toMatchObject([
      { name: 'orders.csv' },
      { delimiter: ';' },
      [{ id: 'id of orders' }],
      {},
    ]);
    await undo!();
    expect(undoImportAgain).toHaveBeenCalledWith('token');
    expect(stateOf(item)).toEqual({ status: 'done', tables: ['orders'], options: {} });
  });

  it('leaves all as it was when it is cancelled, waiting or on its way', async () => {
    const importAgain = vi.fn(() => Promise.reject(cancelled()));
    const { importing, item, workbench } = await brought({ importAgain });
    const before = stateOf(item);
    const waiting = importing.again(item, { delimiter: ';' }, workbench);
    expect(item.status).toBe('waiting');
    item.cancel();
    expect(await waiting).toBeUndefined();
    expect(importAgain).not.toHaveBeenCalled();
    expect(await importing.again(item, { delimiter: ';' }, workbench)).toBeUndefined();
    expect(stateOf(item)).toEqual(before);
  });

  it('says why it failed, with all as it was, and the next file comes in', async () => {
    const importAgain = (): Promise<never> => Promise.reject(new AppError('not-a-table', { file: 'orders.csv' }));
    const { importing, item, workbench } = await brought({ importAgain });
    const before = stateOf(item);
    await expect(importing.again(item, { delimiter: '|' }, workbench)).rejects.toMatchObject({ code: 'not-a-table' });
    expect(stateOf(item)).toEqual(before);
    const { tables } = await importing.add([new File(['y'], 'b.csv')], {}, workbench, () => Promise.resolve());
    expect(tables).toHaveLength(1);
  });

  it('gives a file that was refused its refusal back when the reading that worked is undone', async () => {
    const refusal = { file: 'orders.csv', error: toErrorData(new AppError('not-a-table', { file: 'orders.csv' })) };
    const { importing, item, workbench } = await brought({
      importFiles: () => Promise.resolve({ tables: [], refused: [refusal] }),
      importAgain: () => Promise.resolve({ tables: [table('orders')], undo: 'token' }),
      undoImportAgain: () => Promise.resolve(),
    } as Partial<Workbench>);
    expect(item.status).toBe('refused');
    const undo = await importing.again(item, { delimiter: ';' }, workbench);
    expect([item.status, item.refused]).toEqual(['done', []]);
    await undo!();
    expect([item.status, item.refused, item.tables]).toEqual(['refused', [refusal], []]);
  });
});

describe('Importing.follow', () => {
  const changed = new File(['changed'], 'orders.csv');

  it('reads a file as it is now in the place of what it has brought, as it was decided', async () => {
    const importInStep = vi.fn(() => Promise.resolve([table('renamed')]));
    const { importing, item, workbench } = await brought({ importInStep });
    await importing.follow(item, changed, workbench, () => true);
    expect([stateOf(item).tables, item.file]).toEqual([['renamed'], changed]);
    item.options = { delimiter: ';' };
    await importing.follow(item, changed, workbench, () => true);
    expect(importInStep.mock.calls).toMatchObject([
      // Nothing was said of how it is read: what is remembered of files like it holds.
      [changed, undefined, [{ id: 'id of orders' }], {}],
      [changed, { delimiter: ';' }, [{ id: 'id of renamed' }], {}],
    ]);
  });

  it('says why it failed or was cancelled, with all as it was', async () => {
    const importInStep = (): Promise<never> => Promise.reject(new AppError('file-empty', { file: 'orders.csv' }));
    const { importing, item, workbench } = await brought({ importInStep });
    const before = [stateOf(item), item.file];
    await expect(importing.follow(item, changed, workbench, () => true)).rejects.toMatchObject({ code: 'file-empty' });
    const waiting = importing.follow(item, changed, workbench, () => true);
    item.cancel();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    expect([stateOf(item), item.file]).toEqual(before);
  });
});

describe('in their turn', () => {
  const changed = new File(['changed'], 'orders.csv');

  it('files are not read that are not wanted any more by then', async () => {
    const importInStep = vi.fn(() => Promise.resolve([table('renamed')]));
    const importFiles = vi.fn(() => Promise.resolve({ tables: [table('orders')], refused: [] }));
    const { importing, item, workbench } = await brought({ importInStep, importFiles });
    const before = [stateOf(item), item.file];
    let wanted = true;
    const following = importing.follow(item, changed, workbench, () => wanted);
    const adding = importing.add(
      [changed],
      {},
      workbench,
      () => Promise.resolve(),
      () => wanted,
    );
    // Another workspace is opened while they wait.
    wanted = false;
    await expect(following).rejects.toMatchObject({ code: 'cancelled' });
    expect(await adding).toMatchObject({ tables: [], refused: [{ error: { code: 'cancelled' } }] });
    expect([importInStep.mock.calls.length, importFiles.mock.calls.length]).toEqual([0, 1]);
    expect([stateOf(item), item.file]).toEqual(before);
  });

  it('one that takes long is seen to be read again, with how far it is', async () => {
    vi.useFakeTimers();
    try {
      let report: ((progress: Progress) => void) | undefined;
      let end: ((tables: ImportedTable[]) => void) | undefined;
      const importInStep: Workbench['importInStep'] = (_file, _options, _before, call) => {
        report = call?.onProgress;
        return new Promise((resolve) => (end = resolve));
      };
      const { importing, item, workbench } = await brought({ importInStep });
      const following = importing.follow(item, changed, workbench, () => true);
      await vi.advanceTimersByTimeAsync(5000);
      // Others have their turn until it says something.
      expect([item.status, item.isSlow]).toEqual(['reading', false]);
      const progress = { phase: 'reading', done: 1, total: 2 } as const;
      report!(progress);
      await vi.advanceTimersByTimeAsync(999);
      expect(item.isSlow).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect([item.status, item.isSlow, item.progress]).toEqual(['reading', true, progress]);
      report!({ ...progress, done: 2 });
      expect(item.progress).toMatchObject({ done: 2 });
      end!([table('renamed')]);
      await following;
      expect([item.status, item.isSlow, item.progress]).toEqual(['done', false, undefined]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('FileImport.became', () => {
  it('has the table that its own has become, and has it back', async () => {
    const { item } = await brought({});
    const [own] = item.tables;
    const takeBack = item.became(own!, { ...table('all'), rows: 9 }, true);
    expect([item.isJoined, item.tables]).toMatchObject([true, [{ name: 'all', rows: 9, elapsedMs: 1 }]]);
    takeBack({ ...own!, name: 'orders_2' });
    expect([item.isJoined, item.tables]).toMatchObject([false, [{ id: own!.id, name: 'orders_2' }]]);
    item.became(own!, table('all'), false)(undefined);
    expect(item.tables).toEqual([]);
  });
});
