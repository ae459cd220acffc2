import type { Json } from '../../core/json.ts';
import { addDays } from '../../core/time.ts';
import type { Answered, AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { countAssignments } from '../../semantics/assignments.ts';
import { checkCustomerFilter } from '../../semantics/customer-filter.ts';
import { checksOf } from './checks.ts';
import { beforeAfter, comparisonRows } from './comparison.ts';
import { estimatesOf } from './estimates.ts';
import { momentsOf, positionOf } from './arms.ts';
import { effectOf } from './effect.ts';
import { histogramRows } from './histogram.ts';
import { evidenceOf } from './provenance.ts';
import type { ReturnParameters } from './question.ts';
import { readCosts } from './read-costs.ts';
import { readGroups } from './read-groups.ts';
import { resultsOf } from './results.ts';
import { eligibilityOf, verdictOf } from './sentences.ts';
import { armRows, costRows, drawRows, monthRows, waterfallRows } from './tables.ts';
import { unanswerable } from './unanswerable.ts';

/** Checks without which no verdict is given. */
const FATAL = ['sample-ratio', 'sample-ratio-seen'];

/** What an initiative has brought beyond its control group, less all it has cost. */
export async function answer(context: AskContext, given: Record<string, Json>): Promise<Answered | Unanswerable> {
  const parameters = given as unknown as ReturnParameters;
  const { database, mapping, signal } = context;
  await checkCustomerFilter(database, mapping, parameters.where);
  await context.progress({ phase: 'counting', done: 0, total: 3 });
  const groups = await readGroups(context, parameters);
  if ('reason' in groups) return groups;
  const { initiative, treated, control, slices } = groups;

  await context.progress({ phase: 'counting', done: 1, total: 3 });
  const { level, windowDays } = parameters;
  const column = positionOf('margin');
  const effect = effectOf(momentsOf(treated, column), momentsOf(control, column), level);
  if (!effect) {
    const isNothing = treated.mean[column] === 0 && control.mean[column] === 0;
    return unanswerable(isNothing ? 'nothing-bought' : 'no-variance', { windowDays });
  }
  const counts = await countAssignments(database, groups.assignments, { signal });
  const end = addDays(groups.last, windowDays + 1);
  const share = treated.n / groups.assignedTreated;
  const costs = await readCosts(context, { initiative, currency: groups.currency, start: groups.first, end, share });
  if ('refused' in costs) {
    const { value, low, high } = effect;
    const { refused, ...values } = costs;
    const text = 'text' in costs ? costs.text : refused;
    return unanswerable(refused, { initiative, value, low, high, level, ...values }, text);
  }

  await context.progress({ phase: 'counting', done: 2, total: 3 });
  const results = resultsOf(treated, control, effect, costs, { slices, isSpread: groups.isSpread, parameters });
  const naive = groups.seesBefore ? beforeAfter(treated, level) : undefined;
  const draws = drawRows(results, costs);
  const checks = checksOf({
    ...{ arms: groups.arms, ratio: groups.ratio, counts, treated, control, costs, results, naive, level, end },
    ...{ unfinished: groups.unfinished, undated: groups.undated, windowDays, margins: groups.margins },
    ...{
      ratioSeen: groups.ratioSeen,
      isSpread: groups.isSpread,
      start: groups.first,
      lastAssigned: groups.last,
      firstOrder: groups.firstOrder,
    },
  });
  const withheld = checks.some(({ id, status }) => FATAL.includes(id) && status === 'failed');
  return {
    verdict: verdictOf(results, { initiative, cost: costs.total, withheld }),
    eligibility: eligibilityOf(results, treated, control, {
      ...{ level, cost: costs.total, from: groups.first, windowDays },
      to: [addDays(end, -1), groups.lastOrder].sort()[0],
    }),
    estimates: estimatesOf(results, { treated, costs, level }),
    tables: {
      waterfall: waterfallRows(results, costs),
      months: monthRows(results.cumulative, groups.isSpread ? undefined : costs, treated, slices),
      arms: armRows([treated, control], level),
      comparison: comparisonRows(results.effect, naive, treated),
      costs: costRows(costs),
      histogram: histogramRows(draws),
      draws,
    },
    checks,
    evidence: evidenceOf(results, { groups, costs, parameters, end: addDays(end, -1), share }),
    parameters: { initiative, control: control.variant, treatment: treated.variant },
  };
}
