import type { Evidence } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import type { Movement } from './movement.ts';
import type { Scoring } from './queries.ts';
import { GRID_SIZE, segmentAt } from './segment-grid.ts';

/** What is measured, how it becomes a score, and the grid that gives a segment its name. */
export function evidenceOf(
  { asOf, from, where, quantiles }: Scoring,
  { compareTo, obstacle }: Movement,
): Pick<Evidence, 'steps' | 'methods' | 'assumptions'> {
  return {
    steps: [
      message('rfm.step.purchases', { asOf }),
      ...(where ? [message('rfm.step.where', { where })] : []),
      ...(from ? [message('rfm.step.from', { from })] : []),
      message('rfm.step.measures', { asOf }),
      message('rfm.step.scores', { quantiles }),
      message('rfm.step.ties'),
      message(quantiles === GRID_SIZE ? 'rfm.step.mean' : 'rfm.step.scaled', { quantiles }),
      message('rfm.step.grid', gridNames()),
      ...(obstacle ? [] : [message('rfm.step.movement', { compareTo })]),
    ],
    methods: [
      { name: message('rfm.method.scores'), citations: ['hughes1994'] },
      { name: message('rfm.method.grid'), citations: [] },
    ],
    assumptions: [
      message('rfm.assumption.description'),
      message('rfm.assumption.relative'),
      message('rfm.assumption.tenure'),
    ],
  };
}

/** The rows of the grid as lists of names, `r5` to `r1`. */
function gridNames(): Record<string, Json> {
  const scale = Array.from({ length: GRID_SIZE }, (_, i) => i + 1);
  const name = (r: number, fm: number): Json => ({ key: `rfm.segment.${segmentAt(r, fm)}`, values: {} });
  return Object.fromEntries(scale.map((r) => [`r${r}`, scale.map((fm) => name(r, fm))]));
}
