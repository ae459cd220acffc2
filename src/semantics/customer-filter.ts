import { AppError } from '../core/errors.ts';
import type { Database } from '../database/database.ts';
import { sql, typedByAnalyst, type Sql } from '../database/sql.ts';
import { checkExpression } from './expression.ts';
import type { Mapping } from './mapping.ts';

/**
 * The parameter `where`, a condition on customers' attributes, as a condition on the column `customer_id` of any
 * business table. `checkCustomerFilter` has to come first.
 */
export function customerFilter(where: string | undefined): Sql {
  if (!where?.trim()) return sql`true`;
  return sql`customer_id IN (SELECT customer_id FROM business.customers WHERE (${typedByAnalyst(where)}))`;
}

/**
 * @throws AppError `filter-without-customers` when no customers are mapped, `filter-invalid` when the condition is not
 *   one yes-or-no expression over them.
 */
export async function checkCustomerFilter(
  database: Database,
  mapping: Mapping,
  where: string | undefined,
): Promise<void> {
  if (!where?.trim()) return;
  if (!mapping.customers) throw new AppError('filter-without-customers', { where });
  try {
    const { type } = await checkExpression(database, sql`business.customers`, where);
    if (type !== 'BOOLEAN')
      throw new AppError('filter-invalid', {
        where,
        reason: { key: 'mapping.expression.notBoolean', values: { found: type } },
      });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'expression-invalid') throw thrown;
    throw new AppError('filter-invalid', { where, reason: thrown.details.reason }, { cause: thrown });
  }
}
