import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/database/duckdb.ts';
import { sql } from '../../../src/database/sql.ts';
import { matchPeople } from '../../../src/semantics/people/match-people.ts';
import { nameSimilarity, nameWords } from '../../../src/semantics/people/person-name.ts';
import type { PeopleSetup } from '../../../src/semantics/people/people.ts';
import { rawTables } from '../../../src/semantics/raw-tables.ts';
import fixture from '../../fixtures/people/people.json' with { type: 'json' };

let database: DuckDb;
beforeAll(async () => {
  database = await DuckDb.open({ baseUrl: new URL('/', location.href).href });
});
afterAll(() => database.terminate());

describe('names in the browser’s DuckDB', () => {
  // Winkler (1990 and later overviews), Jaro–Winkler with a prefix scale of 0.1, as rounded there.
  it.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.813],
    ['JONES', 'JOHNSON', 0.832],
    ['MASSEY', 'MASSIE', 0.933],
    ['ABROMS', 'ABRAMS', 0.922],
    ['JERALDINE', 'GERALDINE', 0.926],
    ['MICHELLE', 'MICHAEL', 0.921],
    ['JULIES', 'JULIUS', 0.933],
    ['TANYA', 'TONYA', 0.88],
    ['SEAN', 'SUSAN', 0.805],
    ['JON', 'JOHN', 0.933],
    ['NICHLESON', 'NICHULSON', 0.956],
    ['DUNNINGHAM', 'CUNNIGHAM', 0.896],
    ['SHACKLEFORD', 'SHACKELFORD', 0.982],
  ])('are as alike as Winkler’s table says: %s and %s', async (one, other, similarity) => {
    const { rows } = await database.table(sql`SELECT jaro_winkler_similarity(${one}, ${other})`);
    expect(rows[0]![0]).toBeCloseTo(similarity, 3);
  });

  it.each(fixture.names)(
    'are as alike as jellyfish says: “$left” and “$right”',
    async ({ left, right, similarity }) => {
      const { rows } = await database.table(
        sql`SELECT ${nameSimilarity(nameWords(sql`${left}`), nameWords(sql`${right}`))}`,
      );
      expect(rows[0]![0]).toBeCloseTo(similarity, 12);
    },
  );
});

describe('matchPeople in the browser’s DuckDB', () => {
  const people = 60_000;
  const setup: PeopleSetup = {
    left: { table: 'crm', columns: { id: 'id', name: 'name', email: 'email', birth: 'birth' } },
    right: { table: 'web', columns: { id: 'id', name: 'name', email: 'email', birth: 'birth' } },
    gmail: true,
    country: '34',
  };
  const name = (seed: number) =>
    sql`chr(CAST(97 + hash(i * ${seed}) % 26 AS INTEGER)) || 'ar' || CAST(chr(CAST(97 + hash(i * ${seed} + 1) % 26 AS INTEGER)) AS VARCHAR) || 'ia gar' || chr(CAST(97 + hash(i * ${seed} + 2) % 26 AS INTEGER)) || 'z lo' || chr(CAST(97 + hash(i * ${seed} + 3) % 26 AS INTEGER)) || 'ez'`;

  beforeAll(async () => {
    await database.run(sql`CREATE TABLE raw.crm AS SELECT 'C' || i AS id, ${name(7)} AS name, 'p' || i || '@correo.es' AS email,
      DATE '1950-01-01' + CAST(hash(i * 13) % 18000 AS INTEGER) AS birth, i AS _row FROM range(${people}) AS t(i)`);
    await database.run(sql`CREATE TABLE raw.web AS SELECT replace(id, 'C', 'W') AS id, upper(name) AS name,
      CASE WHEN _row % 2 = 0 THEN ' ' || upper(email) END AS email, birth, _row FROM raw.crm WHERE _row % 3 = 0`);
  });

  const tables = async () => {
    const raw = await rawTables(database);
    return { left: raw.find((one) => one.name === 'crm')!, right: raw.find((one) => one.name === 'web')! };
  };

  it('finds them by address, and by name and birth date', async () => {
    const job = { signal: new AbortController().signal, progress: () => Promise.resolve() };
    const { tiers } = await matchPeople(database, setup, await tables(), job);
    const [address, birth] = ['email-clean', 'name-birth'].map((tier) => tiers.find((one) => one.tier === tier)!);
    expect(address!.joined).toBe(people / 6);
    expect(birth!.joined).toBe(people / 6);
    expect(birth!.chance!.high).toBeLessThan(0.05 * birth!.joined);
    const wrong = await database.texts(
      sql`SELECT left_key FROM redito.people_pairs WHERE status = 'joined' AND left_key <> replace(right_key, 'W', 'C')`,
    );
    expect(wrong).toEqual([]);
  });

  it('ends when it is cancelled, and the database goes on', async () => {
    const stop = new AbortController();
    const progress = ({ done }: { done: number }): Promise<void> => {
      if (done === 2) setTimeout(() => stop.abort(), 20);
      return Promise.resolve();
    };
    const running = matchPeople(database, setup, await tables(), { signal: stop.signal, progress });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await database.texts(sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'redito'`)).toEqual([]);
    expect(await database.texts(sql`SELECT count(*) FROM raw.crm`)).toEqual([String(people)]);
  });
});
