import { throwIfCancelled } from '../../core/errors.ts';
import type { BusinessTable } from '../business-tables.ts';
import type { ExamineContext } from './examined.ts';
import { examineCalendar } from './examine-calendar.ts';
import { examineDuplicates } from './examine-duplicates.ts';
import { examineMagnitudes } from './examine-magnitudes.ts';
import { examineOutcome } from './examine-outcome.ts';
import { examinePeople } from './examine-people.ts';
import { examineValues } from './examine-values.ts';
import { pointsOf } from './score.ts';
import type { Examination, QualityPart } from './quality.ts';

const examiners = {
  values: examineValues,
  people: examinePeople,
  magnitudes: examineMagnitudes,
  calendar: examineCalendar,
  outcome: examineOutcome,
  duplicates: examineDuplicates,
} satisfies Record<QualityPart, unknown>;

/** Holds one part of the rules against one business table. */
export async function examine(
  context: ExamineContext,
  business: BusinessTable,
  part: QualityPart,
): Promise<Examination> {
  throwIfCancelled(context.options.signal);
  const table = context.tables.get(business);
  if (!table) return { findings: [], applied: [], without: [] };
  const { findings, applied, without } = await examiners[part](context, table);
  return { findings: findings.map((found) => ({ ...found, points: pointsOf(found) })), applied, without };
}

/** The parts that say something of a table, the quickest first. */
export function partsFor(business: BusinessTable): QualityPart[] {
  const aggregate = business === 'series' || business === 'journeys';
  const parts: QualityPart[] = ['values'];
  if (!aggregate) parts.push('people', 'magnitudes', 'calendar');
  if (business === 'labels' || business === 'assignments') parts.push('outcome');
  return [...parts, 'duplicates'];
}
