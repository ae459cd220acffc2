import type { Row } from '../../core/json.ts';
import { centralInterval } from '../../statistics/quantile.ts';
import { DECILES, type Forecast } from './forecast.ts';
import type { PurchaseLog } from './read-customers.ts';

/**
 * One row per customer, the most valuable first; value only with a spending model, `actual_purchases` only with a holdout,
 * `monetary_value` only where amounts can be added up.
 */
export function customerRows({ customers, holdout }: PurchaseLog, forecast: Forecast, hasAmounts: boolean): Row[] {
  const { expectations, groupOf, ranking, simulation } = forecast;
  const { intervals } = simulation;
  return Array.from(ranking, (i) => {
    const g = groupOf[i];
    const row: Row = {
      customer_id: customers.id[i],
      frequency: customers.frequency[i],
      recency: customers.recency[i],
      T: customers.observed[i],
      ...(hasAmounts ? { monetary_value: customers.meanAmount[i] } : {}),
      p_alive: expectations.alive[g],
      expected_purchases: expectations.purchases[g],
    };
    if (expectations.amount && expectations.value && intervals) {
      row.expected_spend = expectations.amount[g];
      row.clv = expectations.value[g];
      row.clv_low = intervals.low[g];
      row.clv_high = intervals.high[g];
    }
    if (holdout > 0) row.actual_purchases = customers.holdoutPurchases[i];
    return row;
  });
}

/** Customers in tenths by value, the highest first; totals with prediction intervals. */
export function decileRows({ customers, holdout }: PurchaseLog, forecast: Forecast, level: number): Row[] {
  const { decileOf, groupOf, expectations, simulation } = forecast;
  const totals = Array.from({ length: DECILES }, () => ({ customers: 0, purchases: 0, value: 0, actual: 0 }));
  decileOf.forEach((decile, i) => {
    const total = totals[decile];
    total.customers++;
    total.purchases += expectations.purchases[groupOf[i]];
    total.value += expectations.value?.[groupOf[i]] ?? 0;
    total.actual += customers.holdoutPurchases[i];
  });
  return totals.map((total, decile) => {
    const purchases = centralInterval(simulation.classPurchases[decile], level);
    const row: Row = {
      decile: decile + 1,
      customers: total.customers,
      expected_purchases: total.purchases,
      purchases_low: purchases.low,
      purchases_high: purchases.high,
    };
    if (expectations.value) {
      const value = centralInterval(simulation.classValue[decile], level);
      row.value = total.value;
      row.value_low = value.low;
      row.value_high = value.high;
      row.clv = total.value / total.customers;
      row.clv_low = value.low / total.customers;
      row.clv_high = value.high / total.customers;
    }
    if (holdout > 0) row.actual_purchases = total.actual;
    return row;
  });
}

/**
 * Share of what is expected (and of what was bought in the holdout) that the highest customers hold, per hundredth;
 * `customers` are those between a row and the one before.
 */
export function concentrationRows({ customers, holdout }: PurchaseLog, forecast: Forecast): Row[] {
  const { ranking, groupOf, expectations } = forecast;
  const worth = expectations.value ?? expectations.purchases;
  const running = (worthOf: (customer: number) => number) => {
    const sums = new Float64Array(ranking.length + 1);
    ranking.forEach((customer, rank) => (sums[rank + 1] = sums[rank] + worthOf(customer)));
    const total = sums[ranking.length];
    return (share: number) => (total > 0 ? sums[Math.round(share * ranking.length)] / total : share);
  };
  const expected = running((customer) => worth[groupOf[customer]]);
  const actual = running((customer) => customers.holdoutPurchases[customer]);
  return Array.from({ length: 101 }, (_, percent) => {
    const share = percent / 100;
    const upTo = (part: number) => Math.round(part * ranking.length);
    const between = percent === 0 ? 0 : upTo(share) - upTo((percent - 1) / 100);
    const row: Row = { share_customers: share, customers: between, share_expected: expected(share) };
    if (holdout > 0) row.share_actual = actual(share);
    return row;
  });
}
