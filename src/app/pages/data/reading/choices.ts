import type { FileOptions } from '../../../../core/file-options.ts';

/** Encodings that are offered, by their labels; the one in force is added where it is another. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'iso-8859-7',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

/** Delimiters that are offered; each has the name `reading.delimiter.<id>`. */
export const DELIMITERS: readonly { id: string; value: string }[] = [
  { id: 'comma', value: ',' },
  { id: 'semicolon', value: ';' },
  { id: 'tab', value: '\t' },
  { id: 'bar', value: '|' },
  { id: 'blanks', value: 'runs' },
  { id: 'none', value: '' },
];

/** Types of columns that are offered; each has the name `reading.type.<id>`. */
export const TYPES: readonly { id: string; type: string }[] = [
  { id: 'text', type: 'VARCHAR' },
  { id: 'integer', type: 'BIGINT' },
  { id: 'decimal', type: 'DOUBLE' },
  { id: 'boolean', type: 'BOOLEAN' },
  { id: 'date', type: 'DATE' },
  { id: 'timestamp', type: 'TIMESTAMP' },
];

/** What was typed as words for a missing value: apart by commas, those usual when nothing is typed. */
export function missingWords(typed: string): FileOptions['missing'] {
  const words = typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length > 0 ? words : undefined;
}
