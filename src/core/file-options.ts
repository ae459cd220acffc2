/** What the analyst says about a file, over what is found out from it (`ImportOptions` of scripting). */
export interface FileOptions {
  /** A label of the Encoding Standard, `windows-1252`. */
  encoding?: string;
  /** Its characters; `\t` for a tabulator, `runs` for any run of blanks, `''` for a single column. */
  delimiter?: string;
  /** 0-based number of the record that holds the names. */
  headerRow?: number | 'none';
  /** Name of a column → DuckDB type it shall have: VARCHAR, BIGINT, DOUBLE, BOOLEAN, DATE or TIMESTAMP. */
  columns?: Record<string, string>;
  /** Names of the sheets to read; without them all that are not hidden. */
  sheets?: string[];
  /** Of JSON: objects inside objects become columns of their own (the default), or stay JSON text. */
  nested?: 'columns' | 'text';
  /** Of JSON: the keys to the list that is the table, `result.items`; `''` for the whole file as one record. */
  records?: string;
  /** Words that stand for a missing value, in every column, instead of those that usually do. */
  missing?: string[];
  decimal?: ',' | '.';
  dateOrder?: 'dmy' | 'mdy' | 'ymd';
}
