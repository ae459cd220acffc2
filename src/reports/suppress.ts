import { isTableRef, type Answer, type Check, type TableRef } from '../core/answer.ts';
import type { Json, Row } from '../core/json.ts';
import { message, type Message } from '../core/message.ts';
import type { TableDisclosure } from '../core/question.ts';
import { countsTooFew, hasNumbers, isSmall } from './small-counts.ts';
import { numbersWithheld, suppressTable } from './suppress-table.ts';

/** What may leave: counts of at least `smallest` customers; ids not at all, or hashed. */
export interface Privacy {
  smallest: number;
  ids: 'drop' | { salt: string };
}

/** What was done to an answer before it left. */
export interface Withheld {
  /** Numbers of tables that are shown as withheld. */
  numbers: number;
  estimates: number;
  sentences: number;
  /** The answer as a whole rests on too few: no estimate, no number in a sentence, and no table without counts is shown. */
  isWhole: boolean;
  /** Tables of single customers, which only CSV and XLSX files hold. */
  lists: string[];
  /** Tables whose contract does not say what they count. */
  tables: string[];
}

type Rules = Readonly<Record<string, TableDisclosure>>;
type Tables = Readonly<Record<string, Row[] | TableRef>>;

/**
 * An answer as a report may show it: tables as `suppressTable` leaves them, without lists of single customers, stored
 * tables and tables without a rule; without estimates and sentences that count too few customers, and without any of
 * what rests on them where the whole answer does (`restsOnFew`).
 */
export function discloseSafely(
  answer: Answer,
  rules: Rules,
  { smallest }: Privacy,
): { answer: Answer; withheld: Withheld } {
  const isWhole = restsOnFew(answer.tables, rules, smallest);
  const withheld: Withheld = { numbers: 0, estimates: 0, sentences: 0, isWhole, lists: [], tables: [] };
  const tables: Record<string, Row[]> = {};
  for (const [name, table] of Object.entries(answer.tables)) {
    const rule = ruleOf(rules, name);
    if (!rule) withheld.tables.push(name);
    else if (isTableRef(table) || isList(rule)) withheld.lists.push(name);
    // Charts look for every table: one that goes is empty.
    else if (isWhole && !hasCounts(rule)) tables[name] = [];
    else {
      tables[name] = suppressTable(table, rule, smallest);
      withheld.numbers += tables[name].reduce((sum, row) => sum + numbersWithheld(row), 0);
    }
  }
  const estimates = isWhole
    ? []
    : answer.estimates.filter(({ unit, value }) => unit !== 'customers' || !isSmall(value, smallest));
  withheld.estimates = answer.estimates.length - estimates.length;
  const withhold = (key: string): Message => {
    withheld.sentences += 1;
    return message(key, { smallest });
  };
  const safe = (sentence: Message): Message => {
    if (countsTooFew(sentence.values, smallest)) return withhold('reports.withheld.sentence');
    return isWhole && hasNumbers(sentence.values) ? withhold('reports.withheld.rest') : sentence;
  };
  const main = (sentence: Message): Message => (isWhole ? withhold('reports.withheld.rest') : safe(sentence));
  const { evidence } = answer;
  return {
    answer: {
      ...answer,
      parameters: safeParameters(answer.parameters, smallest),
      verdict: main(answer.verdict),
      eligibility: main(answer.eligibility),
      estimates,
      tables,
      checks: answer.checks.map((check) => safeCheck(check, safe)),
      evidence: {
        ...evidence,
        steps: evidence.steps.map(safe),
        assumptions: evidence.assumptions.map(safe),
        methods: evidence.methods.map((method) => ({ ...method, name: safe(method.name) })),
      },
    },
    withheld,
  };
}

/** Groups that an answer compares: what it says rests on each of them. */
const COMPARED = 'arms';

/**
 * Whether one of the groups compared counts too few customers, or every row does, in whatever table, that counts any. One
 * such table is not enough: it may cut many customers into small parts.
 */
export function restsOnFew(tables: Tables, rules: Rules, smallest: number): boolean {
  let isAnyLarge = false;
  let isAnySmall = false;
  for (const [name, table] of Object.entries(tables)) {
    const { counts = [] } = ruleOf(rules, name) ?? {};
    if (isTableRef(table) || counts.length === 0) continue;
    for (const row of table) {
      const isRowSmall = counts.some((column) => isSmall(row[column], smallest));
      if (isRowSmall && name === COMPARED) return true;
      isAnySmall ||= isRowSmall;
      isAnyLarge ||= !isRowSmall && counts.some((column) => isSmall(row[column], Infinity));
    }
  }
  return isAnySmall && !isAnyLarge;
}

/** Whether a table may leave, as a file too. */
export function mayLeave(name: string, tables: Tables, rules: Rules, smallest: number): boolean {
  const rule = ruleOf(rules, name);
  return rule !== undefined && (hasCounts(rule) || isList(rule) || !restsOnFew(tables, rules, smallest));
}

/** No name of an object's own is taken for a rule. */
function ruleOf(rules: Rules, name: string): TableDisclosure | undefined {
  return Object.hasOwn(rules, name) ? rules[name] : undefined;
}

function isList({ ids = [] }: TableDisclosure): boolean {
  return ids.length > 0;
}

function hasCounts({ counts = [] }: TableDisclosure): boolean {
  return counts.length > 0;
}

/** Its number may be the count. */
function safeCheck(check: Check, safe: (sentence: Message) => Message): Check {
  const said = safe(check.message);
  return said === check.message ? check : { id: check.id, status: check.status, message: said };
}

/** Groups may have been given as sums, with their counts. */
function safeParameters(parameters: Record<string, Json>, smallest: number): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, countsTooFew(value, smallest) ? '•' : value]),
  );
}
