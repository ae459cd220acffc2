import { message, type Message } from '../../../core/message.ts';
import type { PeopleState } from '../../../workbench/contract.ts';

/** The page in one sentence: what is in force, or what was found. */
export function peopleVerdict({ outcome, counts, applied }: PeopleState): Message {
  if (applied) {
    const { left, right, pairs, isInForce } = applied;
    if (!isInForce) return message('people.verdict.notInForce', { pairs });
    return right
      ? message('people.verdict.applied', { pairs, left, right })
      : message('people.verdict.appliedOne', { pairs, left });
  }
  if (!outcome || !counts) return message('people.title', {});
  const joined = counts.joined + counts.accepted;
  return joined + counts.open === 0
    ? message('people.verdict.none', {})
    : message('people.verdict.found', { joined, open: counts.open });
}

/** How many people were read, and how many pairs were decided by hand. */
export function peopleSummary({ outcome, decisions }: PeopleState): Message | undefined {
  if (!outcome) return undefined;
  const { left, right } = outcome;
  const values = { left: left.people, leftTable: left.table, decided: decisions };
  return right
    ? message('people.summary', { ...values, right: right.people, rightTable: right.table })
    : message('people.summary.one', values);
}
