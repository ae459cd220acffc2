import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeopleSetup, PeopleTier } from '../../src/semantics/people/people.ts';
import { openNative, type NativeDatabase } from '../fixtures/native-database.ts';
import { corruptedPeople, ROLES, storePeople, type World } from '../fixtures/people/corrupted-people.ts';
import { matchNatively } from '../fixtures/people/match-natively.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
});
afterAll(() => database.close());

const SEEDS = 30;
const setup: PeopleSetup = {
  left: { table: 'crm', columns: { ...ROLES } },
  right: { table: 'web', columns: { ...ROLES } },
  gmail: true,
  country: '34',
};

interface Seen {
  joined: number;
  joinedRight: number;
  review: number;
  reviewRight: number;
  chance: number;
}

/** What is joined and what waits in each tier, against who is who. */
async function simulate(world: World): Promise<{ tiers: Map<string, Seen>; shared: number }> {
  const tiers = new Map<string, Seen>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { left, right, truth } = corruptedPeople(seed, world);
    await storePeople(database, 'crm', left);
    await storePeople(database, 'web', right);
    const { pairs, tiers: counted } = await matchNatively(database, setup);
    for (const { tier, chance } of counted) {
      const seen = tiers.get(tier) ?? {
        joined: 0,
        joinedRight: 0,
        review: 0,
        reviewRight: 0,
        chance: 0,
      };
      const found = pairs.filter((pair) => pair.tier === tier);
      const right1 = found.filter((pair) => truth.get(pair.left_key) === pair.right_key);
      seen.joined += found.filter(({ status }) => status === 'joined').length;
      seen.joinedRight += right1.filter(({ status }) => status === 'joined').length;
      seen.review += found.filter(({ status }) => status === 'review').length;
      seen.reviewRight += right1.filter(({ status }) => status === 'review').length;
      seen.chance += chance?.value ?? 0;
      tiers.set(tier, seen);
    }
  }
  for (const [tier, seen] of tiers) console.info(tier, JSON.stringify(seen));
  return { tiers, shared: SEEDS * world.shared };
}

const total = (tiers: ReadonlyMap<string, Seen>, what: 'joined' | 'joinedRight' | 'reviewRight'): number =>
  [...tiers.values()].reduce((sum, seen) => sum + seen[what], 0);

describe('matchPeople', () => {
  it('joins hardly anybody wrongly and finds most, with addresses and phones', async () => {
    const { tiers, shared } = await simulate({
      left: 2000,
      right: 1500,
      shared: 1000,
      years: 50,
      typos: 0.1,
      missing: 0.3,
    });
    const [precision, recall] = [
      total(tiers, 'joinedRight') / total(tiers, 'joined'),
      total(tiers, 'joinedRight') / shared,
    ];
    console.info(
      `precision ${precision}, recall ${recall}, with review ${recall + total(tiers, 'reviewRight') / shared}`,
    );
    expect(precision).toBeGreaterThan(0.999);
    expect(recall).toBeGreaterThan(0.93);
    expect(recall + total(tiers, 'reviewRight') / shared).toBeGreaterThan(0.97);
  });

  it('tells how many pairs chance brings about where names and birth dates are all there is, and few years', async () => {
    const world = { left: 2500, right: 2500, shared: 400, years: 3, typos: 0.3, missing: 1 };
    const { tiers } = await simulate(world);
    for (const tier of ['name-birth', 'name-like', 'birth-like'] satisfies PeopleTier[]) {
      const { joined, joinedRight, review, reviewRight, chance } = tiers.get(tier)!;
      const strangers = joined + review - joinedRight - reviewRight;
      console.info(`${tier}: ${chance / SEEDS} expected, ${strangers / SEEDS} there, on average`);
      // Of so many strangers as there are over all seeds: the 99% band of a count, and the error of what is expected.
      expect(Math.abs(chance - strangers)).toBeLessThan(2.576 * Math.sqrt(strangers + chance + 1));
    }
  });

  it('gives intervals that cover the expected number of strangers as often as they say', async () => {
    const world = { left: 2500, right: 2500, shared: 0, years: 4, typos: 0, missing: 0 };
    const told: { value: number; low: number; high: number }[] = [];
    for (let seed = 1001; seed <= 1060; seed += 1) {
      const { left, right } = corruptedPeople(seed, world);
      const withoutContact = (people: typeof left) => people.map((person) => ({ ...person, email: null, phone: null }));
      await storePeople(database, 'crm', withoutContact(left));
      await storePeople(database, 'web', withoutContact(right));
      const { tiers } = await matchNatively(database, setup);
      // It is told where something was found.
      told.push(...tiers.flatMap(({ tier, chance }) => (tier === 'name-like' && chance ? [chance] : [])));
    }
    const expected = told.reduce((sum, { value }) => sum + value, 0) / told.length;
    const covered = told.filter(({ low, high }) => low <= expected && expected <= high).length;
    console.info(`covered ${covered} of ${told.length}, expected ${expected}`);
    const share = covered / told.length;
    // The 99% binomial band around 90%.
    expect(Math.abs(share - 0.9)).toBeLessThan(2.576 * Math.sqrt((0.9 * 0.1) / told.length));
  });
});
