import type { Row } from '../../core/json.ts';
import type { Unit } from '../../core/units.ts';
import type { SampleMoments } from '../../statistics/sample-moments.ts';
import type { AssignmentCounts } from '../../semantics/assignments.ts';
import type { Series } from './queries.ts';
import type { ChosenMetrics } from './metrics.ts';

/** One metric in one variant. */
export interface Sample extends SampleMoments {
  variant: string;
  sum: number;
  sumOfSquares: number;
}

/** One metric in all variants. */
export interface Metric {
  name: string;
  /** Of its mean. */
  unit: Unit;
  /** All values are 0 or 1. */
  isYesNo: boolean;
  samples: Sample[];
  /** The same with large values cut (or, where the samples are cut already, whole). */
  otherwise?: { cap: number; samples: Sample[] };
  /** In the days before the assignment. */
  before?: Sample[];
  /** In the first half of the window less the second. */
  halves?: Sample[];
  /** Units without a value. */
  missing: number;
}

/** For metrics of the business: what the orders show of the days after the assignment. */
export interface OrderWindow {
  days: number;
  /** The first day after the data. */
  end: string;
  /** Customers left out because their window was not over. */
  left: number;
  observed: number;
  /** Variants of which that leaves fewer than two. */
  open: string[];
  /** Orders know no time, so that those of the day of the assignment count as after it. */
  byDay: boolean;
  /** First day with an order. */
  logStart: string;
  /** The orders reach as far back as the window reaches ahead. */
  seesBefore: boolean;
}

/** Everything that an answer is made of. */
export interface Experiment {
  /** What it is called: an initiative or a table; left out for sums that were given. */
  name?: string;
  unit: 'customer' | 'row' | 'given';
  control: string;
  /** Units put into each variant, the control first. */
  groups: { variant: string; n: number }[];
  metrics: Metric[];
  chosen: ChosenMetrics['chosen'];
  /** Large values are cut in what is compared, and whole in what it is checked against. */
  isCapped?: boolean;
  counts?: AssignmentCounts;
  /** Days of the first and last assignment. */
  days?: { first: string; last: string };
  isDated: boolean;
  where?: string;
  window?: OrderWindow;
  /** For moments as outcomes: the last one, and the day on which the last window is over. */
  outcomesEnd?: { last: string; over: string; days: number };
}

/** One series of `samplesQuery`. */
export interface ReadSeries {
  isYesNo: boolean;
  samples: Sample[];
  capped?: { cap: number; samples: Sample[] };
}

/** @param rows what `samplesQuery` gives */
export function readSeries(rows: readonly Row[], series: readonly Series[]): ReadSeries[] {
  return series.map(({ capPercentile }, i) => {
    const read = (prefix: string) => rows.map((row) => sampleOf(row, prefix, i)).filter(({ n }) => n > 0);
    const cap = rows.map((row) => row[`cap_${i}`]).find((value) => typeof value === 'number');
    return {
      isYesNo: rows.some((row) => row[`yes_no_${i}`] === true),
      samples: read(''),
      ...(capPercentile !== undefined && cap !== undefined && { capped: { cap, samples: read('c') } }),
    };
  });
}

function sampleOf(row: Row, prefix: string, i: number): Sample {
  const value = (name: string) => Number(row[`${name}_${i}`] ?? 0);
  const n = value('n');
  const sum = value(`${prefix}s`);
  return {
    variant: String(row.variant),
    n,
    sum,
    sumOfSquares: value(`${prefix}q`),
    mean: sum / n,
    variance: n > 1 ? value(`${prefix}v`) : NaN,
  };
}

/** Of a list with one entry per variant. */
export function sampleFor(samples: readonly Sample[], variant: string): Sample | undefined {
  return samples.find((sample) => sample.variant === variant);
}
