import { filesOfSource } from '../core/appended-source.ts';
import { baseName } from '../core/file-paths.ts';
import type { TableInfo } from '../core/table-info.ts';

/** A table that another one may be meant for: it came from a file of the same name, or has the same columns. */
export interface StandsFor {
  table: TableInfo;
  by: 'file' | 'columns';
}

/** @param tables all of the workspace, in the order in which they came */
export function standsFor(table: TableInfo, tables: readonly TableInfo[]): StandsFor | undefined {
  const at = tables.findIndex(({ id }) => id === table.id);
  if (table.id === undefined || at < 0) return undefined;
  const earlier = tables
    .slice(0, at)
    .filter(({ sample }) => sample === undefined)
    .reverse();
  const files = new Set(namesOf(table));
  const byFile = earlier.find(
    (other) => other.source.sheet === table.source.sheet && namesOf(other).some((name) => files.has(name)),
  );
  if (byFile) return { table: byFile, by: 'file' };
  // There may be thousands of tables: most differ in the first column or in how many they have.
  const columns = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  const byColumns = earlier.find(
    (other) =>
      other.columns.length === columns.size && other.columns.every(({ name }) => columns.has(name.toLowerCase())),
  );
  return byColumns && { table: byColumns, by: 'columns' };
}

/** Of several tables that a file brings the one that is meant for another: of the same sheet, or with most of its columns. */
export function meantFor<T extends TableInfo>(target: TableInfo, come: readonly T[]): T | undefined {
  const names = new Set(target.columns.map(({ name }) => name.toLowerCase()));
  const shared = ({ columns }: T): number => columns.filter(({ name }) => names.has(name.toLowerCase())).length;
  const ofSheet = come.find(({ source }) => source.sheet !== undefined && source.sheet === target.source.sheet);
  return ofSheet ?? [...come].sort((one, other) => shared(other) - shared(one))[0];
}

function namesOf({ source }: TableInfo): string[] {
  return filesOfSource(source.file).map((file) => baseName(file).toLowerCase());
}
