import type { QuestionContract } from '../core/question.ts';
import type { Mapping } from '../semantics/mapping.ts';
import type { QualityFinding } from '../semantics/quality/quality.ts';
import type { AffectedQuestion } from './contract.ts';

/** What questions are about, where it is not money. */
const ABOUT_CUSTOMERS = ['rfm-segments', 'cohort-retention', 'churn-risk', 'experiment'];

/**
 * Which questions read what a finding concerns, and how much of it: the share of the money or of the customers, by what the
 * question is about, or else of the rows. A question reads the tables that it needs; of findings about a single column those
 * that need the column, or the rows that are wrong because of it.
 */
export function affectedQuestions(
  finding: QualityFinding,
  contracts: readonly Pick<QuestionContract, 'id' | 'needs'>[],
  mapping: Mapping,
): AffectedQuestion[] {
  return contracts
    .filter((contract) => reads(contract, finding, mapping))
    .map(({ id }) => ({ question: id, ...shareFor(id, finding) }));
}

/** Whose column says nothing wrong of the rest of its row. */
const OF_ONE_COLUMN = ['missing', 'constants', 'impossible'];

function reads({ needs }: Pick<QuestionContract, 'needs'>, finding: QualityFinding, mapping: Mapping): boolean {
  const met = needs.filter((set) =>
    set.every(({ table, columns }) => {
      const source = mapping[table as keyof Mapping];
      return source && columns.every((column) => column in source.columns);
    }),
  );
  const columns = met.flatMap((set) =>
    set.filter(({ table }) => table === finding.table).flatMap((need) => need.columns),
  );
  if (columns.length === 0) return false;
  return !finding.column || !OF_ONE_COLUMN.includes(finding.rule) || columns.includes(finding.column);
}

function shareFor(question: string, { rows, money, customers }: QualityFinding): Omit<AffectedQuestion, 'question'> {
  if (ABOUT_CUSTOMERS.includes(question) && customers && customers.count > 0)
    return { of: 'customers', share: customers.share };
  if (money && !ABOUT_CUSTOMERS.includes(question)) return { of: 'money', share: money.share };
  return rows ? { of: 'rows', share: rows.share } : { of: 'some' };
}
