import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/database/sql.ts';
import { matchPeople } from '../../../../src/semantics/people/match-people.ts';
import type { PeopleSetup } from '../../../../src/semantics/people/people.ts';
import { rawTables } from '../../../../src/semantics/raw-tables.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { corruptedPeople, ROLES, storePeople, type Person } from '../../../fixtures/people/corrupted-people.ts';
import { matchNatively, type FoundPair } from '../../../fixtures/people/match-natively.ts';
import fixture from '../../../fixtures/people/people.json' with { type: 'json' };

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

const source = (table: string) => ({ table, columns: { ...ROLES } });
const two: PeopleSetup = { left: source('crm'), right: source('web'), gmail: true, country: '34' };
const one: PeopleSetup = { left: source('crm'), gmail: true, country: '34' };

type Known = Pick<Person, 'id'> & Partial<Person>;

async function match(left: readonly Known[], right?: readonly Known[]) {
  const whole = (person: Known): Person => ({ name: '', email: null, phone: null, birth: null, ...person });
  await storePeople(database, 'crm', left.map(whole));
  if (right) await storePeople(database, 'web', right.map(whole));
  return matchNatively(database, right ? two : one);
}

const joined = (pairs: readonly FoundPair[]) =>
  pairs.filter(({ status }) => status === 'joined').map(({ left_key, right_key }) => [left_key, right_key]);
const waiting = (pairs: readonly FoundPair[]) =>
  pairs
    .filter(({ status }) => status === 'review')
    .map(({ left_key, right_key, reason }) => [left_key, right_key, reason]);

const ana = { name: 'Ana García López', birth: '1980-03-12' };
const luis = { name: 'Luis Pérez Gil', birth: '1975-06-30' };

