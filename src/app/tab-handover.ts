/** Where the workspace is open, as the tab that has it tells. */
export interface Whereabouts {
  /** Title of the page it shows. */
  title: string;
  openedAt: string;
}

type Note = { kind: 'who' } | ({ kind: 'me' } & Whereabouts) | { kind: 'give' } | { kind: 'given' };

const CHANNEL = 'redito-tabs';

/**
 * Answers other tabs' questions about the workspace, and gives it up when one asks for it.
 * @param given is called when another tab has given it up, even if nobody waits for that any more
 */
export function answerOtherTabs(
  tell: () => Whereabouts | undefined,
  giveUp: () => Promise<void>,
  given: () => void,
): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = async ({ data }: MessageEvent<Note>) => {
    if (data.kind === 'given') given();
    const whereabouts = tell();
    if (!whereabouts) return;
    if (data.kind === 'who') channel.postMessage({ kind: 'me', ...whereabouts } satisfies Note);
    if (data.kind === 'give') {
      // However that ends: the other tab finds out by trying.
      await giveUp().finally(() => channel.postMessage({ kind: 'given' } satisfies Note));
    }
  };
  return () => channel.close();
}

/** Asks which tab has the workspace; undefined when none answers. */
export function findOtherTab(): Promise<Whereabouts | undefined> {
  return exchange<Whereabouts>({ kind: 'who' }, (note) => (note.kind === 'me' ? note : undefined), 3000);
}

/** Asks the tab that has the workspace to close it; true when it has. */
export async function askForWorkspace(): Promise<boolean> {
  const given = await exchange({ kind: 'give' }, (note) => (note.kind === 'given' ? true : undefined), 10_000);
  return given === true;
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
