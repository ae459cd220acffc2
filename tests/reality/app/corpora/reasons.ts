/** Why a file has another number of rows or columns here than in native DuckDB, below `import_duckdb` unless it says otherwise. */
export const REASONS: Readonly<Record<string, string>> = {
  'import_clevercsv/example/airedale.csv': '“Report created …” below the table is listed as a remark',
  ...all('native takes the first record for names, though nothing sets it apart from the others', [
    'csv/17738.csv',
    'csv/17738_rn.csv',
    'csv/bug_10273.csv',
    'csv/error/mismatch/big_bad.csv',
    'csv/error/mismatch/big_bad2.csv',
    'csv/error/time.csv',
    'csv/real/nfc_normalization.csv',
    'csv/real/nfc_normalization_rn.csv',
    'csv/small_bad.csv',
    'csv/test/force_not_null.csv',
    'csv/test/force_not_null_inull.csv',
    'csv/test/force_quote.csv',
    'csv/test/test_incompatible_type_with_nullable.csv',
  ]),
  'import_duckdb/csv/real/ontime_sample.csv':
    'a last column without a name and without a value, behind a delimiter too many, is left out',
  ...all('lines that begin with # and are as wide as the table are kept as rows', [
    'csv/comments/big.csv',
    'csv/comments/midline_big.csv',
  ]),
  'import_duckdb/csv/bug_10283.csv':
    'several tables of different widths in one file: the widest block is not the longest',
  'import_duckdb/csv/error/quotednewlines.csv': 'native takes quoted line ends for ends of records',
  'import_duckdb/csv/inconsistent_cells.csv': 'each record has another width: a single column',
  ...all('not a table by its bytes, or packed as nobody can read it here', [
    'csv/broken/test.csv.zst',
    'csv/fuzzing/3.csv',
    'csv/zstd/ncvoter.csv.zst',
  ]),
  'import_duckdb/parquet-testing/arrow/nation.dict-malformed.parquet': 'damaged Parquet pages',
  'import_parquet_testing/data/nation.dict-malformed.parquet': 'damaged Parquet pages',
};

function all(reason: string, files: readonly string[], folder = 'import_duckdb/'): Record<string, string> {
  return Object.fromEntries(files.map((file) => [folder + file, reason]));
}
