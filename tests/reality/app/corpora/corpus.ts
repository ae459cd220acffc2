import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../run/prepare.mjs';

export const data = join(root, '../shared/data');
export const isThere = existsSync(data);

/** Whether everything is asked for (`npm run reality`) and not only the part that `npm test` has time for. */
export const isWhole = process.env.REDITO_REALITY === 'whole';

/** Paths below `data` of all files of the corpora that were collected to be hard to read, in the order of their names. */
export function corpusFiles(): string[] {
  return readdirSync(data)
    .filter((folder) => folder.startsWith('import_'))
    .sort()
    .flatMap((folder) => filesBelow(folder));
}

/** Paths below `data` of all files in one of its folders. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(data.length + 1))
    .sort();
}

/** Every so many files of each group, a group being a folder and an ending; at least one of each. */
export function stratified(files: readonly string[], wanted: number): string[] {
  const groups = groupBy(files, (file) => `${/^[^/]+/.exec(file)?.[0]} ${/[^./]*$/.exec(file)?.[0].toLowerCase()}`);
  const share = (wanted - groups.size) / (files.length - groups.size);
  return [...groups.values()].flatMap((group) => {
    const count = Math.min(group.length, 1 + Math.floor((group.length - 1) * share));
    return Array.from({ length: count }, (_, i) => group[Math.floor((i * group.length) / count)]!);
  });
}

/** Items by what `keyOf` says of them, in the order of their first one. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

export interface NativeReading {
  file: string;
  isRead: boolean;
  rows: number;
  columns: number;
}

/** What native DuckDB makes of the files by itself. */
export function nativeReadings(): NativeReading[] {
  const [, ...lines] = readFileSync(join(data, 'import-baseline-native.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [file = '', status, rows, columns] = line.split('\t');
    return { file, isRead: status === 'OK', rows: Number(rows), columns: Number(columns) };
  });
}
