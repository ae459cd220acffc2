import { describe, expect, it, vi } from 'vitest';
import { AgainDesk } from '../../../src/app/again-desk.svelte.ts';
import { Importing } from '../../../src/app/importing.svelte.ts';
import type { Session } from '../../../src/app/session.svelte.ts';
import type { TableInfo } from '../../../src/core/table-info.ts';
import { Speech } from '../../../src/ui/speech.svelte.ts';
import { ToastQueue } from '../../../src/ui/toast-queue.svelte.ts';
import type { Workbench } from '../../../src/workbench/client.ts';
import type { ImportOutcome } from '../../../src/workbench/contract.ts';

const table = (name: string): TableInfo => ({
  ...{ name, id: `id of ${name}`, rows: 1, columns: [], notices: [], rejectedRows: 0 },
  source: { file: `${name}.csv`, format: 'csv' },
});

/** A file that is being picked for `orders`; the page looks at the workspace for as long as a test wants. */
function picking(outcome: ImportOutcome) {
  const importing = new Importing();
  const withdrawTable = vi.fn(() => Promise.resolve());
  const workbench = { importFiles: () => Promise.resolve(outcome), withdrawTable } as unknown as Workbench;
  let refreshed: (() => void) | undefined;
  const refresh = vi.fn(() => new Promise<void>((resolve) => (refreshed = resolve)));
  const session = {
    ...{ importing, workbench, refresh, tables: [], speech: new Speech() },
    importFiles: (files: File[]) => importing.add(files, {}, workbench, refresh),
  };
  const toasts = new ToastQueue();
  const show = vi.spyOn(toasts, 'show');
  const desk = new AgainDesk(session as unknown as Session, toasts);
  desk.picking = { kind: 'replace', target: table('orders') };
  const taking = desk.take(new File(['x'], 'orders.csv'));
  const goOn = async (): Promise<void> => {
    refresh.mockResolvedValue();
    refreshed!();
    await taking;
  };
  return { desk, importing, withdrawTable, refresh, show, goOn };
}

const read: ImportOutcome = { tables: [{ ...table('orders_2'), elapsedMs: 1 }], refused: [] };

describe('a file that is picked for a table', () => {
  it('is still coming while the page looks at what it has brought', async () => {
    const { desk, refresh, goOn } = picking(read);
    expect(desk.isComing(desk.asked!)).toBe(true);
    await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
    expect([desk.asked!.item.status, desk.isComing(desk.asked!)]).toEqual(['done', true]);
    await goOn();
    expect([desk.asked!.table?.name, desk.isComing(desk.asked!)]).toEqual(['orders_2', false]);
  });

  it('is withdrawn once when it is not wanted at that moment', async () => {
    const { desk, importing, withdrawTable, refresh, show, goOn } = picking(read);
    await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
    await desk.leave();
    expect(withdrawTable).not.toHaveBeenCalled();
    await goOn();
    expect(withdrawTable.mock.calls).toEqual([['orders_2']]);
    expect([desk.asked, importing.files, show.mock.calls]).toEqual([undefined, [], []]);
  });

  it('is not coming any more when it was refused', async () => {
    const { desk, refresh, goOn } = picking({ tables: [], refused: [] });
    await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
    expect([desk.asked!.item.status, desk.isComing(desk.asked!)]).toEqual(['refused', false]);
    await goOn();
  });
});
