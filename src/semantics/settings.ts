/** The workspace's settings. */
export interface Settings {
  /** IANA name; times with an offset are converted to it when a file is read. */
  timeZone: string;
  /** ISO 4217 code, or `none`: amounts then have no currency. */
  currency: string;
  /** 1 = Monday … 7 = Sunday, as ISO 8601 counts. */
  firstDayOfWeek: number;
}

export const defaultSettings: Settings = { timeZone: 'UTC', currency: 'none', firstDayOfWeek: 1 };
