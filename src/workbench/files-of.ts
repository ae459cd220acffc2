import { AppError, isCancelled, throwIfCancelled } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import { message, type Message } from '../core/message.ts';
import type { ReportProgress } from '../core/progress.ts';
import type { ArchiveListing } from '../files/reader-contract.ts';
import type { ImportOptions } from './contract.ts';
import type { ImportContext } from './import-file.ts';
import { ReaderProcess } from './reader-process.ts';
import { removeScratchPatiently } from './remove-scratch.ts';

/** A file that is to become one or several tables, or why that cannot be. */
export interface Incoming {
  /** What it is called where something is said of it: of a member of an archive, the archive comes first. */
  label: string;
  file: File | AppError;
  /** Nothing where nobody said how it is to be read. */
  options: FileOptions | undefined;
  progress: ReportProgress;
  /** To be said with the first table of an archive; whoever says it takes it out. */
  notices: Message[];
}

type Context = Pick<ImportContext, 'progress' | 'signal' | 'clock'>;

/** An archive in an archive is opened; one in that is a trap. */
const DEEPEST = 2;

/**
 * A file as it is; of an archive its members, one after the other: each is unpacked when it is its turn, and what was
 * unpacked is removed before the next one. Options are those of the member, or else those of the archive.
 */
export function filesOf(file: File, options: ImportOptions, context: Context): AsyncGenerator<Incoming> {
  const optionsOf = (label: string): FileOptions | undefined => options[label] ?? options[file.name];
  return incoming(file, context, { optionsOf, notices: [], depth: 0 });
}

interface Place {
  optionsOf(label: string): FileOptions | undefined;
  notices: Message[];
  depth: number;
}

async function* incoming(file: File, context: Context, place: Place): AsyncGenerator<Incoming> {
  const { progress, signal } = context;
  const one = (label: string, found: File | AppError): Incoming => {
    return { label, file: found, options: place.optionsOf(label), progress, notices: place.notices };
  };
  if (!(await isZip(file))) {
    yield one(file.name, file);
    return;
  }
  const reader = new ReaderProcess(file, signal);
  try {
    const listing = await reader.members(file);
    if (!listing) yield one(file.name, file);
    else if (place.depth === DEEPEST) throw new AppError('archive-nested', { limit: DEEPEST });
    else yield* membersOf(reader, listing, context, place, one);
  } catch (error) {
    yield one(file.name, refusal(error, file.name));
  } finally {
    reader.end();
  }
}

async function* membersOf(
  reader: ReaderProcess,
  { members, passedOver }: ArchiveListing,
  context: Context,
  place: Place,
  one: (label: string, found: AppError) => Incoming,
): AsyncGenerator<Incoming> {
  if (passedOver.length > 0) place.notices.push(passedOverNotice(passedOver));
  const total = members.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  for (const [i, { label, bytes }] of members.entries()) {
    throwIfCancelled(context.signal);
    const scratchId = crypto.randomUUID();
    const half = bytes / 2;
    const unpacking = within(context.progress, before, half, total);
    const reading = within(context.progress, before + half, half, total);
    try {
      const member = await reader.unpack(i, scratchId, (done, all) =>
        unpacking({ phase: 'reading', done, total: all }),
      );
      yield* incoming(member, { ...context, progress: reading }, { ...place, depth: place.depth + 1 });
    } catch (error) {
      if (isCancelled(error)) throw error;
      yield one(label, refusal(error, label));
    } finally {
      await removeScratchPatiently(scratchId);
    }
    before += bytes;
  }
}

/** The first bytes tell; what they belong to is found out where it may go wrong. */
async function isZip(file: File): Promise<boolean> {
  // A file that cannot be read is refused by its reader.
  const start = await file
    .slice(0, 4)
    .text()
    .catch(() => '');
  return start === 'PK\x03\x04' || start === 'PK\x05\x06';
}

/** The progress of a part as that of the whole. */
function within(progress: ReportProgress, start: number, length: number, whole: number): ReportProgress {
  return ({ done, total }) => {
    const share = total > 0 ? Math.min(done / total, 1) : 0;
    return progress({ phase: 'reading', done: start + share * length, total: whole });
  };
}

const NAMED = 5;

function passedOverNotice(names: readonly string[]): Message {
  const some = names.slice(0, NAMED).map((name) => (name.length > 40 ? `${name.slice(0, 39)}…` : name));
  return message('notice.passed-over', { count: names.length, files: names.length > NAMED ? [...some, '…'] : some });
}

function refusal(error: unknown, label: string): AppError {
  if (!(error instanceof AppError)) throw error;
  if (isCancelled(error) || 'file' in error.details) return error;
  return new AppError(error.code, { ...error.details, file: label }, { cause: error });
}
