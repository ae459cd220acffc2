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
