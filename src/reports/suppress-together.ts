import { isTableRef, type TableRef } from '../core/answer.ts';
import type { Row } from '../core/json.ts';
import type { TableDisclosure } from '../core/question.ts';
import { cohortsOf, hiddenCohorts } from './hidden-cohorts.ts';
import { isWithheld, suppressTable, withholdAll, withholdRows } from './suppress-table.ts';

type Rules = Readonly<Record<string, TableDisclosure>>;
type Tables = Readonly<Record<string, Row[] | TableRef>>;

/** A table as `suppressTable` leaves it, less what would tell what the other tables of its answer withhold. */
export function suppressTogether(
  rows: readonly Row[],
  rule: TableDisclosure,
  beside: { tables: Tables; rules: Rules },
  smallest: number,
): Row[] {
  const safe = suppressTable(rows, rule, smallest);
  const { retells, addsUp } = rule;
  if (retells !== undefined) {
    const told = find(retells, beside);
    const isTold = told && suppressTable(told.rows, told.rule, smallest).some(isWithheld);
    return isTold ? withholdAll(rows, rule) : safe;
  }
  if (addsUp === undefined) return safe;
  const parts = find(addsUp.table, beside);
  return parts ? withoutSteps(safe, rule, { ...parts, by: addsUp.by, smallest }) : safe;
}

interface Parts {
  rows: readonly Row[];
  rule: TableDisclosure;
  by: string;
  smallest: number;
}

function find(
  name: string,
  { tables, rules }: { tables: Tables; rules: Rules },
): Pick<Parts, 'rows' | 'rule'> | undefined {
  const rows = Object.hasOwn(tables, name) ? tables[name] : undefined;
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  return !rows || isTableRef(rows) || !rule ? undefined : { rows, rule };
}

/** Without the rows that hold a part only of cohorts that are withheld together. */
function withoutSteps(safe: Row[], rule: TableDisclosure, { rows, rule: of, by, smallest }: Parts): Row[] {
  const { repeated } = of;
  if (!repeated) return safe;
  const gone = new Set<string>();
  for (const block of hiddenCohorts(cohortsOf(rows, repeated), smallest)) {
    const complete = block.map((cohort) => cohort.complete);
    const [first, last] = [Math.min(...complete), Math.max(...complete)];
    for (let step = first; step < last; step += 1) gone.add(`${block[0]!.apart} ${step}`);
  }
  const key = (row: Row): string =>
    `${JSON.stringify(repeated.apart.map((name) => row[name] ?? null))} ${String(row[by])}`;
  return withholdRows(safe, (row) => gone.has(key(row)), rule);
}
