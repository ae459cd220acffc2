import type { Estimate, Evidence } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import type { Period } from '../../core/periods.ts';
import type { ItemChanges } from './item-changes.ts';
import type { Measures } from './measure.ts';
import type { Range, Scope } from './queries.ts';
import { lastDay } from './ranges.ts';

interface Used {
  measures: Measures;
  scope: Scope;
  estimates: readonly Estimate[];
  /** What is held against the baseline, and the baseline. */
  compared: { range: Range; baseline: Range } | undefined;
  items: ItemChanges | undefined;
}

/** How each number is defined, and what the estimated ones assume. */
export function evidenceOf({
  measures,
  scope,
  estimates,
  compared,
  items,
}: Used): Pick<Evidence, 'steps' | 'methods' | 'assumptions'> {
  const period: Period = scope.period;
  const has = (name: string): boolean => estimates.some((estimate) => estimate.name === name);
  const byMargin = measures.firstYear?.byMargin ? 'margin' : 'revenue';
  const change = items?.change && items;
  return {
    steps: [
      message('overview.step.range', { from: measures.range.from, to: lastDay(measures.range) }),
      ...(scope.where ? [message('overview.step.where', { where: scope.where })] : []),
      message('overview.step.purchases'),
      message('overview.step.revenue'),
      message('overview.step.average'),
      message('overview.step.repeat'),
      ...(has('retention') ? [message('overview.step.retention', { period })] : []),
      ...(has('nps') ? [message('overview.step.nps')] : []),
      ...(has('acquisitionCost') ? [message('overview.step.acquisition')] : []),
      ...(has('valuePerCustomer12') ? [message('overview.step.firstYear', { byMargin })] : []),
      ...(has('clvToCac') ? [message('overview.step.ratio')] : []),
      ...(compared
        ? [
            message('overview.step.comparison', {
              ...{ from: compared.range.from, to: lastDay(compared.range) },
              ...{ baselineFrom: compared.baseline.from, baselineTo: lastDay(compared.baseline) },
            }),
          ]
        : []),
      ...(change
        ? [
            message('overview.step.items', {
              ...{ from: change.late.range.from, to: lastDay(change.late.range) },
              ...{ beforeFrom: change.early.range.from, beforeTo: lastDay(change.early.range) },
            }),
          ]
        : []),
    ],
    methods: [
      { name: message('overview.method.counts'), citations: [] },
      ...(has('nps')
        ? [
            { name: message('overview.method.nps'), citations: ['reichheld2003', 'rocks2016', 'tango1998'] as const },
          ].map(({ name, citations }) => ({ name, citations: [...citations] }))
        : []),
      ...(compared && has('nps')
        ? [{ name: message('overview.method.npsChange'), citations: ['newcombe1998' as const] }]
        : []),
      ...(has('valuePerCustomer12') ? [{ name: message('overview.method.firstYear'), citations: [] }] : []),
      ...(change ? [{ name: message('overview.method.items'), citations: ['bennet1920' as const] }] : []),
    ],
    assumptions: [
      message('overview.assumption.first'),
      ...(has('nps') ? [message('overview.assumption.nps')] : []),
      ...(has('acquisitionCost') ? [message('overview.assumption.acquisition')] : []),
      ...(has('valuePerCustomer12') ? [message('overview.assumption.firstYear')] : []),
      ...(has('clvToCac') && byMargin === 'revenue' ? [message('overview.assumption.revenue')] : []),
    ],
  };
}
