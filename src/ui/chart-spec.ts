import type { Answer } from '../core/answer.ts';
import type { Row } from '../core/json.ts';
import type { ChartContext } from './chart-context.ts';
import type { ChartOption } from './chart-engine.ts';
import type { TableColumn } from './table-columns.ts';

/** One card of an answer's page, and one figure or table of a report: everything `ChartCard` takes. */
export interface ChartSpec {
  /** Stable within the question, e.g. `heatmap`. */
  id: string;
  /** The finding or the quantity, in the current language. */
  title: string;
  /** Units, and what the lines mean. */
  subtitle: string;
  badge?: 'measured' | 'modelled' | 'counted';
  /** Left out: the table is all there is to see. */
  option?: (chart: ChartContext) => ChartOption;
  rows: Row[];
  columns: TableColumn[];
  height?: number;
  /** Shown instead of a chart without data. */
  empty?: string;
}

/** Of a question's `charts.ts`: what there is to see of an answer, in the order of the page. */
export type BuildCharts = (answer: Answer, speech: Pick<ChartContext, 'say' | 'number' | 'date'>) => ChartSpec[];
