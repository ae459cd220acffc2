import { describe, expect, it } from 'vitest';
import { canCompare, proposedSetup, stillThere } from '../../../../../src/app/pages/people/people-draft.ts';
import type { PeopleRole, PeopleSetup } from '../../../../../src/semantics/people/people.ts';

const table = (name: string, ...roles: PeopleRole[]) => ({
  table: name,
  columns: roles.map((role) => ({ role, column: role, confidence: 0.9 })),
});

describe('proposedSetup', () => {
  it('takes the two tables that tell most of people, in the order in which they came', () => {
    const setup = proposedSetup([
      table('orders', 'id', 'email'),
      table('crm', 'id', 'email', 'phone', 'name', 'birth'),
      table('sales', 'id'),
      table('web', 'id', 'email', 'name'),
    ]);
    expect([setup?.left.table, setup?.right?.table]).toEqual(['crm', 'web']);
  });

  it('takes one table where only one tells of people, and none where none does', () => {
    expect(proposedSetup([table('crm', 'email'), table('sales', 'id')])).not.toHaveProperty('right');
    expect(proposedSetup([table('sales', 'id'), table('names', 'name')])).toBeUndefined();
  });
});

describe('canCompare', () => {
  const setup = (left: PeopleRole[], right?: PeopleRole[]): PeopleSetup => {
    const source = (roles: PeopleRole[]) => ({
      table: 't',
      columns: Object.fromEntries(roles.map((role) => [role, role])),
    });
    return { left: source(left), ...(right && { right: source(right) }), gmail: true, country: '' };
  };

  it.each<[PeopleRole[], PeopleRole[] | undefined, boolean]>([
    [['id'], ['id'], true],
    [['email'], ['phone'], false],
    [['name', 'birth'], ['given', 'family', 'birth'], true],
    [['name'], ['name'], false],
    [['id'], undefined, false],
    [['id', 'phone'], undefined, true],
  ])('of %j and %j: %s', (left, right, can) => {
    expect(canCompare(setup(left, right))).toBe(can);
  });
});

describe('stillThere', () => {
  const setup: PeopleSetup = { left: { table: 'crm', columns: { email: 'mail' } }, gmail: true, country: '' };
  const info = (name: string, column: string) => ({
    ...{ name, rows: 1, columns: [{ name: column, type: 'VARCHAR' }] },
    ...{ source: { file: 'f', format: 'csv' }, notices: [], rejectedRows: 0 },
  });

  it('is a setup whose tables and columns are there', () => {
    expect(stillThere(setup, [info('crm', 'mail')])).toBe(setup);
    expect(stillThere(setup, [info('crm', 'email')])).toBeUndefined();
    expect(stillThere(setup, [])).toBeUndefined();
    expect(stillThere(undefined, [])).toBeUndefined();
  });
});
