import type { CitationKey } from './references.ts';
import type { Parameter } from './parameters.ts';

/** A business table and the columns of it that a question reads. */
export interface Need {
  table: string;
  columns: readonly string[];
}

/** What the page and the worker both know of a question. Lives in `questions/<id>/question.ts`. */
export interface QuestionContract {
  id: string;
  /** Any one of these sets of needs is enough. */
  needs: readonly (readonly Need[])[];
  parameters: readonly Parameter[];
  citations: readonly CitationKey[];
}

/** Which columns of which business tables are mapped, as far as needs go. */
type Mapped = Partial<Record<string, { columns: Record<string, unknown> }>>;

/**
 * What a question still misses, as `table` or `table.column`, for the set of needs that comes closest; empty when one
 * set is met.
 */
export function missingNeeds({ needs }: Pick<QuestionContract, 'needs'>, mapping: Mapped): string[] {
  const lists = needs.map((set) =>
    set.flatMap(({ table, columns }) => {
      const source = mapping[table];
      if (!source) return [table];
      return columns.filter((column) => !(column in source.columns)).map((column) => `${table}.${column}`);
    }),
  );
  return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest), lists[0] ?? []);
}
