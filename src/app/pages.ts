import type { Component } from 'svelte';

export interface PageEntry {
  id: string;
  group: 'bring' | 'understand' | 'predict' | 'prove' | 'decide' | 'workspace';
  /** Shown only when there are tables to look at. */
  needsTables?: true;
  /** Shown only while a sample is open. */
  needsSample?: true;
  /** A question's page; what it needs decides whether it is muted. */
  question?: string;
  load(): Promise<{ default: Component }>;
}

function question(id: string, group: PageEntry['group']): PageEntry {
  return { id, group, question: id, load: () => import('./question-host/QuestionHost.svelte') };
}

/** The pages in the order of the navigation. */
export const pages: readonly PageEntry[] = [
  { id: 'data', group: 'bring', load: () => import('./pages/data/DataPage.svelte') },
  { id: 'tables', group: 'bring', needsTables: true, load: () => import('./pages/tables/TablesPage.svelte') },
  { id: 'mapping', group: 'bring', needsTables: true, load: () => import('./pages/mapping/MappingPage.svelte') },
  { id: 'quality', group: 'bring', needsTables: true, load: () => import('./pages/quality/QualityPage.svelte') },
  { id: 'people', group: 'bring', needsTables: true, load: () => import('./pages/people/PeoplePage.svelte') },
  question('overview', 'understand'),
  question('rfm-segments', 'understand'),
  question('cohort-retention', 'understand'),
  question('lifetime-value', 'predict'),
  question('churn-risk', 'predict'),
  question('experiment', 'prove'),
  question('return', 'decide'),
  { id: 'reports', group: 'decide', load: () => import('./pages/reports/ReportsPage.svelte') },
  { id: 'sql', group: 'decide', needsTables: true, load: () => import('./pages/sql/SqlPage.svelte') },
  { id: 'truth', group: 'workspace', needsSample: true, load: () => import('./pages/truth/TruthPage.svelte') },
  { id: 'proof', group: 'workspace', load: () => import('./pages/proof/ProofPage.svelte') },
  { id: 'settings', group: 'workspace', load: () => import('./pages/settings/SettingsPage.svelte') },
];

export function pageOf(id: string): PageEntry {
  return pages.find((page) => page.id === id) ?? pages[0];
}

/** The dictionary key of a page's title: a question's is its own. */
export function titleKey(page: PageEntry): string {
  return page.question ? `question.${page.question}.title` : `page.${page.id}`;
}

export const pageGroups = ['bring', 'understand', 'predict', 'prove', 'decide', 'workspace'] as const;
