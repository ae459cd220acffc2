import type { Session } from '../../session.svelte.ts';

const MOST = 30;

/** What was typed on the SQL page while the tab is open. */
export class SqlHistory {
  /** What stands in the editor. */
  draft = '';
  /** The last one first. */
  queries = $state.raw<readonly string[]>([]);

  remember(text: string): void {
    this.queries = [text, ...this.queries.filter((query) => query !== text)].slice(0, MOST);
  }
}

const histories = new WeakMap<object, SqlHistory>();

export function historyOf(session: Session): SqlHistory {
  let history = histories.get(session.workspace);
  if (!history) histories.set(session.workspace, (history = new SqlHistory()));
  return history;
}

/** A query on one line, for a list. */
export function oneLine(text: string, length = 64): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** A first query on a table. */
export function queryOn(table: string): string {
  return `from "${table.replaceAll('"', '""')}"\nlimit 100`;
}
