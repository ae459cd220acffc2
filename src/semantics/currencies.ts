import type { Database, QueryOptions } from '../database/database.ts';
import { sql, type Sql } from '../database/sql.ts';
import type { Mapping } from './mapping.ts';

/** However a currency is written: ` eur` is EUR. */
export const plainCurrency: Sql = sql`nullif(upper(trim(currency)), '')`;

/**
 * Currencies of the order lines with an amount that meet a condition, the first ten of them in the alphabet: amounts in
 * more than one cannot be added up. None when the mapping names no currency.
 */
export async function currenciesOf(
  database: Database,
  mapping: Mapping,
  condition: Sql,
  options: QueryOptions,
): Promise<string[]> {
  if (mapping.orders?.columns.currency === undefined) return [];
  const found = await database.texts(
    sql`
    SELECT DISTINCT ${plainCurrency} AS currency FROM business.orders
    WHERE currency IS NOT NULL AND amount <> 0 AND ordered_at IS NOT NULL AND customer_id IS NOT NULL AND ${condition}
    ORDER BY 1 LIMIT 10`,
    options,
  );
  return found.filter((currency) => currency !== null);
}
