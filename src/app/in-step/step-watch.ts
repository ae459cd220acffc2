import { isCancelled, toErrorData, type ErrorData } from '../../core/errors.ts';

/** By which a file is known to be as it was. */
export interface Stamp {
  size: number;
  /** Milliseconds since 1970. */
  lastModified: number;
}

/** One file as a look finds it. */
export interface SeenFile extends Stamp {
  /** Its name, or where it lies in its folder. */
  path: string;
  file: File;
}

/** A file, or all that a folder holds, as it is now. Rejects while it cannot be looked at. */
export type LookAround = () => Promise<readonly SeenFile[]>;

/**
 * `resting`: it has changed, and is read once it is the same at two looks: who writes it may not have ended. `gone`: it is not
 * there any more, its data stay. `detached`: its tables are not what it has brought any more.
 */
export type FileStatus = 'resting' | 'reading' | 'read' | 'failed' | 'gone' | 'detached';

export interface WatchedFile {
  path: string;
  status: FileStatus;
  /** When it was read last, milliseconds since 1970. */
  readAt?: number;
  /** As it was then. */
  taken?: Stamp;
  /** Why it was not read; what it has brought before stays. */
  failure?: ErrorData;
}

/** Why nothing is seen of any file, and a person's click or the next look may mend it. */
export type WatchStatus = 'watching' | 'not-allowed' | 'unreachable';

interface Entry extends WatchedFile {
  seen?: Stamp;
  /** How often it failed as it is now. */
  tries: number;
}

/** After so many a file has to change before it is read again. */
const MOST_TRIES = 3;

/** What a file brings is put in the place of what it has brought before. @throws why it was not, and nothing has changed */
export type TakeFile = (seen: SeenFile) => Promise<void>;

/**
 * Keeps tables in step with files: each look reads what has changed since the one before, one file after the other. A file that
 * is being written is left until it rests; one that could not be read is tried again.
 */
export class StepWatch {
  status: WatchStatus = 'watching';
  failure: ErrorData | undefined;
  readonly #around: LookAround;
  readonly #take: TakeFile;
  readonly #heard: () => void;
  readonly #files = new Map<string, Entry>();
  #looking: { done: Promise<void>; isWanted: boolean } | undefined;
  /** The look that a person waits for. */
  #next: Promise<void> | undefined;

  /** @param known files that were read before @param heard is called whenever something about it is different */
  constructor(around: LookAround, take: TakeFile, heard: () => void, known: readonly WatchedFile[] = []) {
    this.#around = around;
    this.#take = take;
    this.#heard = heard;
    for (const file of known)
      this.#files.set(file.path, { ...file, ...(file.taken && { seen: file.taken }), tries: 0 });
  }

  get files(): readonly WatchedFile[] {
    return [...this.#files.values()].map(({ seen: _, tries: __, ...file }) => file);
  }

  /**
   * @param now milliseconds since 1970
   * @param isWanted a person asked for it: files are read as they are, those as well that have not changed
   */
  look(now: () => number, isWanted = false): Promise<void> {
    const looking = this.#looking;
    if (!looking) return this.#begin(now, isWanted);
    if (!isWanted || looking.isWanted) return looking.done;
    // What a person asks for while it looks by itself is done after that.
    this.#next ??= looking.done.then(() => this.#begin(now, true)).finally(() => (this.#next = undefined));
    return this.#next;
  }

  #begin(now: () => number, isWanted: boolean): Promise<void> {
    const done = this.#look(now, isWanted).finally(() => (this.#looking = undefined));
    this.#looking = { done, isWanted };
    return done;
  }

  async #look(now: () => number, isWanted: boolean): Promise<void> {
    let found: readonly SeenFile[];
    try {
      found = await this.#around();
      this.status = 'watching';
      this.failure = undefined;
    } catch (error) {
      this.#unseen(error);
      return;
    }
    const paths = new Set(found.map(({ path }) => path));
    for (const entry of this.#files.values()) {
      if (!paths.has(entry.path) && entry.status !== 'detached') entry.status = 'gone';
    }
    for (const seen of found) await this.#see(seen, now, isWanted);
    this.#heard();
  }

  #unseen(error: unknown): void {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotFoundError') {
      for (const entry of this.#files.values()) if (entry.status !== 'detached') entry.status = 'gone';
    } else {
      this.status = name === 'NotAllowedError' || name === 'SecurityError' ? 'not-allowed' : 'unreachable';
      this.failure = toErrorData(error);
    }
    this.#heard();
  }

  async #see(seen: SeenFile, now: () => number, isWanted: boolean): Promise<void> {
    const entry = this.#files.get(seen.path) ?? { path: seen.path, status: 'resting', tries: 0 };
    this.#files.set(seen.path, entry);
    if (entry.status === 'detached') return;
    const isAsSeen = isSame(seen, entry.seen);
    if (!isAsSeen) Object.assign(entry, { seen: stampOf(seen), tries: 0 });
    if (!isWanted) {
      if (isSame(seen, entry.taken)) {
        entry.status = 'read';
        return;
      }
      if (!isAsSeen) entry.status = 'resting';
      if (!isAsSeen || entry.tries >= MOST_TRIES) return;
    }
    entry.status = 'reading';
    this.#heard();
    await this.#read(entry, seen, now);
    this.#heard();
  }

  async #read(entry: Entry, seen: SeenFile, now: () => number): Promise<void> {
    try {
      await this.#take(seen);
      Object.assign(entry, { status: 'read', taken: stampOf(seen), readAt: now(), tries: 0 });
      delete entry.failure;
    } catch (error) {
      const failure = toErrorData(error);
      entry.tries += 1;
      entry.failure = failure;
      entry.status = failure.code === 'step-detached' ? 'detached' : 'failed';
      // Who cancels the reading does not want it as it is now.
      if (isCancelled(error)) entry.tries = MOST_TRIES;
    }
  }
}

function stampOf({ size, lastModified }: Stamp): Stamp {
  return { size, lastModified };
}

function isSame(one: Stamp, other: Stamp | undefined): boolean {
  return other !== undefined && one.size === other.size && one.lastModified === other.lastModified;
}
