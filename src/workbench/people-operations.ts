import { AppError } from '../core/errors.ts';
import { withDecision } from '../semantics/people/decided.ts';
import { readPairs } from '../semantics/people/review.ts';
import type { RequestName, Requests } from './contract.ts';
import type { Job } from './jobs.ts';
import { applyPeople, effectOfPeople, matched, peopleState, peopleTables, runMatching, undoPeople } from './people.ts';
import type { Workspace } from './workspace.ts';

type PeopleRequest =
  | 'peopleTables'
  | 'people'
  | 'matchPeople'
  | 'peoplePairs'
  | 'decidePeople'
  | 'decidePeopleTier'
  | 'peopleEffect'
  | 'applyPeople'
  | 'undoPeople';

type PeopleOperations = {
  [K in RequestName & PeopleRequest]: (
    job: Job,
    ...parameters: Parameters<Requests[K]>
  ) => Promise<ReturnType<Requests[K]>>;
};

/** More decisions on single pairs than these are taken tier by tier. */
const MOST_DECISIONS = 20_000;

/** Finding out who is whom, looking at pairs, and joining them up, on whatever workspace is open. */
export function peopleOperations(opened: () => Workspace): PeopleOperations {
  let turns: Promise<unknown> = Promise.resolve();

  /** One after the other: they have tables of their own in the database while they work. */
  function inTurn<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
    const turn = turns.then(() => work(opened()));
    turns = turn.catch(() => undefined);
    return turn;
  }

  async function saved<T>(workspace: Workspace, done: T): Promise<T> {
    await workspace.save();
    return done;
  }

  return {
    peopleTables: () => peopleTables(opened()),

    people: () => inTurn((workspace) => peopleState(workspace)),

    matchPeople: (job, setup) =>
      inTurn(async (workspace) => saved(workspace, await runMatching(workspace, setup, job))),

    peoplePairs: ({ signal }, filter, offset, limit) =>
      inTurn(async (workspace) => {
        const { setup, ...decisions } = matched(workspace, await workspace.tables());
        return readPairs(workspace.database, setup, decisions, !setup.right, { filter, offset, limit }, { signal });
      }),

    decidePeople: (_job, pair, same) =>
      inTurn(async (workspace) => {
        const { setup, pairs } = matched(workspace, await workspace.tables());
        const next = withDecision(pairs, pair, same ?? undefined, !setup.right);
        if (next.length > MOST_DECISIONS) throw new AppError('people-too-many-decisions', { most: MOST_DECISIONS });
        const { people } = workspace.remedies;
        await people.keep({ ...people.stored, pairs: next, ...(people.applied && { isAhead: true }) });
        return saved(workspace, await peopleState(workspace));
      }),

    decidePeopleTier: (_job, tier, accepted) =>
      inTurn(async (workspace) => {
        const { tiers } = matched(workspace, await workspace.tables());
        const { people } = workspace.remedies;
        const others = tiers.filter((one) => one !== tier);
        const next = accepted ? [...others, tier] : others;
        await people.keep({ ...people.stored, tiers: next, ...(people.applied && { isAhead: true }) });
        return saved(workspace, await peopleState(workspace));
      }),

    peopleEffect: (job, sides) => inTurn((workspace) => effectOfPeople(workspace, sides, job)),

    applyPeople: (job, sides) =>
      inTurn(async (workspace) => saved(workspace, await applyPeople(workspace, sides, job))),

    undoPeople: () => inTurn(async (workspace) => saved(workspace, await undoPeople(workspace))),
  };
}
