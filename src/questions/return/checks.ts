import type { Check } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import { isoToDay } from '../../core/time.ts';
import type { Arm, AssignmentCounts } from '../../semantics/assignments.ts';
import { pMessage, ratioFails, sampleRatioCheck, severalVariantsCheck } from '../../semantics/assignment-checks.ts';
import type { RatioTest } from '../../statistics/chi-square.ts';
import { testProportions } from '../../statistics/proportions.ts';
import { momentsOf, positionOf, type ArmMoments } from './arms.ts';
import type { Costs } from './costs.ts';
import { effectOf, type Effect, type Measured } from './effect.ts';
import type { Groups, KnownMargins } from './read-groups.ts';
import type { Results } from './results.ts';

const PRE_PERIOD_WARNS = 0.05;
export interface Checked {
  arms: readonly Arm[];
  /** Of all groups, against the shares planned. */
  ratio: RatioTest;
  counts: AssignmentCounts;
  treated: ArmMoments;
  control: ArmMoments;
  /** Of the two groups as far as they are looked at; left out where nobody of them is left out. */
  ratioSeen: RatioTest | undefined;
  /** Customers whose window is not over. */
  unfinished: number;
  undated: Groups['undated'];
  isSpread: boolean;
  /** First day with an order, ISO. */
  firstOrder: string;
  windowDays: number;
  margins: KnownMargins | undefined;
  /** Days of the first and the last assignment, ISO. */
  start: string;
  lastAssigned: string;
  /** First day after the last window, ISO. */
  end: string;
  costs: Costs;
  results: Results;
  /** Left out where the orders do not reach back far enough. */
  naive: Measured | undefined;
  level: number;
}

export function checksOf(checked: Checked): Check[] {
  return [
    sampleRatioCheck(checked.arms, checked.ratio),
    ...ratioOfSeen(checked),
    severalVariantsCheck(checked.counts),
    ...undated(checked),
    prePeriod(checked),
    outliers(checked),
    unfinished(checked),
    ...marginKnown(checked),
    ...costsReach(checked),
    ...costsUndated(checked),
    ...costsLater(checked),
    payback(checked),
    ...timing(checked),
    ...plainComparison(checked),
  ];
}

/** Who is left out must not depend on the group either. */
function ratioOfSeen({ ratioSeen, treated, control }: Checked): Check[] {
  return ratioSeen ? [sampleRatioCheck([treated, control], ratioSeen, 'seen')] : [];
}

/** Whose assignment has no time is left out; when that depends on the group, the groups are no longer alike. */
function undated({ undated: { treated, control }, level }: Checked): Check[] {
  const customers = treated.successes + control.successes;
  if (customers === 0) return [];
  const { pValue } = testProportions(treated, control, level);
  const variant = ratioFails({ pValue }) ? 'failed' : 'warned';
  return [
    {
      ...{ id: 'undated', status: variant, value: pValue },
      message: message(`return.check.undated.${variant}`, {
        ...{ customers, treated: treated.successes / treated.n, control: control.successes / control.n },
        p: pMessage(pValue),
      }),
    },
  ];
}

function prePeriod({ treated, control, level, windowDays, naive, firstOrder }: Checked): Check {
  if (!naive) {
    const values = { windowDays, first: firstOrder };
    return { id: 'pre-period', status: 'warned', message: message('return.check.pre-period.unseen', values) };
  }
  const column = positionOf('before');
  const before = effectOf(momentsOf(treated, column), momentsOf(control, column), level);
  if (!before) {
    return { id: 'pre-period', status: 'warned', message: message('return.check.pre-period.nothing', { windowDays }) };
  }
  const status = before.pValue < PRE_PERIOD_WARNS ? 'warned' : 'passed';
  return {
    ...{ id: 'pre-period', status, value: before.pValue, limit: PRE_PERIOD_WARNS },
    message: message(`return.check.pre-period.${status}`, {
      windowDays,
      p: pMessage(before.pValue),
      difference: before.value,
    }),
  };
}

/**
 * Warns when a cap moves the effect by more than the standard error it then has (whole, one huge margin makes one as large as
 * its own effect), or makes or breaks that it differs from zero.
 */
