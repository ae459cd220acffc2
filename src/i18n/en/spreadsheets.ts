/** What is said of workbooks: why one is refused, and what was noticed about one that was read. */
export const spreadsheets = {
  'error.spreadsheet-too-old': '{file} was saved in a format of Excel 95 or older, which cannot be read.',
  'error.spreadsheet-too-old.hint': 'Open it in your spreadsheet program, save it as .xlsx and drop that file.',
  'error.spreadsheet-bomb':
    '{file} was refused before it was unpacked: it is built so that it would fill the memory of any computer.',
  'error.spreadsheet-bomb.hint':
    'If it comes from a source you trust, open it in your spreadsheet program, save it as CSV and drop that file.',
  'error.sheet-too-large':
    'A sheet of {file} says that it has {cells, number, integer} filled cells in {rows, number, integer} rows; at most {limit, number, integer} can be read.',
  'error.sheet-too-large.hint':
    'A value was probably filled down or across to the end of the sheet. Delete what is not data, save the file and drop it again.',

  'notice.defined-table': 'This is the table “{table}” that is defined in the sheet “{sheet}”.',
  'notice.outside-tables':
    'In the sheet “{sheet}” {count, plural, one {# filled cell stands} other {# filled cells stand}} outside of its defined tables and {count, plural, one {was} other {were}} left out.',
  'notice.sheets-without-rows': 'No rows were found in: {sheets}.',
  'notice.header-lines': 'The names of the columns were put together from {count} rows.',
  'notice.totals-row':
    '{count, plural, one {The row of totals} other {# rows of totals}} of the defined table {count, plural, one {was} other {were}} left out.',
  'notice.sheet-errors':
    '{count, plural, one {# cell holds} other {# cells hold}} an error such as #N/A and {count, plural, one {counts} other {count}} as missing: {columns}.',
  'notice.sheet-uncalculated':
    '{count, plural, one {# formula was} other {# formulas were}} saved without a value and {count, plural, one {counts} other {count}} as missing: {columns}. Open the file in your spreadsheet program and save it there to have them calculated.',
} as const;
