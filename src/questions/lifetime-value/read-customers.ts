import { dayToIso, daysPer, isoToDay, type TimeUnit } from '../../core/time.ts';
import type { Database, QueryOptions } from '../../database/database.ts';
import type { Customers } from './customers.ts';
import {
  customerIdsQuery,
  customersQuery,
  earlierCustomersQuery,
  logPeriodQuery,
  repeatPurchasesQuery,
  returnedQuery,
  type Selection,
} from './queries.ts';

/** All that the question reads; days are counted from 1970-01-01, times are in the question's unit. */
export interface PurchaseLog {
  customers: Customers;
  observationEnd: string;
  endDay: number;
  /** Last day of the log. */
  lastDay: number;
  /** From the end of observation to the end of the log; 0 when nothing comes after. */
  holdout: number;
  /** Repeat purchases per day, in the order of days, holdout included. */
  repeatPurchases: { day: Float64Array; purchases: Float64Array };
  /** Left out because their first purchase came before `from`. */
  earlierCustomers: number;
  /** Share of what was paid in the calibration that went back; the models read purchases only. */
  returnedShare: number;
}

/** Nothing when the log is empty or starts after the end of observation. */
export async function readPurchaseLog(
  database: Database,
  selection: Selection,
  given: { observationEnd?: string; timeUnit: TimeUnit },
  options: QueryOptions,
): Promise<PurchaseLog | undefined> {
  const period = await database.numbers(logPeriodQuery(selection), options);
  const lastDay = period.last_day[0];
  if (!Number.isFinite(lastDay)) return undefined;
  const observationEnd = given.observationEnd ?? dayToIso(lastDay);
  const endDay = isoToDay(observationEnd);
  const unitDays = daysPer(given.timeUnit);

  const columns = await database.numbers(customersQuery(selection, observationEnd), options);
  if (columns.first_day.length === 0) return undefined;
  const id = await database.texts(customerIdsQuery(selection, observationEnd), options);
  const repeats = await database.numbers(repeatPurchasesQuery(selection, observationEnd), options);
  const earlier = await database.numbers(earlierCustomersQuery(selection, observationEnd), options);
  const money = await database.numbers(returnedQuery(selection, observationEnd), options);
  const firstDay = columns.first_day;
  return {
    customers: {
      id,
      frequency: columns.frequency,
      recency: columns.last_day.map((day, i) => (day - firstDay[i]) / unitDays),
      observed: firstDay.map((day) => (endDay - day) / unitDays),
      meanAmount: columns.monetary_value,
      firstDay,
      holdoutPurchases: columns.holdout_purchases,
    },
    observationEnd,
    endDay,
    lastDay,
    holdout: Math.max(0, lastDay - endDay) / unitDays,
    repeatPurchases: { day: repeats.day, purchases: repeats.purchases },
    earlierCustomers: earlier.customers[0],
    returnedShare: money.paid[0] > 0 ? money.returned[0] / money.paid[0] : 0,
  };
}
