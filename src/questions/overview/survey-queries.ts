import { sql, type Sql } from '../../database/sql.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';
import { periodStart } from '../../semantics/period-start.ts';
import { within, type Range, type Scope } from './queries.ts';

export interface Answers {
  answers: number;
  promoters: number;
  detractors: number;
}

const onScale = sql`score BETWEEN 0 AND 10`;
const counts = sql`
SELECT count(*) AS answers, count(*) FILTER (score >= 9) AS promoters, count(*) FILTER (score <= 6) AS detractors`;

function asked(range: Range, { where }: Scope): Sql {
  return sql`lower(trim(kind)) = 'nps' AND ${within(sql`answered_at`, range)} AND ${customerFilter(where)}`;
}

/** Of a customer who answered several times the last answer counts; one without a customer stands for itself. */
function lastAnswers(range: Range, scope: Scope, perPeriod: boolean): Sql {
  const period = periodStart(sql`answered_at`, scope);
  const each = perPeriod ? sql`customer_id, ${period}` : sql`customer_id`;
  return sql`
SELECT score, ${period} AS period FROM business.surveys WHERE ${asked(range, scope)} AND ${onScale}
QUALIFY customer_id IS NULL OR row_number() OVER (PARTITION BY ${each} ORDER BY answered_at DESC, score) = 1`;
}

/** Answers to “would you recommend us” in a range. */
export function answersQuery(range: Range, scope: Scope): Sql {
  return sql`${counts} FROM (${lastAnswers(range, scope, false)})`;
}

export interface PeriodAnswers extends Answers {
  period: string;
}

/** The same for each period with answers; a customer counts once in each. */
export function answersTrendQuery(range: Range, scope: Scope): Sql {
  return sql`${counts}, period FROM (${lastAnswers(range, scope, true)}) GROUP BY period ORDER BY period`;
}

/** Answers, and those whose score is missing or not from 0 to 10. */
export function scoresQuery(range: Range, scope: Scope): Sql {
  return sql`
SELECT count(*) AS answers, count(*) FILTER (NOT coalesce(${onScale}, false)) AS outside
FROM business.surveys WHERE ${asked(range, scope)}`;
}
