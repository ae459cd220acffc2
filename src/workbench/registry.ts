import type { Json } from '../core/json.ts';
import type { QuestionContract } from '../core/question.ts';
import type { Train } from '../learning/train.ts';
import { contract as churnRisk } from '../questions/churn-risk/question.ts';
import { contract as cohortRetention } from '../questions/cohort-retention/question.ts';
import { contract as experiment } from '../questions/experiment/question.ts';
import { contract as lifetimeValue } from '../questions/lifetime-value/question.ts';
import { contract as returnOf } from '../questions/return/question.ts';
import { contract as rfmSegments } from '../questions/rfm-segments/question.ts';
import { contract as overview } from '../questions/overview/question.ts';
import type { Answered, AskContext, Unanswerable } from '../semantics/ask-context.ts';

/** What questions get: those that learn also get the trainer. */
export interface WorkbenchContext extends AskContext {
  train: Train;
}

type AnswerQuestion = (context: WorkbenchContext, parameters: Record<string, Json>) => Promise<Answered | Unanswerable>;

interface Entry {
  contract: QuestionContract;
  load(): Promise<{ answer: AnswerQuestion }>;
}

const entries: Entry[] = [
  { contract: overview, load: () => import('../questions/overview/answer.ts') },
  { contract: rfmSegments, load: () => import('../questions/rfm-segments/answer.ts') },
  { contract: cohortRetention, load: () => import('../questions/cohort-retention/answer.ts') },
  { contract: lifetimeValue, load: () => import('../questions/lifetime-value/answer.ts') },
  { contract: churnRisk, load: () => import('../questions/churn-risk/answer.ts') },
  { contract: experiment, load: () => import('../questions/experiment/answer.ts') },
  { contract: returnOf, load: () => import('../questions/return/answer.ts') },
];

/** The worker's side of every question, loaded when it is asked. */
export const registry: ReadonlyMap<string, Entry> = new Map(entries.map((entry) => [entry.contract.id, entry]));
