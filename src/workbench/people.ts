import { AppError } from '../core/errors.ts';
import { message } from '../core/message.ts';
import type { TableInfo } from '../core/table-info.ts';
import { addTable, removeTable } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import { storeQuery } from '../database/made-tables.ts';
import { describeTable } from '../database/raw-loader.ts';
import { freeName } from '../files/table-name.ts';
import { resolveMapping } from '../semantics/apply-mapping.ts';
import { matchPeople } from '../semantics/people/match-people.ts';
import type { PeopleDecisions } from '../semantics/people/decided.ts';
import { MATCHES_NAME, withMatches } from '../semantics/people/matches.ts';
import { appliedOf, peopleEffect, type PeopleEffect } from '../semantics/people/people-effect.ts';
import type { PeopleSetup, PeopleSource } from '../semantics/people/people.ts';
import { areInForce, areMatches } from '../semantics/people/person-ids.ts';
import { proposePeople, type ProposedColumn } from '../semantics/people/propose-people.ts';
import { countPairs } from '../semantics/people/review.ts';
import { dropPairs } from '../semantics/people/scratch.ts';
import { rawTables, type RawTable } from '../semantics/raw-tables.ts';
import type { PeopleState } from './contract.ts';
import type { Job } from './jobs.ts';
import { marks } from './workspace-people.ts';
import type { Workspace } from './workspace.ts';

export type Sides = Partial<Record<string, 'left' | 'right'>>;

/** The raw tables, each with the columns that tell who somebody is. */
export async function peopleTables(workspace: Workspace): Promise<{ table: string; columns: ProposedColumn[] }[]> {
  const made = workspace.remedies.people.applied?.matches;
  const names = (await workspace.tables()).map(({ name }) => name).filter((name) => name !== made);
  const raw = await rawTables(workspace.database);
  const found: { table: string; columns: ProposedColumn[] }[] = [];
  for (const name of names) {
    const table = raw.find((one) => one.name === name);
    if (table) found.push({ table: name, columns: await proposePeople(workspace.database, table) });
  }
  return found;
}

/** Where the work stands. */
export async function peopleState(workspace: Workspace): Promise<PeopleState> {
  const { people } = workspace.remedies;
  const { setup, pairs, tiers, applied, isAhead } = people.stored;
  const tables = await workspace.tables();
  const outcome = people.outcome(tables);
  const matches = tables.find(({ name }) => name === applied?.matches);
  // A mapping that does not hold makes no views: it says so where answers are asked for.
  const stand =
    applied &&
    (await workspace.views().then(
      () => areInForce(workspace.database),
      () => false,
    ));
  return {
    ...(setup && { setup }),
    ...(outcome && { outcome, counts: await countPairs(workspace.database, { pairs, tiers }, !setup?.right) }),
    decisions: pairs.length,
    tiers: [...tiers],
    ...(applied &&
      matches && {
        applied: {
          ...{ matches: matches.name, pairs: matches.rows, isAhead: isAhead === true },
          isInForce: stand === true,
          ...{ left: applied.left.table, ...(applied.right && { right: applied.right.table }) },
        },
      }),
  };
}

/**
 * Finds who is whom. What was decided stays as long as it is about the same records.
 * @throws AppError `people-table` or `people-setup` when a table or a column of the setup is not there; `people-not-matched` when a
 *   table became another one meanwhile
 */
export async function runMatching(workspace: Workspace, setup: PeopleSetup, job: Job): Promise<PeopleState> {
  const { database } = workspace;
  const { people } = workspace.remedies;
  const records = marks(setup, await workspace.tables());
  const raw = await rawOf(workspace, setup);
  await people.forgetOutcome();
  const outcome = await matchPeople(database, setup, raw, job);
  const tables = await workspace.tables();
  if (JSON.stringify(marks(setup, tables)) !== JSON.stringify(records)) {
    await dropPairs(database);
    throw new AppError('people-not-matched');
  }
  // Tables come and go, and with them what is in force, while people are compared.
  const before = people.stored;
  const haveIds = [setup.left, setup.right ?? setup.left].every(({ columns }) => columns.id !== undefined);
  const isSame = haveIds || JSON.stringify(records) === JSON.stringify(before.records);
  const keeps = isSame && before.setup !== undefined && recordsOf(before.setup) === recordsOf(setup);
  const { applied } = before;
  await people.keep({
    ...{ setup, records },
    ...(keeps ? { pairs: before.pairs, tiers: before.tiers } : { pairs: [], tiers: [] }),
    ...(applied && { applied, isAhead: true }),
  });
  await people.keepOutcome(setup, outcome, tables);
  return peopleState(workspace);
}

