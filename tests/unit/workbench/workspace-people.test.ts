import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/database/catalog.ts';
import type { PeopleOutcome, PeopleSetup } from '../../../src/semantics/people/people.ts';
import { readStateOfFile } from '../../../src/workbench/state-schemas.ts';
import { WorkspacePeople, type StoredPeople } from '../../../src/workbench/workspace-people.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
  await createCatalog(database);
});
afterEach(() => database.close());

const setup: PeopleSetup = {
  left: { table: 'crm', columns: { id: 'id', email: 'mail' } },
  right: { table: 'web', columns: { id: 'user', email: 'email' } },
  gmail: true,
  country: '34',
};
const stored: StoredPeople = {
  setup,
  pairs: [{ left: 'A', right: '1', same: true }],
  tiers: ['name-like'],
  applied: {
    matches: 'people_matches',
    left: setup.left,
    right: setup.right!,
    ids: { orders: { raw: 'web', side: 'right', source: 'user' } },
  },
};
const outcome: PeopleOutcome = { left: { table: 'crm', people: 2, withoutId: 0 }, tiers: [], notices: [], without: [] };
const info = (name: string, id: string) => ({
  ...{ name, id, rows: 2, columns: [], source: { file: name, format: 'csv' }, notices: [], rejectedRows: 0 },
});

async function kept(): Promise<WorkspacePeople> {
  await (await WorkspacePeople.read(database)).keep(stored);
  return WorkspacePeople.read(database);
}

describe('WorkspacePeople', () => {
  it('is there after the workspace is opened anew', async () => {
    expect((await kept()).stored).toEqual(stored);
  });

  it('goes by the new name of a table, wherever it stands', async () => {
    const people = await kept();
    await people.tableRenamed('web', 'shop');
    await people.tableRenamed('people_matches', 'same');
    expect(people.stored.setup?.right?.table).toBe('shop');
    expect(people.applied).toMatchObject({
      matches: 'same',
      right: { table: 'shop' },
      ids: { orders: { raw: 'shop' } },
    });
  });

  it('forgets all with a table of its setup, and what is in force with the table of matches; both come back from the bin', async () => {
    const people = await kept();
    const back = people.remember('people_matches');
    await people.tablesWent(['people_matches']);
    expect(people.applied).toBeUndefined();
    expect(people.stored.pairs).toEqual(stored.pairs);
    await back('people_matches');
    expect(people.stored).toEqual(stored);
    const again = people.remember('crm');
    await people.tablesWent(['crm']);
    expect(people.stored).toEqual({ pairs: [], tiers: [] });
    await again('clients');
    expect(people.stored).toMatchObject({
      pairs: stored.pairs,
      setup: { left: { table: 'clients' }, right: { table: 'web' } },
    });
    expect(people.applied?.left.table).toBe('clients');
  });

  it('does not put back who was joined up over others who were since', async () => {
    const people = await kept();
    const back = people.remember('crm');
    await people.tablesWent(['crm']);
    const since = { setup: { ...setup, left: { table: 'other', columns: {} } }, pairs: [], tiers: [] };
    await people.keep(since);
    await back('crm');
    expect(people.stored).toEqual(since);
  });

  it('knows what was found only as long as setup and tables are the same', async () => {
    const people = await kept();
    const tables = [info('crm', 'x'), info('web', 'y')];
    await people.keepOutcome(setup, outcome, tables);
    expect((await WorkspacePeople.read(database)).outcome(tables)).toEqual(outcome);
    expect(people.outcome([info('crm', 'x'), info('web', 'z')])).toBeUndefined();
    await people.keep({ ...stored, setup: { ...setup, gmail: false } });
    expect(people.outcome(tables)).toBeUndefined();
  });
});

describe('readStateOfFile', () => {
  it('gives back who was joined up, and what was decided', () => {
    const people = stored as unknown as Record<string, never>;
    expect(readStateOfFile({ people }, [])).toEqual({ people });
    expect(readStateOfFile({ people: { pairs: [], tiers: [] } }, [])).toEqual({ people: { pairs: [], tiers: [] } });
  });

  it.each([
    { tiers: ['by magic'] },
    { pairs: [{ left: 'A', right: 1, same: true }] },
    { setup: { ...setup, country: "34'; DROP" } },
    { applied: { ...stored.applied, ids: { passwords: { raw: 'web', side: 'right' } } } },
    { applied: { ...stored.applied, ids: { orders: { raw: 'web', side: 'middle' } } } },
  ])('refuses a file with people of %j', (broken) => {
    const people = { ...stored, ...broken } as unknown as Record<string, never>;
    expect(() => readStateOfFile({ people }, [])).toThrow(expect.objectContaining({ code: 'workspace-file-broken' }));
  });
});
