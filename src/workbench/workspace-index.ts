import * as v from 'valibot';

/** One of the workspaces of this browser. */
export interface WorkspaceEntry {
  /** Stands in the names of its files and of its lock: letters, digits and `-`. */
  id: string;
  /** What the analyst calls it, a label and nothing else; empty: nothing yet. */
  name: string;
  /** Its database, in our folder: another one each time that a workspace file takes its place. */
  file: string;
}

/** Which workspaces there are. What is not in here does not exist, whatever lies in the folder. */
export interface WorkspaceIndex {
  /** Of two copies the one that counts higher is in force. */
  generation: number;
  /** The number of the next one to be made; numbers are never used again. */
  next: number;
  /** The one that was opened last: a new tab opens it. */
  current: string;
  /** Never empty; in the order in which they were made. */
  workspaces: WorkspaceEntry[];
}

/** The one that there was before there were several. */
const FIRST: WorkspaceEntry = { id: 'workspace', name: '', file: 'workspace.db' };
export const firstIndex: WorkspaceIndex = { generation: 0, next: 2, current: FIRST.id, workspaces: [FIRST] };

const LONGEST_NAME = 200;

/** As it is kept: one line, and not longer than a label can be. */
export function workspaceName(given: string): string {
  return [...given.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()].slice(0, LONGEST_NAME).join('');
}

/** The one that is wanted, or the one that was opened last. */
export function entryOf(index: WorkspaceIndex, wanted?: string): WorkspaceEntry {
  const find = (id: string | undefined) => index.workspaces.find((entry) => entry.id === id);
  return find(wanted) ?? find(index.current) ?? index.workspaces[0]!;
}

export function withNew(index: WorkspaceIndex, name: string): WorkspaceIndex {
  const id = `${FIRST.id}-${index.next}`;
  const entry = { id, name: workspaceName(name), file: `${id}.db` };
  return { ...index, next: index.next + 1, workspaces: [...index.workspaces, entry] };
}

export function withChanged(
  index: WorkspaceIndex,
  id: string,
  change: Partial<Pick<WorkspaceEntry, 'name' | 'file'>>,
): WorkspaceIndex {
  return { ...index, workspaces: index.workspaces.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) };
}

export function without(index: WorkspaceIndex, id: string): WorkspaceIndex {
  const workspaces = index.workspaces.filter((entry) => entry.id !== id);
  return { ...index, workspaces, current: index.current === id ? workspaces[0]!.id : index.current };
}

/** The number of a database among those that its workspace has had, 1 for the first one; undefined: it is of another. */
export function numberOf(file: string, id: string): number | undefined {
  const match = /^([a-z0-9-]+?)(?:\.(\d+))?\.db(?:\.|$)/.exec(file);
  return match?.[1] === id ? Number(match[2] ?? 1) : undefined;
}

/**
 * What the files of a folder tell when no index can be read. Of several databases of a workspace the oldest is taken: a newer one
 * may be half of one, and was in force only if the older one is gone.
 */
export function indexOfFiles(files: readonly string[]): WorkspaceIndex {
  const found = files.flatMap((file) => {
    const match = /^(workspace(?:-(\d+))?)(?:\.(\d+))?\.db$/.exec(file);
    return match ? [{ id: match[1]!, number: Number(match[2] ?? 1), copy: Number(match[3] ?? 1), file }] : [];
  });
  found.sort((one, other) => one.number - other.number || one.copy - other.copy);
  const oldest = found.filter(({ id }, i) => found.findIndex((other) => other.id === id) === i);
  if (oldest.length === 0) return firstIndex;
  const workspaces = oldest.map(({ id, file }) => ({ id, name: '', file }));
  return { generation: 0, next: found.at(-1)!.number + 1, current: workspaces[0]!.id, workspaces };
}

const id = v.pipe(v.string(), v.regex(/^workspace(?:-\d{1,9})?$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schema = v.object({
  generation: count,
  next: count,
  current: id,
  workspaces: v.pipe(
    v.array(v.object({ id, name: v.string(), file: v.pipe(v.string(), v.regex(/^workspace[-.\d]*\.db$/)) })),
    v.minLength(1),
  ),
});

/** With a hash of all of it in front: half of it must not be taken for the whole. */
export async function writtenIndex(index: WorkspaceIndex): Promise<string> {
  const text = JSON.stringify(index);
  return `${await hashOf(text)}\n${text}`;
}

/** @returns undefined for what was not written to its end. */
export async function readWritten(written: string): Promise<WorkspaceIndex | undefined> {
  const end = written.indexOf('\n');
  const text = written.slice(end + 1);
  if (end < 0 || written.slice(0, end) !== (await hashOf(text))) return undefined;
  const result = v.safeParse(schema, JSON.parse(text));
  return result.success ? result.output : undefined;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
