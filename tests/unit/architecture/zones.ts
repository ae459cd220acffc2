/** The table “Who may import whom” of src/README.md. */

/** A folder, or a part of one that has rules of its own. */
export type Zone =
  | 'core'
  | 'i18n'
  | 'statistics'
  | 'database'
  | 'files'
  | 'semantics'
  | 'learning'
  | 'samples'
  | 'question contract'
  | 'question worker side'
  | 'question page side'
  | 'reports'
  | 'ui'
  | 'workbench contract'
  | 'workbench worker side'
  | 'app'
  | 'main'
  | 'service worker';

export interface Place {
  zone: Zone;
  /** Which folder of `questions/`. */
  question?: string;
}

const FOLDERS = new Set<string>([
  'core',
  'i18n',
  'statistics',
  'database',
  'files',
  'semantics',
  'learning',
  'samples',
  'reports',
  'ui',
  'app',
]);

/** @returns undefined for a file that stands where none should. */
export function placeOf(file: string): Place | undefined {
  const [src, folder = '', name = '', ...rest] = file.split('/');
  if (src !== 'src') return undefined;
  if (file === 'src/main.ts') return { zone: 'main' };
  if (file === 'src/service-worker.ts') return { zone: 'service worker' };
  if (folder === 'questions' && rest.length > 0) return { zone: questionZone(rest.at(-1)!), question: name };
  if (folder === 'workbench') {
    return { zone: /^(contract|client)\.ts$/.test(name) ? 'workbench contract' : 'workbench worker side' };
  }
  return FOLDERS.has(folder) && name ? { zone: folder as Zone } : undefined;
}

function questionZone(name: string): Zone {
  if (name === 'question.ts') return 'question contract';
  return /(\.svelte|\.svelte\.ts|charts?\.ts)$/.test(name) ? 'question page side' : 'question worker side';
}

interface Rule {
  values: readonly Zone[];
  /** Beyond `values`. */
  types?: readonly Zone[];
}

/** A zone may always import itself (of `questions/`: the same folder only). */
export const rules: Readonly<Record<Zone, Rule>> = {
  core: { values: [] },
  i18n: { values: ['core'] },
  statistics: { values: ['core'] },
  database: { values: ['core'] },
  files: { values: ['core'] },
  semantics: { values: ['core', 'statistics', 'database'] },
  learning: { values: ['core', 'statistics', 'database'] },
  samples: { values: ['core', 'statistics', 'database'] },
  'question contract': { values: ['core'], types: ['semantics'] },
  'question worker side': {
    values: ['core', 'statistics', 'database', 'semantics', 'learning', 'question contract'],
  },
  'question page side': {
    values: ['core', 'ui', 'i18n', 'workbench contract', 'question contract'],
    types: ['question worker side'],
  },
  reports: { values: ['core', 'i18n', 'files'] },
  ui: { values: ['core', 'i18n'] },
  'workbench contract': {
    values: ['core'],
    types: ['semantics', 'question contract', 'question worker side', 'reports', 'samples'],
  },
  'workbench worker side': {
    values: [
      'core',
      'i18n',
      'statistics',
      'database',
      'files',
      'semantics',
      'learning',
      'samples',
      'question contract',
      'question worker side',
      'reports',
      'workbench contract',
    ],
  },
  app: {
    values: ['core', 'i18n', 'ui', 'reports', 'workbench contract', 'question contract', 'question page side'],
    types: ['semantics', 'samples'],
  },
  main: { values: ['app'] },
  'service worker': { values: [] },
};

/**
 * Declarations without any logic that the page shows as they are: which business tables and samples there are, what a setting
 * starts as.
 */
export const declarations = new Set([
  'src/semantics/business-tables.ts',
  'src/semantics/settings.ts',
  'src/samples/sample-list.ts',
]);

/** The one file of the app that names the pages of the questions. */
export const pageRegistry = 'src/app/questions.ts';
