import type { Row } from '../../core/json.ts';
import { dayToIso } from '../../core/time.ts';
import { centralInterval } from '../../statistics/quantile.ts';
import { expectedWhileAlive } from './bg-nbd.ts';
import { countBy, sizeOf } from './customers.ts';
import type { Forecast } from './forecast.ts';
import type { PurchaseLog } from './read-customers.ts';

/**
 * Cumulative repeat purchases at equal steps from the first acquisition to the end of the forecast: `actual` counted;
 * `expected` of new customers from their acquisition on; `forecast` continues the actual count from the end of
 * observation given each customer's history, with the prediction interval `forecast_low` to `forecast_high`.
 */
export function trackingRows(log: PurchaseLog, forecast: Forecast, unitDays: number, level: number): Row[] {
  const { customers, endDay, lastDay, repeatPurchases } = log;
  const { steps, model, simulation } = forecast;
  const firstDay = customers.firstDay.reduce((x, y) => Math.min(x, y), Infinity);
  const acquisitions = countBy(customers.firstDay);
  const back = Math.ceil((endDay - firstDay) / unitDays / steps.width);
  const ahead = conditionalPath(forecast);
  let counted = 0;
  let next = 0;
  let atEnd = 0;
  const rows: Row[] = [];
  for (let k = -back; k <= steps.count; k++) {
    const day = endDay + k * steps.width * unitDays;
    for (; next < repeatPurchases.day.length && repeatPurchases.day[next] <= day; next++) {
      counted += repeatPurchases.purchases[next];
    }
    if (k === 0) atEnd = counted;
    let expected = 0;
    for (const [acquired, number] of acquisitions) {
      if (day > acquired) expected += number * expectedWhileAlive(model, 0, 0, (day - acquired) / unitDays);
    }
    const row: Row = {
      t: (day - firstDay) / unitDays,
      date: dayToIso(day),
      phase: k <= 0 ? 'calibration' : day <= lastDay ? 'holdout' : 'ahead',
      actual: day <= Math.max(lastDay, endDay) ? counted : null,
      expected,
      forecast: null,
      forecast_low: null,
      forecast_high: null,
    };
    if (k >= 0) {
      const interval = k === 0 ? { low: 0, high: 0 } : centralInterval(simulation.cumulative[k - 1], level);
      row.forecast = atEnd + ahead[k];
      row.forecast_low = atEnd + interval.low;
      row.forecast_high = atEnd + interval.high;
    }
    rows.push(row);
  }
  return rows;
}

/** Expected purchases of all customers up to the end of each step, given their histories. */
function conditionalPath({ groups, model, expectations, steps }: Forecast): Float64Array {
  const path = new Float64Array(steps.count + 1);
  const perCustomer = new Float64Array(steps.count + 1);
  groups.frequency.forEach((frequency, g) => {
    const observed = groups.observed[g];
    const sameAsBefore = g > 0 && observed === groups.observed[g - 1] && frequency === groups.frequency[g - 1];
    for (let k = 1; k <= steps.count; k++) {
      if (!sameAsBefore) perCustomer[k] = expectedWhileAlive(model, frequency, observed, k * steps.width);
      path[k] += sizeOf(groups, g) * expectations.alive[g] * perCustomer[k];
    }
  });
  return path;
}
