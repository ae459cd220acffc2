import type { Json } from '../../core/json.ts';
import { identifier, sql, type Sql } from '../../database/sql.ts';
import { ROW_COLUMN } from '../../core/table-info.ts';
import type { BusinessTable } from '../business-tables.ts';
import { isAbove, isAtLeast, isBot, isOrphan } from './conditions.ts';
import { repeatedRowsQuery } from './examine-duplicates.ts';
import { hasColumns, type ExaminedTable } from './examined.ts';
import { impossibleRules } from './impossible.ts';
import type { RemedyOffer } from './remedy.ts';
import { scaleRule } from './survey-scale.ts';
import { hasTestId, isTestAccount } from './test-accounts.ts';

/** Which rows a remedy is about, and which column it changes. */
export interface RemedyTarget {
  condition: Sql;
  column?: string;
  divisor?: number;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const row = identifier(ROW_COLUMN);

/** Which other table knows what a column names. */
const KNOWN_BY: Readonly<Record<string, BusinessTable>> = {
  customer_id: 'customers',
  order_id: 'orders',
  product_id: 'products',
};

/**
 * The rows that a remedy is about, from its symbols alone: what a workspace file says is never run as it stands.
 * @param table whose `from` has `_row`
 * @returns undefined when it does not fit the table as it is mapped now
 */
export function remedyTarget(
  { finding, kind, parameters }: RemedyOffer,
  table: ExaminedTable,
  tables: ReadonlyMap<BusinessTable, ExaminedTable>,
): RemedyTarget | undefined {
  const [what, column = ''] = finding.split('.');
  const has = hasColumns(table, column);
  const limit = numberOf(parameters.limit);
  switch (what) {
    case 'test-accounts':
      return ifDefined(isTestAccount(table, parameters.byDomain === true));
    case 'test-ids':
      return hasColumns(table, 'customer_id') ? { condition: hasTestId } : undefined;
    case 'bots':
      return limit && hasColumns(table, 'customer_id', 'occurred_at')
        ? { condition: isBot(table.from, limit) }
        : undefined;
    case 'outliers':
      return limit && has ? { condition: isAbove(column, limit) } : undefined;
    case 'units': {
      const divisor = numberOf(parameters.divisor);
      return kind === 'divide' && limit && divisor && has
        ? { condition: isAtLeast(column, limit), column, divisor }
        : undefined;
    }
    case 'orphans': {
      const other = tables.get(KNOWN_BY[column]);
      return has && other && hasColumns(other, column) ? { condition: isOrphan(column, other.from) } : undefined;
    }
    case 'duplicates':
      return duplicates(table, column);
    default:
      return impossible(finding, table, parameters);
  }
}

function duplicates(table: ExaminedTable, column: string): RemedyTarget | undefined {
  if (!column) return { condition: sql`${row} IN (${repeatedRowsQuery(table.rawRows, table.rawColumns)})` };
  if (!hasColumns(table, column)) return undefined;
  const key = identifier(column);
  // The first row of a key stays.
  return {
    condition: sql`${key} IS NOT NULL AND ${row} NOT IN (SELECT min(${row}) FROM ${table.from} WHERE ${key} IS NOT NULL GROUP BY ${key})`,
  };
}

function impossible(id: string, table: ExaminedTable, parameters: Record<string, Json>): RemedyTarget | undefined {
  const { today } = parameters;
  const scale = scaleRule(table);
  if (scale?.id === id) return { condition: scale.condition, column: scale.column };
  if (typeof today !== 'string' || !ISO_DAY.test(today)) return undefined;
  const rule = impossibleRules(table, today).find((one) => one.id === id);
  return rule?.remedy && { condition: rule.condition, column: rule.column };
}

function ifDefined(condition: Sql | undefined): RemedyTarget | undefined {
  return condition && { condition };
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && value > 0 && value < Infinity ? value : undefined;
}