/** What joining would do to the customers of the business tables. */
export async function effectOfPeople(workspace: Workspace, chosen: Sides, { signal }: Job): Promise<PeopleEffect> {
  const { setup, pairs, tiers } = matched(workspace, await workspace.tables());
  const raw = await rawOf(workspace, setup);
  const resolved = await resolveMapping(workspace.mapping, workspace.database);
  return withMatches(workspace.database, setup, { pairs, tiers }, (matches) =>
    peopleEffect(workspace.database, setup, matches, raw, resolved, chosen, { signal }),
  );
}

/**
 * Stores the matches as a raw table and has the business tables count joined people once; what was in force before goes. All of it
 * or nothing.
 */
export async function applyPeople(workspace: Workspace, chosen: Sides, job: Job): Promise<PeopleState> {
  const { database, remedies } = workspace;
  await job.progress({ phase: 'people-counting', done: 0, total: 3 });
  const effect = await effectOfPeople(workspace, chosen, job);
  await job.progress({ phase: 'people-applying', done: 1, total: 3 });
  const { setup, pairs, tiers } = matched(workspace, await workspace.tables());
  const former = remedies.people.applied?.matches;
  const name = freeName(MATCHES_NAME, new Set((await workspace.tables()).map((table) => table.name)));
  const sources = [setup.left, setup.right ?? setup.left].map(({ table }) => table);
  await withMatches(database, setup, { pairs, tiers }, (matches) =>
    storeQuery(database, { name, query: matches.text }, job.signal),
  );
  try {
    const info: TableInfo = {
      name,
      ...(await describeTable(database, name)),
      source: { file: [...new Set(sources)].join(' + '), format: 'sql' },
      notices: [message('people.made', { left: sources[0]!, right: sources[1]! })],
      rejectedRows: 0,
      id: crypto.randomUUID(),
    };
    await addTable(database, info);
    await job.progress({ phase: 'people-applying', done: 2, total: 3 });
    await workspace.keepRemedies((list) => list, appliedOf(setup, name, effect));
  } catch (error) {
    await removeTable(database, name).catch(() => undefined);
    throw error;
  }
  await removeMatches(database, former);
  workspace.forgetHashes();
  return peopleState(workspace);
}

/** @throws AppError `people-not-joined` when nobody is joined up */
export async function undoPeople(workspace: Workspace): Promise<PeopleState> {
  const { applied } = workspace.remedies.people;
  if (!applied) throw new AppError('people-not-joined');
  await workspace.keepRemedies((list) => list, null);
  await removeMatches(workspace.database, applied.matches);
  workspace.forgetHashes();
  return peopleState(workspace);
}

/** A workspace file may call any table of it the matches: one that is none stays. */
async function removeMatches(database: Database, name: string | undefined): Promise<void> {
  const table = (await rawTables(database)).find((one) => one.name === name);
  if (table && areMatches(table)) await removeTable(database, table.name);
}

/** @throws AppError `people-not-matched` */
export function matched(workspace: Workspace, tables: readonly TableInfo[]): PeopleDecisions & { setup: PeopleSetup } {
  const { people } = workspace.remedies;
  const { setup, pairs, tiers } = people.stored;
  if (!setup || !people.outcome(tables)) throw new AppError('people-not-matched');
  return { setup, pairs, tiers };
}

async function rawOf(workspace: Workspace, setup: PeopleSetup): Promise<{ left: RawTable; right?: RawTable }> {
  const raw = await rawTables(workspace.database);
  const known = await workspace.tables();
  const find = ({ table, columns }: PeopleSource): RawTable => {
    const found = known.some(({ name }) => name === table) ? raw.find(({ name }) => name === table) : undefined;
    const missing = Object.values(columns).find((column) => !found?.columns.some(({ name }) => name === column));
    if (!found) throw new AppError('people-table', { table });
    if (missing !== undefined) throw new AppError('people-setup', { table, column: missing });
    return found;
  };
  return { left: find(setup.left), ...(setup.right && { right: find(setup.right) }) };
}

/** What makes keys of records: decisions go by them. */
function recordsOf({ left, right }: PeopleSetup): string {
  return JSON.stringify([left, right].map((side) => side && [side.table, side.columns.id ?? null]));
}
