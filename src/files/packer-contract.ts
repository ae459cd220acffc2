import type { Outcome } from '../core/errors.ts';
import type { WorkspaceContents, WorkspaceManifest } from '../core/workspace-file.ts';

/** What the packer's worker offers: one workspace file, then its end. */
export interface PackerService {
  /** The rows that follow are those of a table of its own. */
  beginTable(entry: string): Promise<Outcome<void>>;
  /** A piece of the table's Arrow IPC stream: the schema first, then record batches. */
  add(piece: Uint8Array): Promise<Outcome<void>>;
  endTable(): Promise<Outcome<void>>;
  finish(contents: WorkspaceContents, about: Pick<WorkspaceManifest, 'app' | 'savedAt'>): Promise<Outcome<Blob>>;
}
