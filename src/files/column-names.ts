import { message, type Message } from '../core/message.ts';
import { ROW_COLUMN } from '../core/table-info.ts';

/** Columns that a table has at most. */
export const WIDEST = 5000;

export interface NamedColumns {
  names: string[];
  /** Which columns had no name. */
  unnamed: boolean[];
  notices: Message[];
}

/**
 * Names that a table can have: none empty, none twice (upper and lower case being one), none that DuckDB gives its own
 * row numbers; otherwise as they stand.
 */
export function nameColumns(header: readonly string[]): NamedColumns {
  const used = new Set([ROW_COLUMN, 'rowid']);
  const renamed: string[] = [];
  const unnamed = header.map((name) => clean(name) === '');
  const given = new Set(header.map((name) => clean(name).toLowerCase()));
  const names = header.map((name, i) => {
    const wanted = unnamed[i] ? `column${i}` : clean(name);
    let free = wanted;
    const isTaken = (): boolean => used.has(free.toLowerCase()) || (free !== wanted && given.has(free.toLowerCase()));
    for (let n = 2; isTaken(); n += 1) free = `${wanted}_${n}`;
    used.add(free.toLowerCase());
    if (!unnamed[i] && free !== wanted) renamed.push(free);
    return free;
  });
  const notices: Message[] = [];
  if (renamed.length > 0) notices.push(message('notice.columns-renamed', { columns: shortened(renamed) }));
  return { names, unnamed, notices };
}

/** A name may be ten thousand characters long; a sentence about it may not. */
export function shortened(names: readonly string[]): string[] {
  const some = names.slice(0, 5).map((name) => (name.length > 40 ? `${name.slice(0, 39)}…` : name));
  return names.length > 5 ? [...some, '…'] : some;
}

function clean(name: string): string {
  return name.replaceAll(/[\0\uFEFF]/g, '').trim();
}
