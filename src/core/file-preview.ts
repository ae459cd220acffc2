import type { ColumnInfo } from './answer.ts';
import type { FileOptions } from './file-options.ts';
import type { Json } from './json.ts';
import type { Message } from './message.ts';

/** How the beginning of a delimited file looks before anything is made of it. */
export interface FileLook {
  /** The first records as they stand, titles and names included; cells are cut to be looked at. */
  records: string[][];
  /** 0-based number of the record that holds the names. */
  headerRow: number | 'none';
  /** Words with letters beyond ASCII, by which the encoding can be judged. */
  words: string[];
  /** Columns of dates whose order of day and month their values do not tell. */
  openDates: string[];
  /** Of what is found out by itself: under it is remembered what is decided on files like this one. */
  signature?: string;
  /** What was decided on it, now or for files like it before. */
  options: FileOptions;
}

/** The first rows of a file as they would come in. */
export interface FilePreview {
  source: { format: string; encoding?: string; delimiter?: string; sheet?: string };
  columns: ColumnInfo[];
  rows: Json[][];
  notices: Message[];
  look?: FileLook;
}
