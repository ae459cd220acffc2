import { it } from 'vitest';
import { openNative } from '../../../fixtures/native-database.ts';
import { corruptedPeople, storePeople, ROLES } from '../../../fixtures/people/corrupted-people.ts';
import { sql } from '../../../../src/database/sql.ts';
import { matchPeople } from '../../../../src/semantics/people/match-people.ts';
import { rawTables } from '../../../../src/semantics/raw-tables.ts';

it('tries', async () => {
  const db = await openNative();
  for (const world of [
    { left: 3000, right: 2500, shared: 1500, years: 50, typos: 0.1, missing: 0.3 },
    { left: 3000, right: 3000, shared: 1500, years: 50, typos: 0.3, missing: 0.8 },
    { left: 4000, right: 4000, shared: 500, years: 1, typos: 0.3, missing: 0.9 },
  ]) {
    const { left, right, truth } = corruptedPeople(1, world);
    await storePeople(db, 'l', left);
    await storePeople(db, 'r', right);
    const raw = await rawTables(db);
    const setup = { left: { table: 'l', columns: ROLES }, right: { table: 'r', columns: { ...ROLES } }, gmail: true, country: '34' };
    const t = performance.now();
    const out = await matchPeople(db, setup, { left: raw[0]!, right: raw[1]! }, { signal: new AbortController().signal, progress: async () => {} });
    console.log(world, performance.now() - t, JSON.stringify(out.notices));
    const pairs = await db.rows<any>(sql`SELECT * FROM redito.people_pairs`);
    for (const tier of out.tiers) {
      const of = pairs.filter((p) => p.tier === tier.tier);
      const right1 = (s: string) => { const x = of.filter((p) => p.status === s); return `${x.filter((p) => truth.get(p.left_key) === p.right_key).length}/${x.length}`; };
      console.log(tier.tier, 'joined', right1('joined'), 'review', right1('review'), 'chance', JSON.stringify(tier.chance), JSON.stringify(of.reduce((m: any, p) => ({ ...m, [p.reason]: (m[p.reason] ?? 0) + 1 }), {})));
    }
    const found = pairs.filter((p) => truth.get(p.left_key) === p.right_key);
    console.log('recall joined', found.filter((p) => p.status === 'joined').length / truth.size, 'any', found.length / truth.size);
  }
});
