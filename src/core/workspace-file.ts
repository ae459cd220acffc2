import type { ColumnInfo } from './answer.ts';
import type { Json } from './json.ts';
import type { TableInfo } from './table-info.ts';

/*
 * A workspace as one file: a zip of stored entries. `manifest.json` lists the others with their sizes and hashes,
 * `workspace.json` holds all that is not rows, and `tables/<n>.parquet` the rows of a raw table each.
 */

export const WORKSPACE_FILE = {
  ending: '.redito',
  mediaType: 'application/x-redito',
  format: 'redito',
  /** Counts changes after which an earlier program could not read the file any more. */
  version: 1,
  manifest: 'manifest.json',
  contents: 'workspace.json',
} as const;

export interface WorkspaceManifest {
  format: typeof WORKSPACE_FILE.format;
  version: number;
  /** Version of the program that has written it. */
  app: string;
  /** ISO date and time, UTC. */
  savedAt: string;
  entries: { name: string; bytes: number; sha256: string }[];
}

export interface WorkspaceContents {
  /** What the analyst calls the workspace; empty: nothing. */
  name: string;
  tables: SavedTable[];
  rejects: SavedReject[];
  /** Values that the catalog keeps under keys: settings, mapping, sample, baselines, report. */
  state: Record<string, Json>;
}

export interface SavedTable {
  info: TableInfo;
  /** As they are in the database, without `_row`: types that Parquet has no word for are stored as text. */
  columns: ColumnInfo[];
  /** Name of the entry that holds its rows. */
  entry: string;
}

export interface SavedReject {
  table: string;
  line: number;
  column: string | null;
  reason: string;
  text: string;
}

export function isWorkspaceFile(name: string): boolean {
  return name.toLowerCase().endsWith(WORKSPACE_FILE.ending);
}
