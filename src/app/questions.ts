import type { Component } from 'svelte';
import type { Answer } from '../core/answer.ts';
import type { QuestionContract } from '../core/question.ts';
import type { BuildCharts } from '../ui/chart-spec.ts';
import { contract as churnRisk } from '../questions/churn-risk/question.ts';
import { contract as cohortRetention } from '../questions/cohort-retention/question.ts';
import { contract as experiment } from '../questions/experiment/question.ts';
import { contract as lifetimeValue } from '../questions/lifetime-value/question.ts';
import { contract as returnOf } from '../questions/return/question.ts';
import { contract as rfmSegments } from '../questions/rfm-segments/question.ts';
import { contract as overview } from '../questions/overview/question.ts';

export interface QuestionEntry {
  contract: QuestionContract;
  /** The charts and tables of its answer. */
  load(): Promise<{ default: Component<{ answer: Answer }> }>;
  /** What a report shows of it. */
  loadCharts(): Promise<{ charts: BuildCharts }>;
}

/** The page's side of every question; a view is loaded when it is first shown. */
export const questions: readonly QuestionEntry[] = [
  {
    contract: overview,
    load: () => import('../questions/overview/Page.svelte'),
    loadCharts: () => import('../questions/overview/charts.ts'),
  },
  {
    contract: rfmSegments,
    load: () => import('../questions/rfm-segments/Page.svelte'),
    loadCharts: () => import('../questions/rfm-segments/charts.ts'),
  },
  {
    contract: cohortRetention,
    load: () => import('../questions/cohort-retention/Page.svelte'),
    loadCharts: () => import('../questions/cohort-retention/charts.ts'),
  },
  {
    contract: lifetimeValue,
    load: () => import('../questions/lifetime-value/Page.svelte'),
    loadCharts: () => import('../questions/lifetime-value/charts.ts'),
  },
  {
    contract: churnRisk,
    load: () => import('../questions/churn-risk/Page.svelte'),
    loadCharts: () => import('../questions/churn-risk/charts.ts'),
  },
  {
    contract: experiment,
    load: () => import('../questions/experiment/Page.svelte'),
    loadCharts: () => import('../questions/experiment/charts.ts'),
  },
  {
    contract: returnOf,
    load: () => import('../questions/return/Page.svelte'),
    loadCharts: () => import('../questions/return/charts.ts'),
  },
];

export function questionOf(id: string): QuestionEntry | undefined {
  return questions.find(({ contract }) => contract.id === id);
}
