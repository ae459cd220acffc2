import ts from 'typescript';
import type { Import } from './imports.ts';
import { scriptOf, withoutComments, type SourceFiles, type Violation } from './source-files.ts';
import { placeOf, type Zone } from './zones.ts';

const PAGE_SIDE: readonly Zone[] = [
  'ui',
  'app',
  'question page side',
  'question contract',
  'workbench contract',
  'main',
];
const CLOCK_ENTERS: readonly Zone[] = ['app', 'workbench contract', 'workbench worker side', 'main', 'service worker'];

const SQL_TEXT =
  /\b(SELECT\b[\s\S]+\bFROM\b|INSERT\s+INTO\b|CREATE\s+(OR\s+REPLACE\s+)?(TEMP\w*\s+)?(TABLE|VIEW)\b|DELETE\s+FROM\b|DROP\s+(TABLE|VIEW)\b|ALTER\s+TABLE\b|COPY\b[\s\S]+\bTO\b)/;

/** Texts that are SQL in components and on the page side, where the analyst's own is the only SQL. */
export function sqlOnThePage(files: SourceFiles): Violation[] {
  return zoned(files, PAGE_SIDE).flatMap(([file, text]) =>
    stringsOf(file, text)
      .filter((value) => SQL_TEXT.test(value))
      .map((value) => `${file} holds SQL: ${value.trim().slice(0, 60)}` as const),
  );
}

/** In `questions/` SQL stands in `queries.ts` (or `<what>-queries.ts`) and nowhere else. */
export function sqlOutsideQueries(imports: readonly Import[], files: SourceFiles): Violation[] {
  return imports
    .filter(({ from, to, typeOnly }) => to === 'src/database/sql.ts' && !typeOnly && from.startsWith('src/questions/'))
    .filter(({ from }) => !/(^|\/)([a-z-]+-)?queries\.ts$/.test(from))
    .filter(({ from }) => /\bsql`/.test(files.get(from) ?? ''))
    .map(({ from }) => `${from} writes SQL outside queries.ts` as const);
}

const CHANCE_AND_CLOCK =
  /\b(Math\.random\b|Date\.now\b|performance\.now\b|new Date\(\s*\)|Temporal\.Now\b|crypto\.(randomUUID|getRandomValues)\b)|(?<![\w.]|new )\bDate\(\)/g;

/** Below workbench and app a clock or a seed is an argument. */
export function chanceAndClock(files: SourceFiles): Violation[] {
  return [...files]
    .filter(([file]) => !CLOCK_ENTERS.includes(placeOf(file)?.zone ?? 'app'))
    .flatMap(([file, text]) =>
      [...withoutComments(text).matchAll(CHANCE_AND_CLOCK)].map(([call]) => `${file} uses ${call}` as const),
    );
}

export interface SizeBudget {
  typescript: number;
  svelte: number;
  /** Files that may be longer, and why. */
  excepted: Readonly<Record<string, string>>;
}

/** Dictionaries grow with the product and are read entry by entry. */
const DICTIONARY = /^src\/i18n\/(en|es)\//;

export function tooLong(files: SourceFiles, { typescript, svelte, excepted }: SizeBudget): Violation[] {
  return [...files].flatMap(([file, text]) => {
    const lines = text.trimEnd().split('\n').length;
    const limit = file.endsWith('.svelte') ? svelte : typescript;
    if (lines <= limit || file in excepted || DICTIONARY.test(file)) return [];
    return [`${file} has ${lines} lines; ${limit} are the limit` as const];
  });
}

const UNFINISHED = [
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, problem: 'is unfinished' },
  {
    pattern: /@ts-(ignore|expect-error|nocheck)|eslint-disable|prettier-ignore|svelte-ignore/,
    problem: 'silences a check',
  },
  { pattern: /\b(it|test|describe)\.(skip|only|todo|fails)\b/, problem: 'leaves tests out' },
  { pattern: /\{@html/, problem: 'makes markup of strings' },
  { pattern: /(['"`(\s])\/(home|work|root|Users)\//, problem: 'names a folder of one machine' },
];

export function unfinished(files: SourceFiles): Violation[] {
  return [...files].flatMap(([file, text]) =>
    UNFINISHED.filter(({ pattern }) => pattern.test(text)).map(({ problem }) => `${file} ${problem}` as const),
  );
}

/** Files without a zone stand where architecture knows no folder. */
export function homeless(files: SourceFiles): Violation[] {
  return [...files.keys()].filter((file) => !placeOf(file)).map((file) => `${file} stands in no known folder` as const);
}

function zoned(files: SourceFiles, zones: readonly Zone[]): [string, string][] {
  return [...files].filter(([file]) => {
    const zone = placeOf(file)?.zone;
    return file.endsWith('.svelte') || (zone !== undefined && zones.includes(zone));
  });
}

function stringsOf(file: string, text: string): string[] {
  const strings: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) strings.push(node.text);
    else if (ts.isTemplateExpression(node)) strings.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest, true));
  if (!file.endsWith('.svelte')) return strings;
  const markup = withoutComments(text).replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
  return [...strings, ...[...markup.matchAll(/(["'`])((?:(?!\1)[\s\S])*)\1/g)].map((match) => match[2]!)];
}
