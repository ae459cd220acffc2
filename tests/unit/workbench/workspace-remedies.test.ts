import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/database/catalog.ts';
import type { Remedy } from '../../../src/semantics/quality/remedy.ts';
import { undoRemedy } from '../../../src/workbench/quality.ts';
import { WorkspaceRemedies } from '../../../src/workbench/workspace-remedies.ts';
import type { Workspace } from '../../../src/workbench/workspace.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
  await createCatalog(database);
});
afterEach(() => database.close());

const outliers: Remedy = {
  ...{ kind: 'leave-out', table: 'orders', finding: 'outliers.amount', parameters: { limit: 900 } },
  ...{ raw: 'orders', rows: 2, lessened: ['orders'] },
};
const future: Remedy = { ...outliers, finding: 'future.ordered_at', parameters: { today: '2025-01-15' } };
const { lessened: _, ...ofBefore } = outliers;

describe('WorkspaceRemedies', () => {
  it.each<[string, Remedy[], string, boolean]>([
    ['a remedy about the future on its day', [outliers, future], '2025-01-15T20:00:00.000Z', false],
    ['a remedy about the future the day after', [outliers, future], '2025-01-16T02:00:00.000Z', true],
    ['a remedy that hangs on no day, a year after', [outliers], '2026-01-15', false],
    ['a remedy of which nobody noted what it lessened', [ofBefore], '2025-01-15', true],
    ['none', [], '2025-01-15', false],
  ])('has the views made again or not, of %s', async (__, list, today, areOutdated) => {
    await (await WorkspaceRemedies.read(database, () => '2025-01-15')).keep(list);
    const remedies = await WorkspaceRemedies.read(database, () => today);
    expect(remedies.list).toEqual(list);
    expect(remedies.areOutdated).toBe(areOutdated);
  });
});

describe('undoRemedy', () => {
  it('does not call undone what is not in force', async () => {
    const remedies = await WorkspaceRemedies.read(database, () => '2025-01-15');
    await remedies.keep([outliers]);
    const workspace = { remedies } as Workspace;
    await expect(undoRemedy(workspace, future)).rejects.toMatchObject({ code: 'remedy-gone' });
    expect(remedies.list).toEqual([outliers]);
  });
});
