import { isTableRef, type Answer } from '../core/answer.ts';
import type { StoredItem } from '../reports/stored-report.ts';
import { questionOf } from './questions.ts';

/** Lists of customers with more rows stay behind when an answer is added. */
export const ROWS_KEPT = 2_000;

export function newItem(answer: Answer, currency: string): StoredItem {
  return {
    id: crypto.randomUUID(),
    addedAt: new Date().toISOString(),
    currency,
    title: '',
    note: '',
    answer: withoutLongLists(answer),
  };
}

/** Items of the same id get others: what is done to one of them must not be done to both. */
export function withOwnIds(items: readonly StoredItem[]): StoredItem[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const id = taken.has(item.id) ? crypto.randomUUID() : item.id;
    taken.add(id);
    return { ...item, id };
  });
}

/**
 * The same question with the same outcome on the same data: text, times and addresses of stored tables do not count, nor
 * does the order of names, which is another one once the answer has been read back.
 */
export function fingerprint({ question, parameters, verdict, estimates, evidence }: Answer, currency: string): string {
  const data = evidence.inputs.map(({ hash }) => hash).sort();
  const parts = [question, parameters, verdict.key, verdict.values, estimates, data, currency];
  return JSON.stringify(parts, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** A long list leaves its size and columns. */
function withoutLongLists(answer: Answer): Answer {
  const rules = questionOf(answer.question)?.contract.tables ?? {};
  const kept = Object.entries(answer.tables).map(([name, table]) => {
    if (isTableRef(table)) return [name, { ...table, stored: '' }] as const;
    const { ids = [], isBulky = false } = rules[name] ?? {};
    const isList = ids.length > 0 || isBulky;
    if (!isList || table.length <= ROWS_KEPT) return [name, table] as const;
    const columns = Object.entries(table[0] ?? {}).map(([column, value]) => ({ name: column, type: typeof value }));
    return [name, { rows: table.length, columns, stored: '' }] as const;
  });
  return { ...answer, tables: Object.fromEntries(kept) };
}
