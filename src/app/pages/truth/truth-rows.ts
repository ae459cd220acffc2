import type { Estimate } from '../../../core/answer.ts';
import type { Asked } from '../../remembered-answers.svelte.ts';
import type { Json } from '../../../core/json.ts';
import type { Truth } from '../../../samples/sample.ts';

/** A true value beside what was estimated of it. */
export interface TruthRow {
  truth: Truth;
  /** Left out while nobody has asked. */
  estimate?: Estimate;
  /** Whether the interval holds the truth; for a complete count, whether it is the truth but for rounding. */
  found?: boolean;
}

export interface TruthGroup {
  group: string;
  rows: TruthRow[];
  /** Where the estimates are to be had: each question with its parameters once. */
  asks: { question: string; parameters: Record<string, Json> }[];
}

/** Groups in the order of the truth; the newest answer counts. */
export function truthGroups(truths: readonly Truth[], asked: readonly Asked[]): TruthGroup[] {
  const groups = new Map<string, TruthGroup>();
  for (const truth of truths) {
    const group = groups.get(truth.group) ?? { group: truth.group, rows: [], asks: [] };
    groups.set(truth.group, group);
    group.rows.push(rowOf(truth, asked));
    if (!truth.of) continue;
    const { question, parameters } = truth.of;
    const known = group.asks.some((ask) => same([ask.question, ask.parameters], [question, parameters]));
    if (!known) group.asks.push({ question, parameters });
  }
  return [...groups.values()];
}

function rowOf(truth: Truth, asked: readonly Asked[]): TruthRow {
  const answer = truth.of && asked.findLast((candidate) => answers(candidate, truth.of!));
  const estimate = answer?.estimates.find(({ name }) => name === truth.of!.estimate);
  return estimate ? { truth, estimate, found: holds(estimate, truth.value) } : { truth };
}

/** What narrows the customers or the dates, and so asks for something else. */
const NARROWING = ['from', 'to', 'where'];

function answers(answer: Asked, { question, parameters }: NonNullable<Truth['of']>): boolean {
  if (answer.question !== question) return false;
  const asIs = NARROWING.every((name) => name in parameters || answer.parameters[name] === undefined);
  return asIs && Object.entries(parameters).every(([name, value]) => same(answer.parameters[name], value));
}

function holds({ value, interval }: Estimate, truth: number): boolean {
  if (interval) return truth >= interval.low && truth <= interval.high;
  return Math.abs(value - truth) <= 1e-6 * Math.max(1, Math.abs(truth));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
