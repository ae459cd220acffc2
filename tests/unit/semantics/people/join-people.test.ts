import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { typedByAnalyst, sql } from '../../../../src/database/sql.ts';
import { storeQuery } from '../../../../src/database/made-tables.ts';
import { applyMapping, resolveMapping } from '../../../../src/semantics/apply-mapping.ts';
import type { Mapping } from '../../../../src/semantics/mapping.ts';
import { decidedQuery, type PeopleDecisions } from '../../../../src/semantics/people/decided.ts';
import { withMatches } from '../../../../src/semantics/people/matches.ts';
import { appliedOf, peopleEffect, type PeopleEffect } from '../../../../src/semantics/people/people-effect.ts';
import type { AppliedPeople, PeopleSetup } from '../../../../src/semantics/people/people.ts';
import { countPairs, readPairs } from '../../../../src/semantics/people/review.ts';
import { rawTables } from '../../../../src/semantics/raw-tables.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { matchNatively } from '../../../fixtures/people/match-natively.ts';
import { rawTable } from '../../../fixtures/raw-table.ts';

const V = 'VARCHAR';
const nobody: PeopleDecisions = { pairs: [], tiers: [] };

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
  await rawTable(database, 'crm', { id: V, name: V, email: V, birth: 'DATE', tier: V }, [
    ['1', 'Ana García', 'ana@correo.es', '1980-03-12', 'gold'],
    ['2', 'Luis Pérez', 'luis@correo.es', '1975-06-30', 'silver'],
    ['3', 'Marta Ruiz', null, '1991-11-02', 'gold'],
    ['4', 'Pedro Soler', null, '1968-01-20', 'silver'],
  ]);
  // Both number their customers from 1, each in its own way.
  await rawTable(database, 'web', { user: 'BIGINT', full: V, mail: V, born: 'DATE' }, [
    [1, 'Luis Pérez', 'LUIS@correo.es', null],
    [2, 'Ana García', 'ana@correo.es', null],
    [3, 'Elena Vega', 'elena@correo.es', null],
    [9, 'Martha Ruiz', null, '1991-11-02'],
  ]);
  await rawTable(database, 'shop', { order_id: V, buyer: 'BIGINT', day: 'TIMESTAMP', amount: 'DOUBLE' }, [
    ['a', 1, '2024-01-01', 10],
    ['b', 1, '2024-02-01', 20],
    ['c', 2, '2024-01-05', 30],
    ['d', 3, '2024-01-09', 40],
    ['e', 9, '2024-03-01', 50],
  ]);
});
afterEach(() => database.close());

const setup: PeopleSetup = {
  left: { table: 'crm', columns: { id: 'id', name: 'name', email: 'email', birth: 'birth' } },
  right: { table: 'web', columns: { id: 'user', name: 'full', email: 'mail', birth: 'born' } },
  gmail: true,
  country: '',
};
const mapping: Mapping = {
  customers: { table: 'crm', columns: { customer_id: 'id', name: 'name' } },
  orders: {
    table: 'shop',
    columns: { customer_id: 'buyer', ordered_at: 'day', amount: 'amount', order_id: 'order_id' },
  },
};

async function effectOf(
  decisions: PeopleDecisions = nobody,
  used: PeopleSetup = setup,
  sides: Partial<Record<string, 'left' | 'right'>> = {},
): Promise<PeopleEffect> {
  const raw = await rawTables(database);
  const table = (name: string) => raw.find((one) => one.name === name)!;
  const both = { left: table(used.left.table), ...(used.right && { right: table(used.right.table) }) };
  return withMatches(database, used, decisions, async (matches) =>
    peopleEffect(database, used, matches, both, await resolveMapping(mapping, database), sides, {}),
  );
}

async function join(decisions: PeopleDecisions = nobody, used: PeopleSetup = setup): Promise<AppliedPeople> {
  const effect = await effectOf(decisions, used);
  await withMatches(database, used, decisions, (matches) =>
    storeQuery(database, { name: 'people_matches', query: matches.text }),
  );
  const applied = appliedOf(used, 'people_matches', effect);
  await applyMapping(mapping, database, [], undefined, applied);
  return applied;
}

