import { message, type Message } from '../../core/message.ts';
import type { MeanAtAge } from './cohorts.ts';
import type { Period } from '../../core/periods.ts';
import { ESTIMATED_AGES, type Measure } from './question.ts';

/** What happens one period later, and at the latest age that is estimated. */
export function verdictOf(means: readonly MeanAtAge[], measure: Measure, period: Period): Message {
  const first = means.find(({ age }) => age === 1) ?? means[means.length - 1];
  const later = [...ESTIMATED_AGES]
    .reverse()
    .map((age) => means.find((mean) => mean.age === age))
    .find((mean) => mean !== undefined && mean.age > first.age);
  const values = { first: first.value, age: first.age, period };
  return later
    ? message(`cohorts.verdict.${measure}.later`, { ...values, later: later.value, laterAge: later.age })
    : message(`cohorts.verdict.${measure}`, values);
}
