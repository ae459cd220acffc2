import { it } from 'vitest';
import { openNative } from '../../../fixtures/native-database.ts';
import { corruptedPeople, storePeople, ROLES } from '../../../fixtures/people/corrupted-people.ts';
import { sql } from '../../../../src/database/sql.ts';
import { matchPeople } from '../../../../src/semantics/people/match-people.ts';
import { rawTables } from '../../../../src/semantics/raw-tables.ts';

it('large', async () => {
  const db = await openNative();
  const { left } = corruptedPeople(1, { left: 3000, right: 10, shared: 10, years: 50, typos: 0.1, missing: 0.3 });
  await storePeople(db, 'base', left);
  const N = 1_000_000;
  await db.run({ text: `CREATE TABLE raw.l AS SELECT 'L'||i AS id, split_part(a.name,' ',1)||' '||split_part(b.name,' ',2)||' '||split_part(c.name,' ',3) AS name,
    'm'||i||'@x.example' AS email, '6'||lpad((hash(i)%100000000)::VARCHAR,8,'0') AS phone, DATE '1960-01-01' + (hash(i*7)%18000)::INT AS birth, i AS _row
    FROM range(${N}) t(i) JOIN raw.base a ON a._row = hash(i*3)%3000 JOIN raw.base b ON b._row = hash(i*5)%3000 JOIN raw.base c ON c._row = hash(i*11)%3000` } as any);
  await db.run({ text: `CREATE TABLE raw.r AS SELECT 'R'||id AS id, CASE WHEN hash(_row*13)%10=0 THEN name||'z' ELSE name END AS name, CASE WHEN hash(_row*17)%10<5 THEN upper(email) END AS email, CASE WHEN hash(_row*19)%10<5 THEN '+34'||phone END AS phone, birth + (CASE WHEN hash(_row*29)%10=0 THEN 1 ELSE 0 END)::INT AS birth, _row FROM raw.l WHERE _row % 2 = 0
    UNION ALL SELECT 'X'||i, split_part(a.name,' ',1)||' '||split_part(b.name,' ',2)||' '||split_part(c.name,' ',3), 'n'||i||'@x.example', '7'||lpad((hash(i)%100000000)::VARCHAR,8,'0'), DATE '1960-01-01' + (hash(i*37)%18000)::INT, ${N}+i FROM range(${N / 2}) t(i) JOIN raw.base a ON a._row = hash(i*103)%3000 JOIN raw.base b ON b._row = hash(i*105)%3000 JOIN raw.base c ON c._row = hash(i*111)%3000` } as any);
  const raw = await rawTables(db);
  const setup = { left: { table: 'l', columns: ROLES }, right: { table: 'r', columns: { ...ROLES } }, gmail: true, country: '34' };
  const t = performance.now();
  let last = t;
  const out = await matchPeople(db, setup, { left: raw.find((x) => x.name === 'l')!, right: raw.find((x) => x.name === 'r')! }, { signal: new AbortController().signal, progress: async (p) => { const n = performance.now(); console.log(p.phase, p.done, Math.round(n - last)); last = n; } });
  console.log('total', performance.now() - t, JSON.stringify(out.notices), JSON.stringify(out.tiers, null, 1));
  console.log(await db.rows(sql`SELECT tier, status, reason, count(*) n, count(*) FILTER ('R'||left_key = right_key) ok FROM redito.people_pairs GROUP BY ALL`));
}, 600000);
