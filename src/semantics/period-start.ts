import type { Period } from '../core/periods.ts';
import { sql, type Sql } from '../database/sql.ts';

/** First day of the period that a time lies in; `startOfPeriod` of `core/periods.ts` says the same of an ISO date. */
export function periodStart(time: Sql, { period, firstDayOfWeek }: { period: Period; firstDayOfWeek: number }): Sql {
  switch (period) {
    case 'week': {
      const day = sql`CAST(${time} AS DATE)`;
      return sql`${day} - CAST((isodow(${day}) - ${firstDayOfWeek} + 7) % 7 AS INTEGER)`;
    }
    case 'month':
      return sql`CAST(date_trunc('month', ${time}) AS DATE)`;
    case 'quarter':
      return sql`CAST(date_trunc('quarter', ${time}) AS DATE)`;
  }
}
