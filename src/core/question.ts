import type { CitationKey } from './references.ts';
import type { Parameter } from './parameters.ts';

/** A business table and the columns of it that a question reads. */
export interface Need {
  table: string;
  columns: readonly string[];
}

/** A share of whom the column `of` counts; where `where` is given, only in rows that hold this value in that column. */
export interface ShareOf {
  share: string;
  of: string;
  where?: { column: string; value: string };
  /** Of whom the row before counts. */
  isOfRowBefore?: true;
}

/** Rows alike in `by` repeat the count `count` of one cohort; what adds cohorts up has them as long as `complete` holds. */
export interface RepeatedCount {
  count: string;
  by: readonly string[];
  /** Cohorts that differ in these are never added up. */
  apart: readonly string[];
  /** A column of yes and no. */
  complete: string;
}

/** What a table of an answer says about single customers: whatever leaves the page goes by it. */
export interface TableDisclosure {
  /** Columns that count customers: where one of them counts too few, the row's other numbers are withheld too. */
  counts?: readonly string[];
  /** Columns that identify a customer: left out, or hashed with a salt. */
  ids?: readonly string[];
  /** Columns that are a share of whom a column counts: those who said yes, or no, may be too few as well. */
  shares?: readonly ShareOf[];
  /** Its rows are groups that the answer compares: with one of them too small nothing is shown of any, nor what rests on them. */
  isCompared?: true;
  /** Sets of columns: rows that are alike in them add up to a count that another table shows, or that is known. */
  within?: readonly (readonly string[])[];
  /** Of whom `all` counts, those whom `part` does not count may be too few as well. */
  differences?: readonly { all: string; part: string }[];
  repeated?: RepeatedCount;
  /** Adds up the rows of another table, whose cohorts it shows one less of from row to row of the column `by`. */
  addsUp?: { table: string; by: string };
  /** Columns that run on from row to row: they would tell a row that is withheld, and go with it. */
  running?: readonly string[];
  /** Another table that this one tells in finer steps: with a number of that one withheld, nothing is shown here. */
  retells?: string;
  /** Estimates that rest on some rows, which a column names. */
  estimates?: { by: string; of: Readonly<Record<string, readonly (string | number)[]>> };
  /** No chart is drawn of it: an answer that is kept goes without it when it is long. */
  isBulky?: true;
  /** Columns of amounts of money, which files hold to the cent. Means and effects per customer are none: they keep their digits. */
  money?: readonly string[];
  /** Numbers that are shown whatever the counts: they say which row it is, or are a model's and not its customers'. */
  kept?: readonly string[];
}

/** What the page and the worker both know of a question. Lives in `questions/<id>/question.ts`. */
export interface QuestionContract {
  id: string;
  /** Any one of these sets of needs is enough. */
  needs: readonly (readonly Need[])[];
  parameters: readonly Parameter[];
  citations: readonly CitationKey[];
  /** Every table that an answer can have. */
  tables: Readonly<Record<string, TableDisclosure>>;
  /** Parameters that bring data of their own: with one of them nothing has to be mapped. */
  standsOn?: readonly string[];
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

/** Whether what is asked brings its own data, so that no business table has to be there. */
export function standsAlone(
  contract: Pick<QuestionContract, 'standsOn'>,
  parameters: Record<string, unknown>,
): boolean {
  return contract.standsOn?.some((name) => parameters[name] !== undefined) ?? false;
}
