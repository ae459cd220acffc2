import type { Workspace } from './workspace.ts';

/** What of the raw tables may be told: sizes, and hashes of the values. */
export async function hashesOf(
  workspace: Workspace,
  signal: AbortSignal,
): Promise<{ rows: number; columns: number; hash: string }[]> {
  const told = [];
  for (const { name, rows, columns } of await workspace.tables()) {
    told.push({ rows, columns: columns.length, hash: await workspace.hash(name, signal) });
  }
  return told;
}
