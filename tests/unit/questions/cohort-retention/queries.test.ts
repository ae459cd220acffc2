import { describe, expect, it } from 'vitest';
import { sql } from '../../../../src/database/sql.ts';
import { cellsQuery, periodStart } from '../../../../src/questions/cohort-retention/queries.ts';

describe('cellsQuery', () => {
  it('finds the first purchase in the whole log and counts who buys in each period', () => {
    expect(cellsQuery({ period: 'month', firstDayOfWeek: 1, to: '2012-01-01' }).text.trim()).toBe(`WITH movements AS (
  SELECT customer_id, ordered_at, amount, 1 AS purchase FROM business.purchases WHERE true AND ordered_at < CAST('2012-01-01' AS TIMESTAMP)
  UNION ALL
  SELECT customer_id, ordered_at, amount, 0 AS purchase FROM business.returns WHERE true AND ordered_at < CAST('2012-01-01' AS TIMESTAMP)
), active AS (
  SELECT customer_id, CAST(date_trunc('month', ordered_at) AS DATE) AS period, sum(purchase) AS orders, sum(amount) AS revenue,
         min(ordered_at) FILTER (purchase = 1) AS first_at
  FROM movements GROUP BY 1, 2
), firsts AS (
  SELECT customer_id, min(period) AS cohort, min(first_at) AS came_at FROM active WHERE orders > 0 GROUP BY 1
)
SELECT cohort, period, CAST(count(*) FILTER (orders > 0) AS DOUBLE) AS customers,
       CAST(sum(orders) AS DOUBLE) AS orders, sum(revenue) AS revenue
FROM active JOIN firsts USING (customer_id)
WHERE period >= cohort
GROUP BY ALL ORDER BY ALL`);
  });
});

describe('periodStart', () => {
  it('goes back to the first day of the week of the settings', () => {
    expect(periodStart(sql`t`, { period: 'week', firstDayOfWeek: 7 }).text).toBe(
      'CAST(t AS DATE) - CAST((isodow(CAST(t AS DATE)) - 7 + 7) % 7 AS INTEGER)',
    );
  });
});
