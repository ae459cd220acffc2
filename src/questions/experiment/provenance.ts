import type { Evidence } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import type { Comparison } from './effects.ts';
import type { Experiment } from './samples.ts';
import { metricMessage } from './sentences.ts';

interface Used extends Comparison {
  capPercentile?: number;
  windowDays: number;
  hasPlan: boolean;
}

/** How the answer came about. */
export function evidenceOf(
  experiment: Experiment,
  { method, correction, capPercentile, windowDays, hasPlan }: Used,
): Pick<Evidence, 'steps' | 'methods' | 'assumptions'> {
  const { unit, counts, control, metrics, chosen, isDated, where, window } = experiment;
  const names = metrics.map(({ name }) => metricMessage(name));
  const isYesNo = metrics.some((metric) => metric.isYesNo);
  return {
    steps: [
      message(`experiment.step.unit.${unit}`, { name: experiment.name ?? '–' }),
      ...(where ? [message('experiment.step.where', { where })] : []),
      ...(unit !== 'given' && !isDated ? [message('experiment.step.undated')] : []),
      ...(counts && counts.unusable > 0 ? [message('experiment.step.unusable', { rows: counts.unusable })] : []),
      message('experiment.step.control', { control }),
      message(`experiment.step.metrics.${chosen}`, { metrics: names }),
      ...(window ? [message('experiment.step.window', { windowDays, end: window.end })] : []),
      ...(window?.byDay ? [message('assignment.step.by-day')] : []),
      ...(capPercentile !== undefined ? [message('experiment.step.cap', { capPercentile })] : []),
      message('experiment.step.plan', { plan: hasPlan ? 'given' : 'equal' }),
    ],
    methods: [
      method === 'welch'
        ? { name: message('experiment.method.welch'), citations: ['welch1947'] }
        : { name: message('experiment.method.proportion'), citations: ['miettinenNurminen1985'] },
      ...(method === 'welch'
        ? [{ name: message('experiment.method.relative'), citations: ['fieller1954' as const] }]
        : []),
      ...(isYesNo ? [{ name: message('experiment.method.share'), citations: ['wilson1927' as const] }] : []),
      { name: message('experiment.method.sample-ratio'), citations: ['fabijanEtAl2019'] },
      {
        name: message(`experiment.method.${correction}`),
        citations: [correction === 'holm' ? 'holm1979' : 'benjaminiHochberg1995'],
      },
    ],
    assumptions: [message('experiment.assumption.chance'), message('experiment.assumption.independent')],
  };
}