describe('matchPeople', () => {
  it('joins by address and phone whom pandas joins', async () => {
    const people = (rows: (string | null)[][]) =>
      rows.map(([id, email, phone]) => ({ id: id!, email: email!, phone: phone! }));
    const { left, right } = fixture.tables;
    const byMail = await match(
      people(left).map(({ id, email }) => ({ id, email })),
      people(right).map(({ id, email }) => ({ id, email })),
    );
    expect(joined(byMail.pairs)).toEqual(fixture.matches.email);
    const byPhone = await match(
      people(left).map(({ id, phone }) => ({ id, phone })),
      people(right).map(({ id, phone }) => ({ id, phone })),
    );
    expect(joined(byPhone.pairs)).toEqual(fixture.matches.phone);
  });

  it('says by what it has found a pair, the surest first, and finds it once', async () => {
    const { pairs, tiers } = await match(
      [{ id: 'A', ...ana, email: 'ana@correo.es', phone: '600111222' }],
      [{ id: '1', ...ana, email: 'ANA@correo.es', phone: '600111222' }],
    );
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ tier: 'email-clean', agreed: 'email,phone,name,birth', similarity: 1 });
    expect(tiers.filter((tier) => tier.joined > 0)).toMatchObject([{ tier: 'email-clean', joined: 1 }]);
  });

  it('leaves one who fits two to the analyst, unless more speaks for one of them', async () => {
    const several = await match(
      [{ id: 'A', email: 'casa@correo.es' }],
      [
        { id: '1', email: 'casa@correo.es' },
        { id: '2', email: 'casa@correo.es' },
      ],
    );
    expect(joined(several.pairs)).toEqual([]);
    expect(waiting(several.pairs)).toEqual([
      ['A', '1', 'several'],
      ['A', '2', 'several'],
    ]);
    const couple = await match(
      [
        { id: 'A', ...ana, email: 'casa@correo.es' },
        { id: 'L', ...luis, email: 'casa@correo.es' },
      ],
      [
        { id: '1', ...luis, email: 'casa@correo.es' },
        { id: '2', ...ana, email: 'casa@correo.es' },
      ],
    );
    expect(joined(couple.pairs)).toEqual([
      ['A', '2'],
      ['L', '1'],
    ]);
    expect(waiting(couple.pairs)).toEqual([]);
  });

  it('leaves one address with the names of two people to the analyst', async () => {
    const { pairs } = await match(
      [{ id: 'A', ...ana, email: 'x@correo.es' }],
      [{ id: '1', ...luis, email: 'x@correo.es' }],
    );
    expect(waiting(pairs)).toEqual([['A', '1', 'contradiction']]);
  });

  it.each([
    ['(212) 555-7341', '(312) 555-7341', false],
    ['(212) 555-7341', '+1 212-555-7341', true],
    ['1-212-555-7341', '212.555.7341', true],
    ['(312) 555-7341', '+1 212-555-7341', false],
    ['(212) 555-7341', '(212) 555-7341 ext. 12', true],
    ['020 7946 0958', '+44 (0)20 7946 0958', true],
    ['020 7946 0958', '+44 20 7946 0958', true],
    ['600 111 222', '0034 600111222', true],
    ['55 1234 5678', '33 1234 5678', false],
  ])('has %s and %s for one number: %s', async (left, right, isOne) => {
    const { pairs } = await match([{ id: 'A', phone: left }], [{ id: '1', phone: right }]);
    expect(joined(pairs)).toEqual(isOne ? [['A', '1']] : []);
  });

  it('joins nobody by what is a desk’s, made up, or shared by many, and says so', async () => {
    const shared = Array.from({ length: 6 }, (_, i) => ({
      id: `S${i}`,
      name: `Persona ${'abcdef'[i]} Uno`,
      phone: '911222333',
    }));
    const { pairs, notices } = await match(
      [...shared, { id: 'A', email: 'info@tienda.es', birth: '1900-01-01' }],
      [
        { id: '1', phone: '911222333' },
        { id: '2', email: 'info@tienda.es', birth: '1900-01-01' },
      ],
    );
    expect(pairs).toEqual([]);
    expect(notices.map(({ key }) => key).sort()).toEqual([
      'people.notice.nobodys',
      'people.notice.nobodys',
      'people.notice.shared.phone',
    ]);
    expect(notices.find(({ key }) => key.endsWith('phone'))!.values).toMatchObject({
      table: 'crm',
      values: 1,
      people: 6,
      most: 6,
    });
  });

  it('does not use a birth date that many share', async () => {
    const people = Array.from({ length: 40 }, (_, i) => ({
      id: `P${i}`,
      name: `Ana ${String.fromCharCode(97 + (i % 26))}anz${i % 7} Gil`,
      birth: i < 30 ? '1990-05-05' : `19${60 + i}-05-07`,
    }));
    const { notices } = await match(
      people,
      people.map((person) => ({ ...person, id: `Q${person.id}` })),
    );
    expect(notices.map(({ key }) => key)).toEqual(['people.notice.shared.birth', 'people.notice.shared.birth']);
  });

  it('joins by the same name and birth date, in any order of words, and leaves what is alike to the analyst', async () => {
    const { pairs } = await match(
      [
        { id: 'A', ...ana },
        { id: 'L', ...luis },
        { id: 'M', name: 'Marta Ruiz Soler', birth: '1991-11-02' },
        { id: 'N', name: 'Nuria Sanz Vega', birth: '1969-09-19' },
      ],
      [
        { id: '1', name: 'GARCIA LOPEZ, ANA', birth: ana.birth },
        { id: '2', name: 'Lius Pérez', birth: luis.birth },
        { id: '3', name: 'Marta Ruiz Soler', birth: '1991-02-11' },
        { id: '4', name: 'Nuria Sanz Vega', birth: '1944-01-02' },
      ],
    );
    expect(joined(pairs)).toEqual([['A', '1']]);
    expect(waiting(pairs)).toEqual([
      ['L', '2', 'alike'],
      ['M', '3', 'alike'],
    ]);
  });

  it('does not take ids for the same where they number different people', async () => {
    const { left, right } = corruptedPeople(3, { left: 40, right: 40, shared: 0, years: 40, typos: 0, missing: 0 });
    const numbered = (people: readonly Person[]) => people.map((person, i) => ({ ...person, id: String(i) }));
    const { pairs, notices } = await match(numbered(left), numbered(right));
    expect(pairs).toEqual([]);
    expect(notices).toMatchObject([{ key: 'people.notice.ids-differ', values: { pairs: 40 } }]);
    const same = await match(numbered(left), numbered(left));
    expect(joined(same.pairs)).toHaveLength(40);
    expect(same.pairs.every(({ tier }) => tier === 'id')).toBe(true);
  });

  it('does not take ids for the same where addresses or numbers are those of two people and nothing else is known', async () => {
    const left = Array.from({ length: 60 }, (_, i) => ({ id: String(i), email: `p${i}@correo.es` }));
    // Half of them are the left ones under another number.
    const right = left.map(({ id }, i) => ({ id, email: i % 2 ? `p${(i + 2) % 60}@correo.es` : `w${i}@correo.es` }));
    const { pairs, notices } = await match(left, right);
    expect(notices).toMatchObject([{ key: 'people.notice.ids-differ', values: { pairs: 60, contradicting: 60 } }]);
    expect(joined(pairs)).toHaveLength(30);
    expect(pairs.every(({ tier }) => tier === 'email-exact')).toBe(true);
    const phones = await match([{ id: '1', phone: '600111222' }], [{ id: '1', phone: '600333444' }]);
    expect([joined(phones.pairs), phones.notices.length]).toEqual([[], 1]);
  });

  it('leaves one with another address under the same id to the analyst where ids mean the same', async () => {
    const left = Array.from({ length: 10 }, (_, i) => ({ id: String(i), email: `p${i}@correo.es` }));
    const right = left.map((person, i) => (i === 0 ? { ...person, email: 'new@correo.es' } : person));
    const { pairs } = await match(left, right);
    expect(joined(pairs)).toHaveLength(9);
    expect(waiting(pairs)).toEqual([['0', '0', 'contradiction']]);
  });

  it('leaves the same id to the analyst where nothing else is known of both', async () => {
    const { pairs } = await match(
      [{ id: '1', email: 'a@correo.es' }, { id: '2' }],
      [{ id: '1', phone: '600111222' }, { id: '2' }],
    );
    expect(joined(pairs)).toEqual([]);
    expect(waiting(pairs)).toEqual([
      ['1', '1', 'id-only'],
      ['2', '2', 'id-only'],
    ]);
  });

  it('takes the first known value of several rows with one id', async () => {
    const { pairs, left } = await match(
      [{ id: 'A' }, { id: 'A', email: 'ana@correo.es' }],
      [{ id: '1', email: 'ana@correo.es' }],
    );
    expect(left.people).toBe(1);
    expect(joined(pairs)).toEqual([['A', '1']]);
  });

  it('finds people who are in one table twice, and leaves long chains to the analyst', async () => {
    const chain = Array.from({ length: 12 }, (_, i) => ({
      id: `C${i}`,
      email: `c${Math.floor(i / 2)}@correo.es`,
      phone: `6001112${String(Math.floor((i + 1) / 2)).padStart(2, '0')}`,
    }));
    const { pairs } = await match([
      { id: 'A', ...ana, email: 'ana@correo.es' },
      { id: 'B', name: 'Ana García', email: 'Ana@correo.es' },
      { id: 'D', ...ana },
      ...chain,
    ]);
    expect(joined(pairs)).toEqual([
      ['A', 'B'],
      ['A', 'D'],
    ]);
    expect(waiting(pairs)).toHaveLength(11);
    expect(new Set(waiting(pairs).map(([, , reason]) => reason))).toEqual(new Set(['chain']));
  });

  it('leaves two to the analyst whom a chain leads together although they are two', async () => {
    const { pairs } = await match([
      { id: 'A', ...ana, email: 'casa@correo.es' },
      { id: 'B', email: 'casa@correo.es', phone: '600111222' },
      { id: 'L', ...luis, phone: '600111222' },
    ]);
    expect(joined(pairs)).toEqual([]);
    expect(waiting(pairs)).toEqual([
      ['A', 'B', 'chain'],
      ['B', 'L', 'chain'],
    ]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const { left, right } = corruptedPeople(4, {
      left: 200,
      right: 200,
      shared: 100,
      years: 40,
      typos: 0.1,
      missing: 0.3,
    });
    await storePeople(database, 'crm', left);
    await storePeople(database, 'web', right);
    const raw = await rawTables(database);
    const stop = new AbortController();
    const progress = ({ done }: { done: number }): Promise<void> => {
      if (done === 5) stop.abort();
      return Promise.resolve();
    };
    const running = matchPeople(database, two, { left: raw[0]!, right: raw[1]! }, { signal: stop.signal, progress });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await database.texts(sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'redito'`)).toEqual([]);
  });

  it('joins nobody wrongly and finds most of a seeded crowd with errors in all they wrote', async () => {
    const world = { left: 600, right: 500, shared: 300, years: 40, typos: 0.15, missing: 0.3 };
    const { left, right, truth } = corruptedPeople(7, world);
    const { pairs } = await match(left, right);
    const found = pairs.filter((pair) => truth.get(pair.left_key) === pair.right_key);
    expect(joined(pairs).filter(([one, other]) => truth.get(one!) !== other)).toEqual([]);
    expect(joined(pairs).length).toBeGreaterThan(0.88 * truth.size);
    expect(found.length).toBeGreaterThan(0.95 * truth.size);
  });

  it('gives the same pairs each time', async () => {
    const { left, right } = corruptedPeople(5, {
      left: 300,
      right: 300,
      shared: 150,
      years: 5,
      typos: 0.3,
      missing: 0.6,
    });
    const [first, second] = [await match(left, right), await match(left, right)];
    expect(second).toEqual(first);
    expect(first.pairs.length).toBeGreaterThan(100);
  });
});
