import { describe, expect, it } from 'vitest';
import { PeopleDesk } from '../../../../../src/app/pages/people/people-desk.svelte.ts';
import type { Session } from '../../../../../src/app/session.svelte.ts';
import { AppError } from '../../../../../src/core/errors.ts';
import type { PeopleSetup } from '../../../../../src/semantics/people/people.ts';
import type { Workbench } from '../../../../../src/workbench/client.ts';

const setup: PeopleSetup = { left: { table: 'crm', columns: { email: 'mail' } }, gmail: true, country: '' };
const failing = (code: string) => () => Promise.reject(new AppError(code));

function desk(workbench: Partial<Workbench>, tables: readonly unknown[] = []): PeopleDesk {
  return new PeopleDesk({ tables } as unknown as Session, workbench as Workbench);
}

describe('PeopleDesk', () => {
  it('tells what failed when not even the state can be read after comparing has failed', async () => {
    const one = desk({ matchPeople: failing('people-table'), people: failing('out-of-memory') });
    await one.match(setup);
    expect([one.failure?.code, one.matching]).toEqual(['out-of-memory', false]);
  });

  it('does not go on telling what failed once it can be read again', async () => {
    let isBroken = true;
    const one = desk({
      people: () =>
        isBroken ? Promise.reject(new AppError('out-of-memory')) : Promise.resolve({ decisions: 0, tiers: [] }),
      peopleTables: () => Promise.resolve([]),
    });
    await one.load();
    expect(one.failure?.code).toBe('out-of-memory');
    isBroken = false;
    await one.load();
    expect(one.failure).toBeUndefined();
  });

  it('proposes anew when another table comes, as long as nobody has chosen', async () => {
    const emails = (table: string) => ({ table, columns: [{ role: 'email', column: 'mail', confidence: 1 }] });
    const tables = ['crm', 'web', 'shop'].map((name) => ({ name, columns: [{ name: 'mail', type: 'VARCHAR' }] }));
    let there = 1;
    const one = desk(
      {
        people: () => Promise.resolve({ decisions: 0, tiers: [] }),
        peopleTables: () => Promise.resolve(['crm', 'web', 'shop'].slice(0, there).map(emails) as never),
      },
      tables,
    );
    const proposed = async (count: number): Promise<(string | undefined)[]> => {
      there = count;
      await one.load();
      return [one.draft?.left.table, one.draft?.right?.table];
    };
    expect(await proposed(1)).toEqual(['crm', undefined]);
    expect(await proposed(2)).toEqual(['crm', 'web']);
    one.draft = { ...one.draft!, left: one.draft!.right! };
    expect(await proposed(3)).toEqual(['web', 'web']);
  });
});
