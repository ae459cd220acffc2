import { columnsIn, tokenize } from './expression.ts';
import type { Source, TableMapping } from './mapping.ts';

/** What of a raw table's role goes on when another table takes its place. */
export interface FittedMapping {
  /** With the columns whose sources are there, as the new table spells them. */
  fitted: TableMapping;
  /** Columns of the business whose sources are gone. */
  lost: string[];
}

/** @param before names of the columns of the table that is mapped @param after of the one that takes its place */
export function fitMapping(source: TableMapping, before: readonly string[], after: readonly string[]): FittedMapping {
  const names = new Map(after.map((name) => [name.toLowerCase(), name]));
  const gone = before.filter((name) => !names.has(name.toLowerCase()));
  const columns: [string, Source][] = [];
  const lost: string[] = [];
  for (const [column, from] of Object.entries(source.columns)) {
    const fitted = typeof from === 'string' ? names.get(from.toLowerCase()) : readsNone(from, gone) ? from : undefined;
    if (fitted === undefined) lost.push(column);
    else columns.push([column, fitted]);
  }
  return { fitted: { ...source, columns: Object.fromEntries(columns) }, lost };
}

function readsNone(source: Exclude<Source, string>, gone: readonly string[]): boolean {
  return !('expression' in source) || columnsIn(tokenize(source.expression), gone).length === 0;
}
