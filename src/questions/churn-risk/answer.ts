import type { Json } from '../../core/json.ts';
import { message, type Message } from '../../core/message.ts';
import type { Answered, Unanswerable } from '../../semantics/ask-context.ts';
import { readBehaviour, type Behaviour } from './behaviour.ts';
import { checksOf } from './checks.ts';
import { countCustomers, takeNumbers, type Dataset } from './dataset.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { evidenceOf } from './evidence.ts';
import { permutationImportance } from './importance.ts';
import { readLabelled, type Labelled } from './labelled.ts';
import { tablesOf } from './tables.ts';
import { heldOut, trainDivisions, type ChurnContext } from './train-divisions.ts';
import { unanswerable } from './unanswerable.ts';

/** Fewer customers of either kind than this, and nothing is learned or tested. */
const LEAST_TRAINING = 20;
const LEAST_TEST = 10;

/** Who will leave: learned from labelled customers or from behaviour, judged on customers that nothing was learned from. */
export async function answer(
  context: ChurnContext,
  parameters: Record<string, Json>,
): Promise<Answered | Unanswerable> {
  const data = isLabelled(context, parameters)
    ? await readLabelled(context, parameters)
    : await readBehaviour(context, parameters);
  if ('reason' in data) return data;
  const problem = tooFew(data);
  if (problem) return problem;

  const trained = await trainDivisions(context, data, parameters);
  if ('reason' in trained) return trained;
  const held = heldOut(data, trained);
  const recency = data.kind === 'behaviour' ? takeNumbers(data.recency, held.rows) : undefined;
  const evaluation = await evaluate(held, parameters, context.progress, { recency });
  const importance = await permutationImportance(data, trained, parameters, context.progress);
  return {
    verdict: verdictOf(data, evaluation),
    eligibility: eligibilityOf(data, evaluation, trained[0].learnedFrom.length, held.labels.length),
    estimates: evaluation.estimates,
    tables: tablesOf(data, trained, held, importance, parameters),
    checks: checksOf(data, trained, evaluation),
    evidence: evidenceOf(data, trained, held),
    parameters: derivedParameters(data),
  };
}

/** A table or a column named says so; otherwise behaviour goes first, as it can be tested out of time. */
function isLabelled({ mapping }: ChurnContext, { table, target, positive, split }: Record<string, Json>): boolean {
  const named = [table, target, positive, split].some((parameter) => parameter !== undefined);
  return named || mapping.orders === undefined;
}

function tooFew(data: Dataset): Unanswerable | undefined {
  if (data.columns.length === 0) return unanswerable('no-columns');
  for (const { training, test } of data.divisions) {
    for (const [part, rows, least] of [
      ['training', training, LEAST_TRAINING],
      ['test', test, LEAST_TEST],
    ] as const) {
      const counts = countCustomers(data, rows);
      if (Math.min(counts.positives, counts.negatives) >= least) continue;
      const reason = counts.customers < 2 * least ? 'too-few-rows' : 'too-few-of-a-kind';
      return unanswerable(reason, { part, ...counts, least });
    }
  }
  return undefined;
}

function verdictOf(data: Behaviour | Labelled, { estimates, gains }: Evaluation): Message {
  const value = (name: string) => estimates.find((estimate) => estimate.name === name)?.value ?? null;
  const auc = estimates.find(({ name }) => name === 'auc');
  const blind = auc?.interval !== undefined && auc.interval.low <= 0.5;
  const baseRate = value('baseRate');
  const lift = value('liftTop10');
  const values = {
    lift,
    baseRate,
    topRate: Number(lift) * Number(baseRate),
    auc: auc?.value ?? null,
    network: gains.network === undefined ? 'alone' : gains.network.interval.low > 0 ? 'beats' : 'same',
    ...(data.kind === 'behaviour'
      ? { windowDays: data.windowDays, cutOff: data.cutOff }
      : { target: data.target, positive: data.positive }),
  };
  return message(`churn-risk.verdict.${data.kind}${blind ? '.blind' : ''}`, values);
}

function eligibilityOf(data: Behaviour | Labelled, { estimates }: Evaluation, training: number, test: number): Message {
  const auc = estimates.find(({ name }) => name === 'auc');
  const shared = {
    auc: auc?.value ?? null,
    low: auc?.interval?.low ?? null,
    high: auc?.interval?.high ?? null,
    level: auc?.interval?.level ?? null,
    training,
    test,
  };
  if (data.kind === 'labelled') return message('churn-risk.eligibility.labelled', { ...shared, table: data.table });
  const { cutOff, eligibleDays, trainingCutOffs } = data;
  return message('churn-risk.eligibility.behaviour', {
    ...shared,
    cutOff,
    eligibleDays,
    trainingCutOffs: trainingCutOffs.length,
  });
}

/** What only behaviour has a use for. */
const withoutTime = {
  windowDays: null,
  cutOff: null,
  cutOffs: null,
  spacingDays: null,
  eligibleDays: null,
  from: null,
  to: null,
};

function derivedParameters(data: Behaviour | Labelled): Record<string, Json> {
  if (data.kind === 'behaviour') return { cutOff: data.cutOff, spacingDays: data.spacingDays };
  const { table, target, positive, split } = data;
  return { ...withoutTime, table, target, positive, split: { ...split } };
}
