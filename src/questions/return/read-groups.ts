import { AppError } from '../../core/errors.ts';
import type { Row } from '../../core/json.ts';
import { addDays, isoToDay } from '../../core/time.ts';
import { offering, type AskContext, type Unanswerable } from '../../semantics/ask-context.ts';
import {
  assignedQuery,
  countArms,
  findControl,
  findInitiative,
  mappedAssignments,
  type Arm,
  type Assignments,
} from '../../semantics/assignments.ts';
import { currenciesOf } from '../../semantics/currencies.ts';
import { linesOfAssigned, observedQuery, readFollowUp, type FollowUp } from '../../semantics/follow-up.ts';
import type { Sql } from '../../database/sql.ts';
import { plannedWeights } from '../../semantics/assignment-checks.ts';
import { testSampleRatio, type RatioTest } from '../../statistics/chi-square.ts';
import type { Proportion } from '../../statistics/proportions.ts';
import { FIRST_SLICE, readArms, type ArmMoments } from './arms.ts';
import { knownMarginQuery, momentsQuery } from './queries.ts';
import type { ReturnParameters } from './question.ts';
import { slicesOf, type Slices } from './slices.ts';
import { unanswerable } from './unanswerable.ts';

/** The two groups that are compared, and who is left out of them. */
export interface Groups {
  initiative: string;
  assignments: Assignments;
  /** All groups as assigned. */
  arms: Arm[];
  /** Their sizes against the shares planned. */
  ratio: RatioTest;
  /** The same for the two groups as far as they are looked at; left out where nobody of them is left out. */
  ratioSeen?: RatioTest;
  treated: ArmMoments;
  control: ArmMoments;
  /** Customers of all groups but the control, whether or not their window is over or a condition holds. */
  assignedTreated: number;
  /** Names of those groups. */
  treatments: string[];
  unfinished: number;
  /** Customers whose assignment has no time, of those in each of the two groups. */
  undated: Record<'treated' | 'control', Proportion>;
  slices: Slices;
  /** Days of the first and the last assignment, ISO. */
  first: string;
  last: string;
  /** Assignments lie further apart than a slice is long: money does not come and go for all at once. */
  isSpread: boolean;
  /** First and last day with an order, ISO. */
  firstOrder: string;
  lastOrder: string;
  /** The orders reach as far back as the window reaches ahead. */
  seesBefore: boolean;
  byDay: boolean;
  /** Of the orders; left out where the mapping names none. */
  currency?: string;
  /** Purchases of the assigned, and those whose margin is known; left out where it is a share of the amount. */
  margins?: KnownMargins;
}

export interface KnownMargins {
  purchases: number;
  known: number;
}

