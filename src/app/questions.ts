import type { Component } from 'svelte';
import type { Answer } from '../core/answer.ts';
import type { QuestionContract } from '../core/question.ts';
import { contract as churnRisk } from '../questions/churn-risk/question.ts';
import { contract as cohortRetention } from '../questions/cohort-retention/question.ts';
import { contract as lifetimeValue } from '../questions/lifetime-value/question.ts';

export interface QuestionEntry {
  contract: QuestionContract;
  /** The charts and tables of its answer. */
  load(): Promise<{ default: Component<{ answer: Answer }> }>;
}

/** The page's side of every question; a view is loaded when it is first shown. */
export const questions: readonly QuestionEntry[] = [
  { contract: cohortRetention, load: () => import('../questions/cohort-retention/Page.svelte') },
  { contract: lifetimeValue, load: () => import('../questions/lifetime-value/Page.svelte') },
  { contract: churnRisk, load: () => import('../questions/churn-risk/Page.svelte') },
];

export function questionOf(id: string): QuestionEntry | undefined {
  return questions.find(({ contract }) => contract.id === id);
}
