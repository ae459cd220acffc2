/** The workspace's settings. */
export interface Settings {
  /** IANA name; times with an offset are converted to it when a file is read. */
  timeZone: string;
  /** ISO 4217 code, or `none`: amounts then have no currency. */
  currency: string;
  /** 1 = Monday … 7 = Sunday, as ISO 8601 counts. */
  firstDayOfWeek: number;
  /** Metrics that stay in sight, by the names of the overview's estimates, each with the value that is wanted. */
  northStar: PinnedMetric[];
}

export interface PinnedMetric {
  metric: string;
  /** In the metric's unit. */
  target: number | null;
}

export const defaultSettings: Settings = { timeZone: 'UTC', currency: 'none', firstDayOfWeek: 1, northStar: [] };
