import type { DelimitedSource } from '../core/delimited.ts';
import { message, type Message } from '../core/message.ts';
import type { LoadedTable } from '../database/raw-loader.ts';
import type { ImportedTable } from './contract.ts';

export type Imported = Omit<ImportedTable, 'elapsedMs'>;

/** A table that was stored, as the catalog and the page know it. */
export function describe(
  name: string,
  { rows, columns }: Omit<LoadedTable, 'notices'>,
  rest: Pick<Imported, 'source' | 'notices' | 'rejectedRows'>,
): Imported {
  const { encoding, delimiter, ...source } = rest.source;
  return {
    ...rest,
    name,
    rows,
    columns,
    source: { ...source, ...(encoding !== undefined && { encoding }), ...(delimiter !== undefined && { delimiter }) },
  };
}

const LISTED = 3;

const rejectKeys = {
  'too-few-columns': 'notice.rejected.too-few-columns',
  'too-many-columns': 'notice.rejected.too-many-columns',
  'above-table': 'notice.rejected.above-table',
  'below-table': 'notice.rejected.below-table',
  'not-json': 'notice.rejected.not-json',
  'not-an-object': 'notice.rejected.not-an-object',
} as const;

/** How many records were rejected and why, with the first few as they stood in the file. */
export function rejectNotices({ rejects }: DelimitedSource): Message[] {
  if (rejects.count === 0) return [];
  const examples = rejects.first.slice(0, LISTED).map(({ line, reason, text }) =>
    message('notice.rejected-example', {
      line,
      reason: { ...message(rejectKeys[reason]) },
      text: text.length > 60 ? `${text.slice(0, 59)}…` : text,
    }),
  );
  return [message('notice.rejected', { count: rejects.count }), ...examples];
}
