import type { DelimitedSource } from '../core/delimited.ts';
import type { Outcome } from '../core/errors.ts';
import type { Message } from '../core/message.ts';
import type { ColumnInfo } from '../core/answer.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { FileLook } from '../core/file-preview.ts';
import type { WorkspaceContents } from '../core/workspace-file.ts';

/** How far a file is read, in its own bytes. The promise lets a cancellation through. */
export type ReportBytes = (done: number, total: number) => void | Promise<void>;

export interface ReadRequest {
  file: File;
  options: FileOptions;
  timeZone: string;
  /** Name of the folder for scratch files. */
  scratchId: string;
  /** What the analyst decided on files before, by their signature, where nothing is said of this one. */
  remembered?: Record<string, FileOptions>;
  /** Only so many rows are wanted, to look at. */
  rows?: number;
}

/**
 * Text that DuckDB reads by handle. `straight`: it is the text of the file itself, and the plan comes from a sample of it.
 * `isCopied`: the whole file has been read before, into files of our own.
 */
export interface DelimitedReading {
  kind: 'delimited';
  format: string;
  encoding?: string;
  delimiter?: string;
  sources: DelimitedSource[];
  straight: boolean;
  isCopied: boolean;
  /** Where only the first rows were wanted. */
  look?: FileLook;
}

/** Record batches to be fetched one after the other with `nextBatches`. */
export interface ArrowReading {
  kind: 'arrow';
  format: string;
  rows: number;
  columns: ColumnInfo[];
  notices: Message[];
}

/** Where the record batches of a file come from. */
export interface BatchSource {
  readonly reading: ArrowReading;
  /** Several batches as one Arrow IPC stream, or nothing at the end. */
  next(): Promise<{ ipc: Uint8Array; rows: number } | null>;
}

/** An archive that is no workbook: what of it can be unpacked, one member after the other. */
export interface ArchiveListing {
  members: { label: string; bytes: number }[];
  /** Names of what is there for the system or for people. */
  passedOver: string[];
}

export type Reading = DelimitedReading | ArrowReading;

/** What the reader's worker offers: one file, then its end. */
export interface ReaderService {
  read(request: ReadRequest, report: ReportBytes): Promise<Outcome<Reading>>;
  /** After DuckDB could not read a straight file by the plan: reads it again, every record and value. */
  normalise(report: ReportBytes): Promise<Outcome<DelimitedReading>>;
  /** What is in a zip, or nothing when it is a workbook. */
  members(archive: File): Promise<Outcome<ArchiveListing | null>>;
  /** A member of the archive, by its place in the list, as a scratch file. */
  unpack(member: number, scratchId: string, report: ReportBytes): Promise<Outcome<File>>;
  /** An Arrow IPC stream of some record batches with `_row` as the last column, or nothing when all have been fetched. */
  nextBatches(): Promise<Outcome<{ ipc: Uint8Array; rows: number } | null>>;
  /** A workspace file, checked from the first byte to the last: all of it but the rows. */
  openWorkspace(file: Blob, report: ReportBytes): Promise<Outcome<WorkspaceContents>>;
  /** Begins with the rows of one of its tables. */
  openWorkspaceTable(index: number): Promise<Outcome<void>>;
  /** An Arrow IPC stream of some of its rows, or nothing when all have been fetched. */
  nextWorkspaceRows(): Promise<Outcome<Uint8Array | null>>;
}
