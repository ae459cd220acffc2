import type { Import } from './imports.ts';
import type { Violation } from './source-files.ts';
import { declarations, pageRegistry, placeOf, rules } from './zones.ts';

/** What the table of imports does not allow. */
export function forbiddenImports(imports: readonly Import[]): Violation[] {
  return imports.filter((entry) => entry.ours && !isAllowed(entry)).map((entry) => violation(entry, 'may not import'));
}

function isAllowed({ from, to, typeOnly, worker }: Import): boolean {
  const importer = placeOf(from);
  if (!importer) return false;
  // The version number, and styles: they carry no code.
  if (to === 'package.json' || to.endsWith('.css')) return true;
  const imported = placeOf(to);
  if (!imported) return false;
  if (worker && from === 'src/workbench/client.ts' && to === 'src/workbench/workbench.worker.ts') return true;
  if (importer.zone === 'app' && declarations.has(to)) return true;
  if (importer.question && imported.question && importer.question !== imported.question) return false;
  if (imported.zone === importer.zone) return true;
  const { values, types = [] } = rules[importer.zone];
  return values.includes(imported.zone) || (typeOnly && types.includes(imported.zone));
}

/** The pages of questions come into the app through one registry, and lazily. */
export function pagesBesidesTheRegistry(imports: readonly Import[]): Violation[] {
  return imports
    .filter(({ from, to }) => placeOf(from)?.zone === 'app' && placeOf(to)?.zone === 'question page side')
    .filter(({ from, lazy, typeOnly }) => !typeOnly && !(from === pageRegistry && lazy))
    .map((entry) => violation(entry, `only ${pageRegistry} may import, and lazily,`));
}

/** Each circle once, as the files on it. Workers and other lazy parts close no circle. */
export function cycles(imports: readonly Import[]): string[][] {
  const graph = new Map<string, string[]>();
  for (const { from, to, ours, lazy } of imports) {
    if (ours && !lazy) graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  const found: string[][] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push(path.slice(start));
      return;
    }
    if (finished.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) walk(next);
    path.pop();
    finished.add(file);
  };
  for (const file of graph.keys()) walk(file);
  return found;
}

/** A file that passes on what others export. A type beside code of its own may be passed on. */
export function barrels(imports: readonly Import[]): Violation[] {
  return imports
    .filter(({ reExport, typeOnly }) => reExport && !typeOnly)
    .map((entry) => violation(entry, 'passes on'));
}

const LIBRARIES: readonly { library: RegExp; where: RegExp }[] = [
  { library: /^(echarts|zrender)(\/|$)/, where: /^src\/ui\/chart-engine\.ts$/ },
  { library: /^@duckdb\//, where: /^src\/database\// },
  { library: /^apache-arrow(\/|$)/, where: /^src\/(database|files)\// },
  { library: /^@tensorflow\//, where: /^src\/learning\// },
];

export function misplacedLibraries(imports: readonly Import[]): Violation[] {
  return imports
    .filter(({ from, to }) => LIBRARIES.some(({ library, where }) => library.test(to) && !where.test(from)))
    .map((entry) => violation(entry, 'may not import the library'));
}

/** Whatever is imported from `src` without being there. */
export function missingFiles(imports: readonly Import[], exists: (file: string) => boolean): Violation[] {
  return imports
    .filter(({ to, ours }) => ours && !exists(to))
    .map((entry) => violation(entry, 'imports what is not there:'));
}

function violation({ from, to, typeOnly }: Import, verb: string): Violation {
  return `${from} ${verb} ${to}${typeOnly ? ' (type)' : ''}`;
}
