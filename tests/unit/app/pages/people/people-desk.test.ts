import { describe, expect, it } from 'vitest';
import { PeopleDesk } from '../../../../../src/app/pages/people/people-desk.svelte.ts';
import type { Session } from '../../../../../src/app/session.svelte.ts';
import { AppError } from '../../../../../src/core/errors.ts';
import type { PeopleSetup } from '../../../../../src/semantics/people/people.ts';
import type { Workbench } from '../../../../../src/workbench/client.ts';

const setup: PeopleSetup = { left: { table: 'crm', columns: { email: 'mail' } }, gmail: true, country: '' };
const failing = (code: string) => () => Promise.reject(new AppError(code));

function desk(workbench: Partial<Workbench>): PeopleDesk {
  return new PeopleDesk({ tables: [] } as unknown as Session, workbench as Workbench);
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
});
