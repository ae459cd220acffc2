import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/database/sql.ts';
import { decidedQuery, withDecision, type PeopleDecisions } from '../../../../src/semantics/people/decided.ts';
import { withMatches } from '../../../../src/semantics/people/matches.ts';
import type { PeopleSetup } from '../../../../src/semantics/people/people.ts';
import { readPairs } from '../../../../src/semantics/people/review.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { matchNatively } from '../../../fixtures/people/match-natively.ts';
import { rawTable } from '../../../fixtures/raw-table.ts';

const V = 'VARCHAR';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

describe('decidedQuery of one table', () => {
  const one: PeopleSetup = {
    left: { table: 'list', columns: { id: 'id', email: 'email', phone: 'phone' } },
    ...{ gmail: true, country: '' },
  };
  const rows = [
    ['A', 'a@correo.es', null],
    ['B', null, '600111222'],
    ['C', 'a@correo.es', '600111222'],
  ];
  const bring = (list: (string | null)[][]) => rawTable(database, 'list', { id: V, email: V, phone: V }, list);
  const states = async (pairs: PeopleDecisions['pairs']) =>
    database.rows(
      sql`SELECT left_key || right_key AS pair, state FROM (${decidedQuery({ pairs, tiers: [] }, true)}) ORDER BY 1`,
    );

  it('holds what was decided when the same people come in another order', async () => {
    await bring([...rows].reverse());
    await matchNatively(database, one);
    expect(await states([{ left: 'A', right: 'C', same: false }])).toEqual([
      { pair: 'CA', state: 'rejected' },
      { pair: 'CB', state: 'joined' },
    ]);
  });

  const persons = (pairs: PeopleDecisions['pairs']) =>
    withMatches(database, one, { pairs, tiers: [] }, (matches) =>
      database.rows(sql`SELECT left_id, right_id, person_id FROM (${matches}) AS m ORDER BY 1, 2`),
    );

  it('joins two who were said to be two through no third one, and leaves those in between to the analyst', async () => {
    const others = [
      ['X', 'x@correo.es', null],
      ['Y', 'x@correo.es', null],
    ];
    await bring([...rows, ...others]);
    await matchNatively(database, one);
    expect(await persons([])).toHaveLength(3);
    const two = [{ left: 'A', right: 'B', same: false }];
    expect(await states(two)).toEqual([
      { pair: 'AC', state: 'open' },
      { pair: 'BC', state: 'open' },
      { pair: 'XY', state: 'joined' },
    ]);
    expect(await persons(two)).toEqual([{ left_id: 'X', right_id: 'Y', person_id: 'X' }]);
    const open = await readPairs(database, one, { pairs: two, tiers: [] }, true, {
      filter: 'open',
      offset: 0,
      limit: 9,
    });
    expect(open.map(({ reason }) => reason)).toEqual(['apart', 'apart']);
  });

  it('keeps what was said of one of them, unless what was said contradicts itself', async () => {
    await bring(rows);
    await matchNatively(database, one);
    const said = [
      { left: 'B', right: 'A', same: false },
      { left: 'A', right: 'C', same: true },
    ];
    expect(await states(said)).toEqual([
      { pair: 'AC', state: 'accepted' },
      { pair: 'BC', state: 'open' },
    ]);
    expect(await persons(said)).toEqual([{ left_id: 'A', right_id: 'C', person_id: 'A' }]);
    const contradicting = [...said, { left: 'B', right: 'C', same: true }];
    expect(await states(contradicting)).toEqual([
      { pair: 'AC', state: 'open' },
      { pair: 'BC', state: 'open' },
    ]);
    expect(await persons(contradicting)).toEqual([]);
    const decided = { filter: 'decided', offset: 0, limit: 9 } as const;
    expect(await readPairs(database, one, { pairs: contradicting, tiers: [] }, true, decided)).toEqual([]);
    expect(await readPairs(database, one, { pairs: said, tiers: [] }, true, decided)).toHaveLength(1);
    expect(await states([...said, { left: 'B', right: 'C', same: false }])).toEqual([
      { pair: 'AC', state: 'accepted' },
      { pair: 'BC', state: 'rejected' },
    ]);
  });
});

describe('decidedQuery of two tables', () => {
  it('takes pairs of which no more than the id is known as a whole', async () => {
    const source = (table: string) => ({ table, columns: { id: 'id' } });
    const two: PeopleSetup = { left: source('crm'), right: source('web'), gmail: true, country: '' };
    for (const table of ['crm', 'web']) await rawTable(database, table, { id: V }, [['1'], ['2']]);
    await matchNatively(database, two);
    const states = (tiers: PeopleDecisions['tiers']) =>
      database.texts(sql`SELECT state FROM (${decidedQuery({ pairs: [], tiers }, false)})`);
    expect(await states([])).toEqual(['open', 'open']);
    expect(await states(['id'])).toEqual(['accepted', 'accepted']);
  });
});

describe('withDecision', () => {
  const before = [
    { left: 'a', right: '1', same: true },
    { left: 'b', right: '2', same: false },
  ];

  it('takes the place of what was said before of either person, where one is one', () => {
    expect(withDecision(before, { left: 'a', right: '2' }, true, false)).toEqual([
      { left: 'b', right: '2', same: false },
      { left: 'a', right: '2', same: true },
    ]);
    expect(withDecision(before, { left: 'a', right: '2' }, true, true)).toHaveLength(3);
  });

  it('is of a pair either way round in one table', () => {
    expect(withDecision(before, { left: '1', right: 'a' }, false, true)).toEqual([
      before[1],
      { left: '1', right: 'a', same: false },
    ]);
    expect(withDecision(before, { left: '1', right: 'a' }, undefined, true)).toEqual([before[1]]);
    expect(withDecision(before, { left: '1', right: 'a' }, undefined, false)).toEqual(before);
  });

  it('takes back what was said of a pair', () => {
    expect(withDecision(before, { left: 'a', right: '1' }, undefined, false)).toEqual([before[1]]);
  });
});
