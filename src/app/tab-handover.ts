import { toErrorData, type ErrorData } from '../core/errors.ts';

/** Where the workspace is open, as the tab that has it tells. */
export interface Whereabouts {
  /** Its id. */
  workspace: string;
  /** Title of the page it shows. */
  title: string;
  openedAt: string;
}

/** All of them name the workspace; one that asks for every workspace names none. */
type Note = { workspace: string | undefined } & (
  | { kind: 'who' | 'given' | 'copy' }
  | ({ kind: 'me' } & Whereabouts)
  | { kind: 'give'; exceptTab?: string }
  | { kind: 'copied'; copy: string | ErrorData }
);

const CHANNEL = 'redito-tabs';
/** A page hears its own other channels. */
const THIS_TAB = crypto.randomUUID();

/**
 * Answers other tabs' questions about the workspace, and gives it up when one asks for it.
 * @param given is called when another tab has given it up, even if nobody waits for that any more
 */
export function answerOtherTabs(
  tell: () => Whereabouts | undefined,
  giveUp: () => Promise<void>,
  copy: () => Promise<string>,
  given: (workspace: string | undefined) => void,
): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = async ({ data }: MessageEvent<Note>) => {
    if (data.kind === 'given') given(data.workspace);
    const whereabouts = tell();
    if (!whereabouts || (data.workspace !== undefined && data.workspace !== whereabouts.workspace)) return;
    const { workspace } = whereabouts;
    if (data.kind === 'who') channel.postMessage({ kind: 'me', ...whereabouts } satisfies Note);
    if (data.kind === 'copy') {
      // The other tab says why there is none.
      const made = await copy().catch(toErrorData);
      channel.postMessage({ kind: 'copied', workspace, copy: made } satisfies Note);
    }
    if (data.kind === 'give' && data.exceptTab !== THIS_TAB) {
      // However that ends: the other tab finds out by trying.
      await giveUp().finally(() => channel.postMessage({ kind: 'given', workspace } satisfies Note));
    }
  };
  return () => channel.close();
}

/** Asks which tab has a workspace; undefined when none answers. */
export function findOtherTab(workspace: string | undefined): Promise<Whereabouts | undefined> {
  const read = (note: Note): Whereabouts | undefined =>
    note.kind === 'me' && note.workspace === workspace ? note : undefined;
  return exchange<Whereabouts>({ kind: 'who', workspace }, read, 3000);
}

/** Asks the tab that has a workspace to close it; true when it has. */
export async function askForWorkspace(workspace: string | undefined): Promise<boolean> {
  const read = (note: Note): true | undefined =>
    note.kind === 'given' && note.workspace === workspace ? true : undefined;
  return (await exchange({ kind: 'give', workspace }, read, 10_000)) === true;
}

/** Asks the tab that has a workspace for a copy of it; undefined when it does not answer, or why it cannot make one. */
export function askForCopy(workspace: string | undefined): Promise<string | ErrorData | undefined> {
  const read = (note: Note): string | ErrorData | undefined =>
    note.kind === 'copied' && note.workspace === workspace ? note.copy : undefined;
  return exchange({ kind: 'copy', workspace }, read, 60_000);
}

/** Asks every other tab to close its workspace: all of them are about to be forgotten. */
export function askForAll(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ kind: 'give', workspace: undefined, exceptTab: THIS_TAB } satisfies Note);
  channel.close();
}

function exchange<T>(question: Note, read: (note: Note) => T | undefined, patienceMs: number): Promise<T | undefined> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise<T | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    channel.onmessage = ({ data }: MessageEvent<Note>) => {
      const answer = read(data);
      if (answer === undefined) return;
      clearTimeout(timer);
      resolve(answer);
    };
    channel.postMessage(question);
  }).finally(() => channel.close());
}
