/** Where a job stands. `done` and `total` are in the phase's own unit; a `total` of 0 means it is not known. */
export interface Progress {
  /** Dictionary key below `phase.`, e.g. `reading`. */
  phase: string;
  done: number;
  total: number;
  secondsLeft?: number;
  /** One point of a series that the page draws while it waits, e.g. a loss per epoch. */
  trace?: { series: string; x: number; y: number };
}

/**
 * Reports and gives way: the promise resolves in a later task, so that a cancellation can arrive.
 * @throws AppError `cancelled` when the job has been cancelled.
 */
export type ReportProgress = (progress: Progress) => Promise<void>;
