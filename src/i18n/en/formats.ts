/** What is said of archives, folders and single file formats. */
export const formats = {
  'error.archive-broken': '{file} is damaged or incomplete: the list of what it holds cannot be read.',
  'error.archive-broken.hint': 'Copy or download the archive again, or unpack it yourself and drop what is inside.',
  'error.archive-member-broken': '{file} is damaged inside its archive: it cannot be unpacked.',
  'error.archive-member-broken.hint': 'Copy or download the archive again; its other files are not affected.',
  'error.archive-encrypted': '{file} is protected by a password.',
  'error.archive-encrypted.hint': 'Unpack it with its password and drop what is inside.',
  'error.archive-method': '{file} is packed with {method}, which cannot be unpacked here.',
  'error.archive-method.hint': 'Unpack it yourself and drop what is inside, or pack it again as an ordinary zip.',
  'error.archive-bomb':
    '{file} was made to do harm: its files overlap, or they unpack to more than a thousand times its size.',
  'error.archive-bomb.hint': 'Do not open it. Ask where it came from.',
  'error.archive-nested': '{file} is an archive inside an archive inside an archive.',
  'error.archive-nested.hint':
    'Archives are opened {limit} deep. If you trust where it came from, unpack it yourself and drop what is inside.',
  'error.archive-too-large':
    '{file} unpacks to {megabytes, number, integer} MB, and this browser has room for {free, number, integer} MB.',
  'error.archive-too-large.hint':
    'Free space on the disk, drop tables that you no longer need, or unpack the archive and drop only the files you need.',
  'error.archive-too-many':
    '{file} holds {count, number, integer} files; at most {limit, number, integer} can be read at once.',
  'error.archive-too-many.hint': 'Unpack it and drop the files you need.',
  'error.archive-empty': '{file} holds no file with a table.',
  'error.archive-empty.hint': 'Pictures, documents and hidden files are passed over. Check what is in the archive.',
  'error.folder-empty': 'The folder {file} holds no file with a table.',
  'error.folder-empty.hint':
    'Pictures, documents and hidden files are passed over. Choose the folder that holds the data.',
  'error.folder-too-many': 'The folder {file} holds more than {limit, number, integer} files.',
  'error.folder-too-many.hint': 'Choose the folders or files in it that you need.',
  'error.folder-unreadable': '{file} could not be read: it was moved or deleted, or this browser may not look into it.',
  'error.folder-unreadable.hint': 'Choose the folder again, or the files in it.',
  'error.json-geographic': '{file} is a map ({format}), not a table.',
  'error.json-geographic.hint':
    'Save the table of its features as CSV in a program for maps (QGIS: Export, Save features as, CSV) and drop that file.',
  'error.json-list-unknown': '{file} holds no list “{list}”.',
  'error.json-list-unknown.hint': 'Its lists of records are: {lists}. Name one of them in the import options.',
  'error.arrow-broken': '{file} is damaged or incomplete: its Arrow data cannot be read.',
  'error.arrow-broken.hint': 'Copy or download the file again; its end may be missing.',
  'error.arrow-compressed': '{file} is an Arrow file (Feather) that is compressed in a way that cannot be read here.',
  'error.arrow-compressed.hint':
    'Write it again as Parquet, or without compression (in Python: write_feather(…, compression="uncompressed")).',
  'error.arrow-types': '{file} has columns of a type that cannot be stored.',
  'error.arrow-types.hint': 'Write the file again with plain columns: numbers, text, dates and times.',
  'notice.parquet-int96':
    'Times of the old kind INT96 come out wrong before 1677 and after 2262: {columns}. Write the file again with ordinary timestamps if it holds such times.',
  'notice.json-columns':
    'Objects inside records became columns of their own: {columns}. Say nested: text to keep them as JSON.',
  'notice.json-text':
    'The objects inside records would have made more than a thousand columns: they were kept as JSON text. Say nested: columns to have them all.',
  'notice.json-repeated':
    '{count, plural, one {# record names} other {# records name}} a value twice; the last one counts.',
  'notice.json-list':
    'The table is the list “{list}” of the file.{count, plural, =0 {} other { Left out: {others}. Say records to choose another list.}}',
  'notice.passed-over':
    '{count, plural, one {# file without a table was} other {# files without a table were}} passed over: {files}.',
} as const;
