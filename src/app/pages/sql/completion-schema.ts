import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { SQLNamespace } from '@codemirror/lang-sql';
import type { TableInfo } from '../../../core/table-info.ts';
import type { Mapping } from '../../../semantics/mapping.ts';

/** What the editor completes: raw tables by their bare names, business views below `business`. */
export interface CompletionSchema {
  namespace: SQLNamespace;
  tables: readonly TableInfo[];
}

export function completionSchema(tables: readonly TableInfo[], mapping: Mapping): CompletionSchema {
  const business = Object.fromEntries(
    Object.entries(mapping).map(([name, { columns }]) => [name, Object.keys(columns)]),
  );
  const raw = Object.fromEntries(tables.map((table) => [table.name, columnsOf(table)]));
  return { namespace: { ...raw, business }, tables };
}

function columnsOf(table: TableInfo): Completion[] {
  return table.columns.map(({ name, type }) => ({
    label: name,
    apply: quoted(name),
    type: 'property',
    detail: type.toLowerCase(),
  }));
}

const PLAIN = /^[a-z_][a-z0-9_]*$/i;

/** Names with other characters than letters, digits and underscores stand in quotes. */
export function quoted(name: string): string {
  return PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Columns of the tables that the query names (of all, when it names none), wherever a word is being typed. */
export function columnSource({ tables }: CompletionSchema) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
    if (!word && !context.explicit) return null;
    if (context.matchBefore(/\.[\p{L}\p{N}_"]*/u)) return null;
    const text = context.state.doc.toString();
    const named = tables.filter(({ name }) => text.includes(name));
    const options = (named.length > 0 ? named : tables).flatMap((table) =>
      columnsOf(table).map((column) => ({ ...column, boost: 50, detail: `${column.detail ?? ''} · ${table.name}` })),
    );
    return { from: word?.from ?? context.pos, options, validFor: /^[\p{L}\p{N}_]*$/u };
  };
}
