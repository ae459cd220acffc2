import { message, type Message } from '../../core/message.ts';
import { businessTables, type BusinessColumn } from '../business-tables.ts';
import { phrase } from './phrase.ts';
import type { Remedy } from './remedy.ts';

/** The beginnings of the ids of findings that have a remedy. */
const REASONS = [
  'future',
  'ancient',
  'age',
  'order',
  'negative',
  'score',
  'margin',
  'orphans',
  'outliers',
  'units',
  'test-accounts',
  'test-ids',
  'bots',
  'duplicates',
];

/** What a remedy in force does, as one sentence: for the evidence of answers that read its table, and for the page. */
export function remedyMessage({ kind, table, finding, rows, parameters }: Remedy): Message {
  const [reason, ...columns] = finding.split('.');
  const known: readonly BusinessColumn[] = businessTables[table].columns;
  const column = columns.find((name) => known.some((one) => one.name === name));
  return message(`quality.remedied.${kind}`, {
    rows,
    table: phrase(`business.${table}`),
    why: phrase(`quality.why.${REASONS.includes(reason) ? reason : 'other'}`),
    column: column ? phrase(`business.column.${column}`) : 'none',
    divisor: typeof parameters.divisor === 'number' ? parameters.divisor : 1,
  });
}
