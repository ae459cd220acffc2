import { isTableRef, type Answer, type Check, type TableRef } from '../core/answer.ts';
import type { Json, Row } from '../core/json.ts';
import { message, type Message } from '../core/message.ts';
import type { TableDisclosure } from '../core/question.ts';
import { countsTooFew, hasNumbers, isSmall } from './small-counts.ts';
import { isWithheld, numbersWithheld, withholdAll } from './suppress-table.ts';
import { suppressTogether } from './suppress-together.ts';
import { countsFew } from './withheld-rows.ts';

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
  /** Tables of single customers and those that are not kept: only CSV and XLSX files hold them. */
  lists: string[];
  /** Tables whose contract does not say what they count. */
  tables: string[];
}

type Rules = Readonly<Record<string, TableDisclosure>>;
type Tables = Readonly<Record<string, Row[] | TableRef>>;

/**
 * An answer as a report may show it: tables as `suppressTable` leaves them, without lists of single customers, stored
 * tables and tables without a rule; without estimates and sentences that count too few customers or rest on rows that are
 * withheld, and without any of what rests on few where the whole answer does (`restsOnFew`).
 */
export function discloseSafely(
  answer: Answer,
  rules: Rules,
  { smallest }: Privacy,
): { answer: Answer; withheld: Withheld } {
  const isWhole = restsOnFew(answer.tables, rules, smallest);
  const withheld: Withheld = { numbers: 0, estimates: 0, sentences: 0, isWhole, lists: [], tables: [] };
  const tables: Record<string, Row[]> = {};
  const gone = new Set<string>();
  let isMainGone = isWhole;
  for (const [name, table] of Object.entries(answer.tables)) {
    const rule = ruleOf(rules, name);
    if (!rule) withheld.tables.push(name);
    else if (isTableRef(table) || isList(rule)) withheld.lists.push(name);
    // Charts look for every table: one that goes is empty.
    else if (isWhole && !hasCounts(rule)) tables[name] = [];
    else {
      tables[name] =
        isWhole && rule.isCompared
          ? withholdAll(table, rule)
          : suppressTogether(table, rule, { tables: answer.tables, rules }, smallest);
      const resting = restingOnWithheld(tables[name], rule);
      resting.estimates.forEach((estimate) => gone.add(estimate));
      isMainGone ||= resting.isMain;
      withheld.numbers += tables[name].reduce((sum, row) => sum + numbersWithheld(row), 0);
    }
  }
  const telling = sharesOfFew(answer.estimates, smallest);
  // The verdict says in words what the estimates do.
  isMainGone ||= telling.size > 0;
  const estimates = isWhole
    ? []
    : answer.estimates.filter(
        ({ name, unit, value }) =>
          !gone.has(name) && !telling.has(name) && (unit !== 'customers' || !isSmall(value, smallest)),
      );
  withheld.estimates = answer.estimates.length - estimates.length;
  const withhold = (key: string): Message => {
    withheld.sentences += 1;
    return message(key, { smallest });
  };
  const safe = (sentence: Message): Message => {
    if (countsTooFew(sentence.values, smallest)) return withhold('reports.withheld.sentence');
    return isWhole && hasNumbers(sentence.values) ? withhold('reports.withheld.rest') : sentence;
  };
  const main = (sentence: Message, isGone: boolean): Message =>
    isGone ? withhold('reports.withheld.rest') : safe(sentence);
  const { evidence } = answer;
  return {
    answer: {
      ...answer,
      parameters: safeParameters(answer.parameters, smallest, isWhole),
      verdict: main(answer.verdict, isMainGone),
      eligibility: main(answer.eligibility, isWhole),
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

/** Counted shares of whom an estimate counts, where those who said yes, or no, are too few. */
function sharesOfFew(estimates: Answer['estimates'], smallest: number): Set<string> {
  const counts = estimates.filter(({ unit, basis }) => unit === 'customers' && basis === 'counted');
  const isOfFew = (share: number, all: number): boolean => {
    const yes = Math.round(share * all);
    const isWhole = Math.abs(share * all - yes) < 1e-9 * Math.max(1, all);
    return isWhole && (isSmall(yes, smallest) || isSmall(all - yes, smallest));
  };
  const shares = estimates.filter(({ unit, basis }) => unit === 'share' && basis === 'counted');
  return new Set(shares.flatMap(({ name, value }) => (counts.some((all) => isOfFew(value, all.value)) ? [name] : [])));
}

/**
 * Estimates that rest on rows that are withheld. The verdict says them in a sentence, or names the largest row, which is
 * withheld where all are.
 */
function restingOnWithheld(
  rows: readonly Row[],
  { estimates, counts = [] }: TableDisclosure,
): { estimates: string[]; isMain: boolean } {
  if (!estimates || !rows.some(isWithheld)) return { estimates: [], isMain: false };
  const hidden = new Set<unknown>(rows.filter(isWithheld).map((row) => row[estimates.by]));
  const gone = Object.keys(estimates.of).filter((name) => estimates.of[name]!.some((row) => hidden.has(row)));
  const isAllHidden = rows.every((row) => isWithheld(row) || counts.every((column) => row[column] === 0));
  return { estimates: gone, isMain: gone.length > 0 || isAllHidden };
}

/**
 * Whether one of the groups compared counts too few customers, or every row does, in whatever table, that counts any. One
 * such table is not enough: it may cut many customers into small parts.
 */
export function restsOnFew(tables: Tables, rules: Rules, smallest: number): boolean {
  let isAnyLarge = false;
  let isAnySmall = false;
  for (const [name, table] of Object.entries(tables)) {
    const rule = ruleOf(rules, name) ?? {};
    const { counts = [] } = rule;
    if (isTableRef(table) || counts.length === 0) continue;
    for (const row of table) {
      const isRowSmall = countsFew(row, rule, smallest);
      if (isRowSmall && rule.isCompared) return true;
      isAnySmall ||= isRowSmall;
      isAnyLarge ||= !isRowSmall && counts.some((column) => isSmall(row[column], Infinity));
    }
  }
  return isAnySmall && !isAnyLarge;
}

/** Whether a table may leave as a file; of groups that are compared, and one of them small, nothing would be left. */
export function mayLeave(name: string, tables: Tables, rules: Rules, smallest: number): boolean {
  const rule = ruleOf(rules, name);
  if (!rule) return false;
  return (hasCounts(rule) && !rule.isCompared) || isList(rule) || !restsOnFew(tables, rules, smallest);
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
function safeParameters(parameters: Record<string, Json>, smallest: number, isWhole: boolean): Record<string, Json> {
  const isTelling = (value: Json): boolean =>
    countsTooFew(value, smallest) || (isWhole && typeof value === 'object' && hasNumbers(value));
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, isTelling(value) ? '•' : value]));
}
