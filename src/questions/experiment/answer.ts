import type { Json } from '../../core/json.ts';
import type { Answered, AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { checksOf } from './checks.ts';
import { effectsOf, type Comparison } from './effects.ts';
import { armRows, estimatesOf, groupRows, metricRows } from './estimates.ts';
import { evidenceOf } from './provenance.ts';
import type { Correction, GivenArm, Method } from './question.ts';
import { readArms } from './read-arms.ts';
import { readAssignments } from './read-assignments.ts';
import type { Experiment } from './samples.ts';
import { groupMessage, plannedWeights, ratioFails } from '../../semantics/assignment-checks.ts';
import { testSampleRatio } from '../../statistics/chi-square.ts';
import { eligibilityOf, metricMessage, verdictOf } from './sentences.ts';
import { unanswerable } from './unanswerable.ts';

/** What a treatment changed, against a control that chance picked. */
export async function answer(context: AskContext, parameters: Record<string, Json>): Promise<Answered | Unanswerable> {
  await context.progress({ phase: 'counting', done: 0, total: 3 });
  const arms = parameters.arms as unknown as GivenArm[] | undefined;
  const experiment = arms
    ? readArms(arms, parameters.control as string | undefined)
    : await readAssignments(context, parameters);
  await context.progress({ phase: 'counting', done: 3, total: 3 });
  if ('reason' in experiment) return experiment;
  const weights = plannedWeights(experiment.groups, parameters.shares as Record<string, number> | undefined);
  const level = parameters.level as number;
  const comparison: Comparison = {
    method: parameters.method as Method,
    correction: parameters.correction as Correction,
    level,
  };
  const uncountable = experiment.metrics.find(({ isYesNo }) => !isYesNo);
  if (comparison.method === 'proportion' && uncountable)
    return unanswerable('not-yes-no', { metric: metricMessage(uncountable.name) });
  const effects = effectsOf(experiment, comparison);
  if (effects.length === 0) {
    const groups = experiment.groups.map(groupMessage);
    const isSmall = experiment.groups.filter(({ n }) => n >= 2).length < 2 || experiment.groups[0].n < 2;
    const metrics = experiment.metrics.map(({ name }) => metricMessage(name));
    return isSmall ? unanswerable('too-few', { groups }) : unanswerable('no-variance', { metrics });
  }

  const groups = testSampleRatio(
    experiment.groups.map(({ n }) => n),
    weights,
  );
  return {
    verdict: verdictOf(experiment, effects, groups, level),
    eligibility: eligibilityOf(experiment, effects, groups, comparison),
    estimates: estimatesOf(experiment, effects, { level, isReadable: !ratioFails(groups) }),
    tables: {
      arms: armRows(experiment, level),
      metrics: metricRows(effects),
      groups: groupRows(experiment, groups),
    },
    checks: checksOf(experiment, effects, groups, level),
    evidence: evidenceOf(experiment, {
      ...comparison,
      capPercentile: arms ? undefined : (parameters.capPercentile as number | undefined),
      windowDays: parameters.windowDays as number,
      hasPlan: weights !== undefined,
    }),
    parameters: usedParameters(experiment, parameters),
  };
}

/** What was worked out, and null for what was of no use. */
function usedParameters(experiment: Experiment, { table }: Record<string, Json>): Record<string, Json> {
  const { control, metrics, isDated, unit, name, window } = experiment;
  return {
    control,
    ...(unit !== 'given' && { metrics: metrics.map((metric) => metric.name) }),
    ...(unit !== 'given' && table === undefined && name !== undefined && { initiative: name }),
    ...(isDated ? {} : { from: null, to: null }),
    ...(window || isDated ? {} : { windowDays: null }),
    ...(unit === 'given' && { where: null, capPercentile: null, metrics: null }),
  };
}
