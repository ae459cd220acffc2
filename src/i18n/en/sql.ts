export const sql = {
  'sql.title': 'Ask in SQL',
  'sql.lead':
    'DuckDB’s SQL, on the tables as they were read and on the business views ({views}). A query reads and changes nothing.',
  'sql.lead.tables': 'DuckDB’s SQL, on the tables as they were read. A query reads and changes nothing.',
  'sql.editor': 'Query',
  'sql.editor.help': 'Ctrl Enter or ⌘ Enter runs it, or what is selected of it.',
  'sql.run': 'Run',
  'sql.cancel': 'Cancel',
  'sql.running': 'Running',
  'sql.format': 'Lay out',
  'sql.export': 'Save all as CSV',
  'sql.exporting': 'Writing the CSV',
  'sql.history': 'Earlier queries',
  'sql.result': 'Result',
  'sql.result.line':
    '{rows, number, integer} {rows, plural, one {row} other {rows}}, {columns, number, integer} {columns, plural, one {column} other {columns}}, {seconds, number, decimal} s',
  'sql.result.truncated': 'The first {rows, number, integer} rows; the CSV holds them all.',
  'sql.result.none': 'The query gave no rows.',
  'sql.empty': 'The result comes here.',
  'sql.empty.remedy': 'Write a query and press Ctrl Enter, or ⌘ Enter on a Mac.',
  'sql.where': 'Line {line}, column {column}',
  'sql.file': 'result',
} as const;
