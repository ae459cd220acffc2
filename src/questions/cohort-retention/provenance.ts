import type { Evidence } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import type { Grouping, Selection } from './queries.ts';
import type { Period } from '../../core/periods.ts';
import { isMoney, type Measure } from './question.ts';

interface Used {
  measure: Measure;
  period: Period;
  selection: Selection;
  grouping?: Grouping;
  end: string;
}

/** Which definition of retention this is, and how its intervals come about. */
export function evidenceOf({
  measure,
  period,
  selection,
  grouping,
  end,
}: Used): Pick<Evidence, 'steps' | 'methods' | 'assumptions'> {
  const { from, to, where } = selection;
  return {
    steps: [
      message('cohorts.step.purchases'),
      ...(where ? [message('cohorts.step.where', { where })] : []),
      message('cohorts.step.cohort', { period }),
      ...(from ? [message('cohorts.step.from', { from })] : []),
      ...(to ? [message('cohorts.step.to', { to })] : []),
      message(`cohorts.step.measure.${measure}`, { period }),
      ...(isMoney(measure) ? [message('cohorts.step.returns')] : []),
      ...(grouping ? [message(`cohorts.step.group.${grouping.table}`, { column: grouping.column })] : []),
      message('cohorts.step.unfinished', { end }),
      message('cohorts.step.mean'),
    ],
    methods: [
      { name: message('cohorts.method.definition'), citations: [] },
      {
        name: message(measure === 'customers' ? 'cohorts.method.share' : 'cohorts.method.amount'),
        citations: ['cochran1977', 'bellMcCaffrey2002', ...(measure === 'customers' ? (['wilson1927'] as const) : [])],
      },
    ],
    assumptions: [message('cohorts.assumption.first'), message('cohorts.assumption.independent')],
  };
}
