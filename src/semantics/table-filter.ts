import { AppError } from '../core/errors.ts';
import type { Database } from '../database/database.ts';
import { sql, type Sql } from '../database/sql.ts';
import { checkExpression } from './expression.ts';
import { rawName } from './raw-tables.ts';

/**
 * The parameter `where` of a question that is asked of one raw table: a condition on that table's own columns.
 * @throws AppError `filter-invalid` when it is not one yes-or-no expression over them.
 */
export async function tableFilter(database: Database, table: string, where: string | undefined): Promise<Sql> {
  if (!where?.trim()) return sql`true`;
  try {
    const { sql: condition, type } = await checkExpression(database, rawName(table), where);
    if (type === 'BOOLEAN') return condition;
    const reason = { key: 'mapping.expression.notBoolean', values: { found: type } };
    throw new AppError('filter-invalid', { where, reason });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'expression-invalid') throw thrown;
    throw new AppError('filter-invalid', { where, reason: thrown.details.reason }, { cause: thrown });
  }
}
