/** What is said of files: why one is refused, and what was noticed about one that was read. */
export const files = {
  'phase.reading': 'Reading',
  'phase.storing': 'Storing',

  'error.file-empty': '{file} is empty.',
  'error.file-empty.hint': 'Export it again and check that it has rows before you drop it here.',
  'error.no-rows': '{file} has column names but no rows.',
  'error.no-rows.hint': 'Check the filter or the period of the export and drop the file again.',
  'error.not-a-table': '{file} does not hold a table: its records have no columns in common.',
  'error.not-a-table.hint':
    'Files with one record per line and columns apart by commas, semicolons, tabs or blanks can be read. If yours is one, name its delimiter in the import options.',
  'error.format-foreign': '{file} is not a table but a file of the kind {format}, whatever its name says.',
  'error.format-foreign.hint':
    'Save the data as CSV, Parquet, JSON or Excel and drop that file. Of archives, zip and gzip are unpacked here, others have to be before.',
  'error.too-many-columns':
    '{file} has {columns, number, integer} columns; at most {limit, number, integer} can be read.',
  'error.too-many-columns.hint':
    'Perhaps the delimiter is another one, or rows and columns are interchanged. Name the delimiter in the import options.',
  'error.file-unreadable': '{file} could not be read, although it looks like a table.',
  'error.file-unreadable.hint': 'Open it in a spreadsheet or an editor, save it as CSV in UTF-8 and drop it again.',
  'error.parquet-broken': '{file} is damaged or incomplete: its Parquet data cannot be read.',
  'error.parquet-broken.hint': 'Copy or download the file again; its end may be missing.',
  'error.parquet-encrypted': '{file} is an encrypted Parquet file.',
  'error.parquet-encrypted.hint': 'Write it again without encryption.',
  'error.parquet-types': '{file} has columns of a type that cannot be stored.',
  'error.parquet-types.hint': 'Write the file again with plain columns: numbers, text, dates and times.',
  'error.spreadsheet-encrypted': '{file} is protected by a password.',
  'error.spreadsheet-encrypted.hint':
    'Open it in your spreadsheet program, save it without a password and drop that file.',
  'error.spreadsheet-broken': '{file} cannot be read as a workbook: it is damaged or in a format that is too old.',
  'error.spreadsheet-broken.hint': 'Open it in your spreadsheet program, save it as .xlsx or CSV and drop that file.',
  'error.spreadsheet-empty': 'No sheet of {file} holds a table.',
  'error.spreadsheet-empty.hint':
    'A table needs a row of names and at least one row below it. Hidden sheets are left out unless they are named in the import options.',
  'error.sheet-unknown': '{file} has no sheet “{sheet}”.',
  'error.sheet-unknown.hint': 'Its sheets are: {sheets}.',
  'error.gzip-broken': '{file} is damaged or incomplete: it cannot be unpacked.',
  'error.gzip-broken.hint': 'Copy or download the file again, or unpack it yourself and drop what is inside.',
  'error.gzip-bomb': '{file} unpacks to more than a thousand times its size: it was made to do harm.',
  'error.gzip-bomb.hint': 'Do not open it. Ask where it came from.',
  'error.json-broken': '{file} is not valid JSON: it goes wrong on line {line, number, integer}, or ends too early.',
  'error.json-broken.hint': 'A list of objects or one object per line can be read. Export the file again.',
  'error.encoding-unknown': '“{encoding}” is not an encoding that can be read here.',
  'error.encoding-unknown.hint': 'Common ones are utf-8, windows-1252, iso-8859-15, utf-16le and shift_jis.',
  'notice.unreadable':
    '{count, plural, one {# character} other {# characters}} could not be read as {encoding} and became �. Another encoding may fit better.',
  'error.column-unknown': 'The import options name a column “{column}” that {file} does not have.',
  'error.column-unknown.hint': 'Its columns are: {columns}.',
  'error.column-type-unknown': 'The import options name a type “{type}” that does not exist.',
  'error.column-type-unknown.hint': 'The types are: {types}.',
  'error.too-large-for-memory': '{file} needs more memory than this tab can have.',
  'error.too-large-for-memory.hint': 'Save it as CSV or Parquet, which are read piece by piece whatever their size.',
  'error.file-gone': '{file} could not be read: it was moved, deleted or changed, or it is a folder.',
  'error.file-gone.hint': 'Choose the file again; of a folder, choose the files in it.',
  'error.no-room-stored':
    '{file} takes about {needed, number, integer} MB here ({by, select, cells {{rows, number} rows × {columns, number} columns × {bytes, number} bytes} other {two thirds of its {megabytes, number, integer} MB}}), and this browser has room for {free, number, integer} MB.',
  'error.no-room-stored.hint':
    'Bring less: only the columns that you need, all rows of every tenth customer, or one year per file. Or free space on the disk, and drop tables that you no longer need.',
  'error.no-room-memory':
    '{file} takes about {needed, number, integer} MB here ({by, select, cells {{rows, number} rows × {columns, number} columns × {bytes, number} bytes} other {two thirds of its {megabytes, number, integer} MB}}), and a window that keeps nothing on the disk has {free, number, integer} MB of memory.',
  'error.no-room-memory.hint':
    'Open Rédito in a window that may keep data on the disk. Or bring less: only the columns that you need, all rows of every tenth customer, or one year per file.',
  'error.storage-full': 'There is no room left in this browser to read {file}.',
  'error.storage-full.hint': 'Free space on the disk, or drop tables that you no longer need and reload the page.',
  'error.reader-died': 'Reading {file} failed in a way that ended the reader; the workspace is untouched.',
  'error.reader-died.hint': 'The file is damaged or far too large. Save it in another format and try again.',
  'error.reader-hangs': 'Reading {file} was stopped: it made no progress for two minutes.',
  'error.reader-hangs.hint': 'The file is damaged or made to do harm. Save it in another format and try again.',

  'notice.blanks':
    '{column}: {count, plural, one {# value is} other {# values are}} blank and count as missing; the rest are numbers or dates.',
  'notice.missing-words':
    '{column}: {count, plural, one {# value is} other {# values are}} missing (“{words}” count as such).',
  'notice.not-converted':
    '{column}: {count, plural, one {# value is} other {# values are}} not of the chosen type and {count, plural, one {counts} other {count}} as missing.',
  'notice.columns-renamed': 'Columns that would have had the name of another one were renamed: {columns}.',
  'notice.columns-unnamed': 'Columns without a name were given one: {columns}.',
  'notice.no-header': 'The file has no row of names: the columns are called column0, column1 and so on.',
  'notice.preamble':
    '{count, plural, one {# line} other {# lines}} above the table {count, plural, one {was} other {were}} left out.',
  'notice.remembered': 'Read as you decided for files with these columns before.',
  'notice.two-headers': 'The names of the columns stand in two rows and were joined.',
  'notice.comments':
    '{count, plural, one {# line that begins with # is a remark and was} other {# lines that begin with # are remarks and were}} left out.',
  'notice.end-remarks':
    '{count, plural, one {# row has a remark behind it, which begins with # and was} other {# rows have remarks behind them, which begin with # and were}} left out.',
  'notice.nuls': '{count, plural, one {# NUL character was} other {# NUL characters were}} taken out.',
  'notice.short-records':
    '{count, plural, one {# record has} other {# records have}} fewer values than there are columns; what is missing counts as empty.',
  'notice.quotes':
    '{count, plural, one {# quotation mark stands} other {# quotation marks stand}} where none should and {count, plural, one {was} other {were}} read as {count, plural, one {a character} other {characters}}.',
  'notice.date-order':
    '{column}: it cannot be told whether the day or the month comes first; {order, select, dmy {the day} other {the month}} was assumed. Say otherwise with dateOrder.',
  'notice.currency': '{column}: amounts in {currency}; the sign was taken off.',
  'notice.currencies': '{column} has amounts in several currencies ({currencies}) and was kept as text.',
  'notice.percent': 'Percentages were read as shares, 15% as 0.15: {columns}.',
  'notice.number-mark':
    '{column}: a {mark, select, point {point} other {comma}} before three digits was read as the decimal mark; nothing in the file tells whether it stands for thousands.',
  'notice.zone': 'Times with an offset were converted to {zone}: {columns}.',
  'notice.sheets-hidden': 'Hidden sheets were left out: {sheets}.',
  'notice.kept-as-text':
    'Some values are not of the kind that the others are, 31/02/2024 among dates: these columns were kept as text: {columns}.',
  'notice.all-text': 'The values of this file did not agree with what they looked like: all columns were kept as text.',
  'notice.rejected':
    '{count, plural, one {# record} other {# records}} could not be used and {count, plural, one {was} other {were}} left out; Tables lists the first ones, in SQL redito.rejects.',
  'notice.rejected-example': 'Line {line, number, integer}, {reason}: {text}',
  'notice.rejected.too-few-columns': 'too few columns',
  'notice.rejected.too-many-columns': 'too many columns',
  'notice.rejected.above-table': 'a title above the table',
  'notice.rejected.below-table': 'a total or a remark below the table',
  'notice.rejected.not-json': 'not JSON',
  'notice.rejected.not-an-object': 'not a record',
  'error.misfit': 'The file is not what its beginning promised.',
  'error.misfit.hint': 'Bring it again; if it happens again, say in the options how it is to be read.',
} as const;
