import type { Check } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import { isoToDay } from '../../core/time.ts';
import type { Arm, AssignmentCounts } from '../../semantics/assignments.ts';
import { pMessage, sampleRatioCheck, severalVariantsCheck } from '../../semantics/assignment-checks.ts';
import type { RatioTest } from '../../statistics/chi-square.ts';
import { momentsOf, positionOf, type ArmMoments } from './arms.ts';
import type { Costs } from './costs.ts';
import { effectOf, type Effect, type Measured } from './effect.ts';
import type { KnownMargins } from './read-groups.ts';
import type { Results } from './results.ts';

const PRE_PERIOD_WARNS = 0.05;
/** Costs that end so long before the window does look incomplete. */
const COSTS_GAP_DAYS = 31;

export interface Checked {
  arms: readonly Arm[];
  /** Of all groups, against the shares planned. */
  ratio: RatioTest;
  counts: AssignmentCounts;
  treated: ArmMoments;
  control: ArmMoments;
  /** Customers whose window is not over. */
  unfinished: number;
  windowDays: number;
  margins: KnownMargins | undefined;
  /** First day after the last window, ISO. */
  end: string;
  costs: Costs;
  results: Results;
  naive: Measured;
  level: number;
}

export function checksOf(checked: Checked): Check[] {
  return [
    sampleRatioCheck(checked.arms, checked.ratio),
    severalVariantsCheck(checked.counts),
    prePeriod(checked),
    outliers(checked),
    unfinished(checked),
    ...marginKnown(checked),
    costsReach(checked),
    ...costsLater(checked),
    payback(checked),
    ...rate(checked),
    plainComparison(checked),
  ];
}

function prePeriod({ treated, control, level, windowDays }: Checked): Check {
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

/** Warns when a cap moves the effect by more than its standard error, or makes or breaks that it differs from zero. */
function outliers({ treated, control, level, results: { effect } }: Checked): Check {
  const column = positionOf('capped');
  const capped = effectOf(momentsOf(treated, column), momentsOf(control, column), level);
  const moved = capped ? Math.abs(capped.value - effect.value) / effect.standardError : Infinity;
  const differs = (found: Effect | undefined) => found !== undefined && found.pValue < 1 - level;
  const status = moved > 1 || differs(effect) !== differs(capped) ? 'warned' : 'passed';
  return {
    ...{ id: 'outliers', status, value: moved, limit: 1 },
    message: message(`return.check.outliers.${status}`, {
      effect: effect.value,
      capped: capped?.value ?? null,
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

function costsReach({ costs, end }: Checked): Check {
  const gap = isoToDay(end) - isoToDay(costs.last);
  const status = gap > COSTS_GAP_DAYS ? 'warned' : 'passed';
  return {
    ...{ id: 'costs', status, value: gap, limit: COSTS_GAP_DAYS },
    message: message(`return.check.costs.${status}`, { last: costs.last, end, days: gap }),
  };
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

function rate({ results }: Checked): Check[] {
  if (results.rate) return [];
  return [{ id: 'irr', status: 'passed', message: message('return.check.irr') }];
}

/** Warns where the plain comparison would have promised what the holdout does not show. */
function plainComparison({ results: { effect }, naive }: Checked): Check {
  const misleads = (naive.low > 0 && !(effect.low > 0)) || (naive.high < 0 && !(effect.high < 0));
  return {
    ...{ id: 'before-after', status: misleads ? 'warned' : 'passed', value: naive.value },
    message: message(`return.check.before-after.${misleads ? 'misleads' : 'agrees'}`, {
      ...{ naive: naive.value, low: naive.low, high: naive.high, effect: effect.value },
    }),
  };
}