/** @throws AppError `parameter-invalid` for an initiative or a group that is not there. */
export async function readGroups(
  { database, mapping, signal }: AskContext,
  parameters: ReturnParameters,
): Promise<Groups | Unanswerable> {
  const { windowDays, where, from, to } = parameters;
  const initiative = await findInitiative(database, parameters.initiative, { signal });
  if (typeof initiative !== 'string') {
    return initiative.length === 0
      ? unanswerable('no-initiative')
      : offering(unanswerable('several-initiatives', { initiatives: initiative }), 'initiative', initiative);
  }
  const everybody = mappedAssignments(mapping, { initiative });
  if (!everybody.knowsCustomers) return unanswerable('not-customers', { initiative });
  const assignments = mappedAssignments(mapping, { initiative, ...(where !== undefined && { where }) });
  const assigned = assignedQuery(assignments, { ...(from && { from }), ...(to && { to }) });
  const arms = await countArms(database, assigned, { signal });
  const chosen = chooseArms(arms, parameters);
  if ('reason' in chosen) return chosen;
  const weights = plannedWeights(arms, parameters.shares);
  const ratio = testSampleRatio(
    arms.map(({ n }) => n),
    weights,
  );
  const followUp = await readFollowUp(database, assigned, { signal });
  const outcome = await readOutcome(
    { database, mapping, signal },
    { assigned, arms, followUp, parameters, initiative },
  );
  if ('reason' in outcome) return outcome;

  const [firstOrder, lastOrder] = [followUp.first!, followUp.last!];
  const slices = slicesOf(windowDays);
  const end = addDays(lastOrder, 1);
  const observed = observedQuery(assigned, { windowDays, end, byDay: followUp.byDay });
  const used = [chosen.treatment, chosen.control].map((name) => arms.find(({ variant }) => variant === name)!);
  const first = used.map((arm) => arm.first!).sort()[0];
  const discount = { start: first, rateAnnual: parameters.discountRateAnnual };
  const query = momentsQuery(observed, { windowDays, slices, margin: parameters.margin, discount });
  const rows = await database.rows(query, { signal });
  const moments = readArms(rows, FIRST_SLICE + slices.count);
  const find = (variant: string) => moments.find((arm) => arm.variant === variant);
  const [treated, control] = [find(chosen.treatment), find(chosen.control)];
  if (!treated || !control) return unanswerable('window-not-over', { windowDays, end: lastOrder });
  for (const { variant, n } of [treated, control]) {
    if (n < 2) return unanswerable('one-customer', { variant, n });
  }
  const all = await countArms(database, assignedQuery(everybody), { signal });
  const others = all.filter(({ variant }) => variant !== control.variant);
  const left = used.reduce((sum, { n }) => sum + n, 0) - treated.n - control.n;
  const last = used
    .map((arm) => arm.last!)
    .sort()
    .at(-1)!;
  const seenWeights = weights && used.map((arm) => weights[arms.indexOf(arm)]);
  const [undatedTreated, undatedControl] = used.map(({ n, undated }) => ({ n, successes: undated }));
  return {
    ...{ initiative, assignments, arms, treated, control, slices, ratio, first, last, firstOrder, lastOrder },
    ...(left > 0 && { ratioSeen: testSampleRatio([treated.n, control.n], seenWeights) }),
    assignedTreated: others.reduce((sum, { n }) => sum + n, 0),
    treatments: others.map(({ variant }) => variant),
    unfinished: left - undatedTreated.successes - undatedControl.successes,
    undated: { treated: undatedTreated, control: undatedControl },
    isSpread: isoToDay(last) - isoToDay(first) > slices.days,
    seesBefore: firstOrder <= addDays(first, -windowDays),
    byDay: followUp.byDay,
    ...outcome,
  };
}

function chooseArms(
  arms: readonly Arm[],
  { control: given, treatment }: ReturnParameters,
): { control: string; treatment: string } | Unanswerable {
  const variants = arms.map(({ variant }) => variant);
  if (variants.length === 0) return unanswerable('nobody-assigned');
  const control = findControl(variants, given);
  if (control === undefined || variants.length === 1) {
    return offering(unanswerable('no-control-group', { variants }), 'control', variants);
  }
  const others = variants.filter((variant) => variant !== control);
  if (treatment !== undefined && !others.includes(treatment)) {
    throw new AppError('parameter-invalid', { parameter: 'treatment', value: treatment, expected: others.join(' | ') });
  }
  if (treatment === undefined && others.length > 1) {
    return offering(unanswerable('several-treatments', { variants: others }), 'treatment', others);
  }
  return { control, treatment: treatment ?? others[0] };
}

interface Asked {
  assigned: Sql;
  arms: readonly Arm[];
  followUp: FollowUp;
  parameters: ReturnParameters;
  initiative: string;
}

/** What the outcome is measured in, or why it cannot be measured. */
async function readOutcome(
  { database, mapping, signal }: Pick<AskContext, 'database' | 'mapping' | 'signal'>,
  { assigned, arms, followUp, parameters, initiative }: Asked,
): Promise<Pick<Groups, 'currency' | 'margins'> | Unanswerable> {
  const firsts = arms.flatMap(({ first }) => (first === null ? [] : [first]));
  if (firsts.length < arms.length) return unanswerable('not-dated', { initiative });
  const start = firsts.sort()[0];
  if (followUp.last === null) return unanswerable('outcome-before-assignment', { start }, 'no-orders');
  if (followUp.last < start) return unanswerable('outcome-before-assignment', { start });
  const currencies = await currenciesOf(database, mapping, linesOfAssigned(assigned), { signal });
  if (currencies.length > 1) return unanswerable('two-currencies', { currencies });
  const currency = currencies.at(0);
  const found = currency === undefined ? {} : { currency };
  if (parameters.margin !== undefined) return found;
  if (mapping.orders?.columns.margin === undefined) return unanswerable('no-margin');
  const [margins] = await database.rows<KnownMargins & Row>(knownMarginQuery(assigned), { signal });
  if (margins!.purchases > 0 && margins!.known === 0) return unanswerable('no-margin');
  return { ...found, margins: margins! };
}
