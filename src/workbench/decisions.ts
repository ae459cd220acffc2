import type { FileOptions } from '../core/file-options.ts';
import type { Json } from '../core/json.ts';
import { readState, writeState } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';

const DECISIONS = 'reading-decisions';
/** The oldest ones are forgotten. */
const MOST = 200;

/** What the analyst decided on files, by their signature: files with the same columns are read in the same way. */
export async function readDecisions(database: Database): Promise<Record<string, FileOptions>> {
  return Object.fromEntries((await readState<[string, FileOptions][]>(database, DECISIONS)) ?? []);
}

/** Without anything decided, what was remembered is forgotten. */
export async function rememberDecision(database: Database, signature: string, options: FileOptions): Promise<void> {
  const others = Object.entries(await readDecisions(database)).filter(([known]) => known !== signature);
  const decided: [string, FileOptions][] = Object.keys(options).length > 0 ? [[signature, options]] : [];
  await writeState(database, DECISIONS, [...others, ...decided].slice(-MOST) as unknown as Json);
}
