import { AppError, throwIfCancelled } from '../core/errors.ts';
import { message } from '../core/message.ts';
import type { Database, QueryOptions } from '../database/database.ts';
import { isBusinessTable, validateTable } from './validate-mapping.ts';
import { orderFindings } from './order-findings.ts';
import { tableFindings } from './table-findings.ts';
import type { Finding, Mapping } from './mapping.ts';
import { rawTables } from './raw-tables.ts';
import { resolveTable } from './resolve-table.ts';

/**
 * Holds a mapping against the data without keeping it: what cannot hold, what could not be read and where, and what the
 * analyst should know before trusting an answer. Nothing is left out silently: rows that a question will not use are
 * counted here. A part that does not hold is a failed finding; the other tables are still checked.
 */
export async function checkMapping(
  mapping: Mapping,
  database: Database,
  options: QueryOptions = {},
): Promise<Finding[]> {
  const tables = await rawTables(database);
  const findings: Finding[] = [];
  for (const [business, entry] of Object.entries(mapping)) {
    throwIfCancelled(options.signal);
    if (!isBusinessTable(business) || entry === undefined) continue;
    try {
      validateTable(business, entry, tables);
      const raw = tables.find(({ name }) => name === entry.table)!;
      const table = await resolveTable(database, business, entry, raw);
      findings.push(...(await tableFindings(database, table, options)));
      if (business === 'orders') findings.push(...(await orderFindings(database, table, options)));
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code === 'cancelled') throw thrown;
      const column = typeof thrown.details.column === 'string' ? { column: thrown.details.column } : {};
      findings.push({
        table: business,
        ...column,
        status: 'failed',
        message: message(`error.${thrown.code}`, thrown.details),
      });
    }
  }
  return findings;
}