function outliers({ treated, control, level, results: { effect } }: Checked): Check {
  const column = positionOf('capped');
  const capped = effectOf(momentsOf(treated, column), momentsOf(control, column), level);
  if (!capped) {
    return {
      id: 'outliers',
      status: 'warned',
      message: message('return.check.outliers.alike', { effect: effect.value }),
    };
  }
  const moved = Math.abs(capped.value - effect.value) / Math.min(effect.standardError, capped.standardError);
  const differs = (found: Effect) => found.pValue < 1 - level;
  const status = moved > 1 || differs(effect) !== differs(capped) ? 'warned' : 'passed';
  return {
    ...{ id: 'outliers', status, value: moved, limit: 1 },
    message: message(`return.check.outliers.${status}`, {
      effect: effect.value,
      capped: capped.value,
    }),
  };
}

function unfinished({ unfinished: customers, windowDays, treated, control }: Checked): Check {
  const used = treated.n + control.n;
  return {
    ...{ id: 'window', status: customers > 0 ? 'warned' : 'passed', value: customers },
    message: message(`return.check.window.${customers > 0 ? 'unfinished' : 'over'}`, { customers, used, windowDays }),
  };
}

/** An order without a margin counts as one that brings none. */
function marginKnown({ margins }: Checked): Check[] {
  if (!margins) return [];
  const missing = margins.purchases - margins.known;
  const status = missing > 0 ? 'warned' : 'passed';
  const values = { missing, purchases: margins.purchases };
  return [
    { id: 'margin-known', status, value: missing, message: message(`return.check.margin-known.${status}`, values) },
  ];
}

/** Costs that come back and then end before half of the window is over look incomplete. */
function costsReach({ costs: { last, recurs }, start, end }: Checked): Check[] {
  if (last === undefined) return [];
  const gap = isoToDay(end) - isoToDay(last);
  const limit = (isoToDay(end) - isoToDay(start)) / 2;
  const status = recurs && gap > limit ? 'warned' : 'passed';
  return [
    {
      ...{ id: 'costs', status, value: gap, limit },
      message: message(`return.check.costs.${status}`, { last, days: gap }),
    },
  ];
}

function costsUndated({ costs: { undated: amount } }: Checked): Check[] {
  if (amount === 0) return [];
  const values = { amount };
  return [
    { id: 'costs-undated', status: 'warned', value: amount, message: message('return.check.costs-undated', values) },
  ];
}

function costsLater({ costs: { later }, end }: Checked): Check[] {
  if (later === 0) return [];
  return [
    { id: 'costs-later', status: 'passed', value: later, message: message('return.check.costs-later', { later, end }) },
  ];
}

function payback({ results, windowDays }: Checked): Check {
  if (!results.payback) {
    return { id: 'payback', status: 'warned', message: message('return.check.payback.open', {}) };
  }
  const beyond = results.payback.value * (365.25 / 12) > windowDays;
  return {
    ...{ id: 'payback', status: beyond ? 'warned' : 'passed', value: results.payback.value },
    message: message(`return.check.payback.${beyond ? 'beyond' : 'within'}`, {
      months: results.payback.value,
      windowDays,
    }),
  };
}

/** What needs to know when money comes and goes. */
function timing({ results, isSpread, start, lastAssigned }: Checked): Check[] {
  if (isSpread) {
    const values = { first: start, last: lastAssigned };
    return [{ id: 'timing', status: 'passed', message: message('return.check.timing', values) }];
  }
  if (results.rate) return [];
  return [{ id: 'irr', status: 'passed', message: message('return.check.irr') }];
}

/** Warns where the plain comparison would have promised what the holdout does not show. */
function plainComparison({ results: { effect }, naive }: Checked): Check[] {
  if (!naive) return [];
  const misleads = (naive.low > 0 && !(effect.low > 0)) || (naive.high < 0 && !(effect.high < 0));
  return [
    {
      ...{ id: 'before-after', status: misleads ? 'warned' : 'passed', value: naive.value },
      message: message(`return.check.before-after.${misleads ? 'misleads' : 'agrees'}`, {
        ...{ naive: naive.value, low: naive.low, high: naive.high, effect: effect.value },
      }),
    },
  ];
}