const buyers = () =>
  database.rows(sql`SELECT customer_id AS id, count(*) AS orders FROM business.purchases GROUP BY 1 ORDER BY 1`);

describe('joining up people', () => {
  it('has orders name the customer of the other table, and keeps apart whom only the number is the same of', async () => {
    const { tiers, notices } = await matchNatively(database, setup);
    expect(notices.map(({ key }) => key)).toEqual(['people.notice.ids-differ']);
    expect(tiers.find(({ tier }) => tier === 'email-clean')).toMatchObject({ joined: 1 });
    await join();
    expect(await buyers()).toEqual([
      { id: '1', orders: 1 },
      { id: '2', orders: 2 },
      { id: '9', orders: 1 },
      { id: 'web:3', orders: 1 },
    ]);
  });

  it('takes what the analyst has decided, one by one or a tier as a whole', async () => {
    await matchNatively(database, setup);
    expect(await countPairs(database, nobody, false)).toMatchObject({ joined: 2, open: 1 });
    const [waiting] = await readPairs(database, setup, nobody, false, { filter: 'open', offset: 0, limit: 10 });
    expect(waiting).toMatchObject({
      tier: 'name-like',
      reason: 'alike',
      left: { key: '3', values: { name: 'Marta Ruiz', birth: '1991-11-02' } },
      right: { key: '9', values: { name: 'Martha Ruiz' } },
    });
    const accepted: PeopleDecisions = { pairs: [{ left: '3', right: '9', same: true }], tiers: [] };
    expect(await countPairs(database, accepted, false)).toMatchObject({ accepted: 1, open: 0 });
    expect(await countPairs(database, { pairs: [], tiers: ['name-like'] }, false)).toMatchObject({ accepted: 1 });
    const refused: PeopleDecisions = { pairs: [{ left: '3', right: '9', same: false }], tiers: ['name-like'] };
    expect(await countPairs(database, refused, false)).toMatchObject({ rejected: 1, accepted: 0 });
    await join(accepted);
    expect((await buyers()).map(({ id }) => id)).toEqual(['1', '2', '3', 'web:3']);
  });

  it('tells before what it changes', async () => {
    await matchNatively(database, setup);
    const effect = await effectOf();
    expect(effect.merged).toBe(2);
    expect(effect.tables).toMatchObject([
      { table: 'customers', side: 'left', before: 4, after: 4, known: { left: 1 } },
      { table: 'orders', side: 'right', before: 4, after: 4, known: { right: 1, left: 0.75 } },
    ]);
    // Ids 1 to 4 and 9 before; afterwards Elena, who was taken for number 3, is one of her own.
    expect([effect.before, effect.after]).toEqual([5, 6]);
  });

  it('leaves everything as it was when it is undone', async () => {
    await applyMapping(mapping, database);
    const before = await buyers();
    await matchNatively(database, setup);
    await join();
    expect(await buyers()).not.toEqual(before);
    await applyMapping(mapping, database);
    expect(await buyers()).toEqual(before);
  });

  it('is not in force where its tables are gone, or are no matches', async () => {
    await applyMapping(mapping, database);
    const before = await buyers();
    await matchNatively(database, setup);
    const applied = await join();
    await applyMapping(mapping, database, [], undefined, { ...applied, matches: 'crm' });
    expect(await buyers()).toEqual(before);
    await database.run(sql`DROP TABLE raw.people_matches`);
    await applyMapping(mapping, database, [], undefined, applied);
    expect(await buyers()).toEqual(before);
  });

  it('makes one customer with its attributes of several records of one table', async () => {
    await database.run(
      typedByAnalyst(`INSERT INTO raw.crm VALUES ('5', 'Ana García', 'ANA@correo.es', NULL, 'bronze', 5)`),
    );
    const one: PeopleSetup = { left: setup.left, gmail: true, country: '' };
    await matchNatively(database, one);
    await join(nobody, one);
    expect(
      await database.rows(sql`SELECT customer_id, name, tier, birth FROM business.customers ORDER BY 1`),
    ).toHaveLength(4);
    expect(
      await database.rows(sql`SELECT customer_id, tier FROM business.customers WHERE name = 'Ana García'`),
    ).toEqual([{ customer_id: '1', tier: 'gold' }]);
    const rows = await database.rows(
      sql`SELECT left_id, right_id, person_id, decided_by, agreed FROM raw.people_matches`,
    );
    expect(rows).toEqual([{ left_id: '1', right_id: '5', person_id: '1', decided_by: 'rule', agreed: 'email,name' }]);
  });

  it.each(['left', 'right', 'one'] as const)('gives no row number out as an id where %s has none', async (which) => {
    await applyMapping(mapping, database);
    const before = await buyers();
    const { id: _, ...told } = setup.left.columns;
    const { id: __, ...toldRight } = setup.right!.columns;
    const used: PeopleSetup = {
      left: which === 'right' ? setup.left : { table: 'crm', columns: told },
      ...(which !== 'one' && { right: which === 'left' ? setup.right! : { table: 'web', columns: toldRight } }),
      ...{ gmail: true, country: '' },
    };
    if (which === 'one') {
      await database.run(
        typedByAnalyst(`INSERT INTO raw.crm VALUES ('5', 'Ana García', 'ANA@correo.es', NULL, 'x', 5)`),
      );
    }
    await matchNatively(database, used);
    const sides = { orders: 'right', customers: 'left' } as const;
    const effect = await effectOf(nobody, used, sides);
    expect(effect).toMatchObject({ merged: which === 'one' ? 1 : 2, apart: 0 });
    expect(effect.withoutIds).toEqual(which === 'right' ? ['web'] : ['crm']);
    expect(effect.after).toBe(effect.before);
    expect(effect.tables.every(({ before: then, after }) => then === after)).toBe(true);
    expect(effect.tables.some(({ side }) => side === (which === 'right' ? 'right' : 'left'))).toBe(false);
    await join(nobody, used);
    expect(await buyers()).toEqual(before);
  });

  it('counts a person once whose orders are under two ids', async () => {
    await database.run(typedByAnalyst(`INSERT INTO raw.web VALUES (20, 'Ana Garcia', 'Ana@correo.es', NULL, 5)`));
    await database.run(typedByAnalyst(`INSERT INTO raw.shop VALUES ('f', 20, '2024-05-01', 60, 6)`));
    const one: PeopleSetup = { left: setup.right!, gmail: true, country: '' };
    await matchNatively(database, one);
    const effect = await effectOf(nobody, one);
    expect(effect.tables.find(({ table }) => table === 'orders')).toMatchObject({ before: 5, after: 4 });
    await join(nobody, one);
    expect(await buyers()).toContainEqual({ id: '2', orders: 2 });
  });
});

describe('decidedQuery', () => {
  it('settles what waits for somebody who was joined by the analyst', async () => {
    await database.run(typedByAnalyst(`INSERT INTO raw.web VALUES (10, 'Marte Ruiz', NULL, '1991-11-02', 5)`));
    await matchNatively(database, setup);
    const states = async (decisions: PeopleDecisions) =>
      database.rows(
        sql`SELECT right_key AS key, state FROM (${decidedQuery(decisions, false)}) WHERE left_key = '3' ORDER BY r`,
      );
    expect(await states(nobody)).toEqual([
      { key: '9', state: 'open' },
      { key: '10', state: 'open' },
    ]);
    expect(await states({ pairs: [], tiers: ['name-like'] })).toEqual(await states(nobody));
    expect(await states({ pairs: [{ left: '3', right: '10', same: true }], tiers: [] })).toEqual([
      { key: '9', state: 'settled' },
      { key: '10', state: 'accepted' },
    ]);
  });
});
