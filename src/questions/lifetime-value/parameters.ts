import type { TimeUnit } from '../../core/time.ts';

/** What `answer` is given, after the contract has checked it. */
export interface LifetimeValueParameters {
  timeUnit: TimeUnit;
  horizon: number;
  discountRateAnnual: number;
  margin: number;
  level: number;
  seed: number;
  observationEnd?: string;
  from?: string;
  to?: string;
  where?: string;
}
