import { describe, expect, it } from 'vitest';
import { sql } from '../../../../src/database/sql.ts';
import { cellsQuery } from '../../../../src/questions/cohort-retention/queries.ts';
import { periodStart } from '../../../../src/semantics/period-start.ts';

describe('cellsQuery', () => {
  it('finds the first purchase in the whole log and counts who buys in each period', () => {
    expect(cellsQuery({ period: 'month', firstDayOfWeek: 1, to: '2012-01-01' }).text.trim()).toBe(`WITH bought AS (
  SELECT customer_id, CAST(date_trunc('month', ordered_at) AS DATE) AS period, count(*) AS orders, sum(amount) AS revenue, min(ordered_at) AS first_at
  FROM business.purchases WHERE true AND ordered_at < CAST('2012-01-01' AS TIMESTAMP) GROUP BY 1, 2
), firsts AS (
  SELECT customer_id, min(period) AS cohort, min(first_at) AS came_at FROM bought GROUP BY 1
), returned AS (
  SELECT customer_id, CAST(date_trunc('month', ordered_at) AS DATE) AS period, 0 AS orders, sum(amount) AS revenue
  FROM business.returns JOIN firsts USING (customer_id) WHERE ordered_at >= came_at AND true AND ordered_at < CAST('2012-01-01' AS TIMESTAMP) GROUP BY 1, 2
), active AS (
  SELECT customer_id, period, orders, revenue FROM bought UNION ALL SELECT * FROM returned
)
SELECT cohort, period, CAST(count(*) FILTER (orders > 0) AS DOUBLE) AS customers,
       CAST(sum(orders) AS DOUBLE) AS orders, coalesce(sum(revenue), 0) AS revenue
FROM active JOIN firsts USING (customer_id)
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
