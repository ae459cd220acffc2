import { AppError } from '../core/errors.ts';

export type Format = 'delimited' | 'json' | 'parquet' | 'arrow' | 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'gzip';

const signatures: readonly [name: string, offset: number, bytes: readonly number[]][] = [
  ['PNG', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', 0, [0xff, 0xd8, 0xff]],
  ['GIF', 0, [0x47, 0x49, 0x46, 0x38]],
  ['PDF', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['7-Zip', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', 0, [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', 0, [0x42, 0x5a, 0x68]],
  ['SQLite', 0, [...'SQLite format 3'].map((c) => c.charCodeAt(0))],
  ['DuckDB', 8, [0x44, 0x55, 0x43, 0x4b]],
  ['ORC', 0, [0x4f, 0x52, 0x43]],
  ['Avro', 0, [0x4f, 0x62, 0x6a, 0x01]],
  ['Feather 1', 0, [0x46, 0x45, 0x41, 0x31]],
  ['RTF', 0, [...'{\\rtf'].map((c) => c.charCodeAt(0))],
  ['ELF', 0, [0x7f, 0x45, 0x4c, 0x46]],
  ['WebAssembly', 0, [0x00, 0x61, 0x73, 0x6d]],
];

const startsWith = (head: Uint8Array, bytes: readonly number[], offset = 0): boolean =>
  bytes.every((byte, i) => head[offset + i] === byte);

/**
 * What a file is, from its first bytes; its name decides nothing but which refusal is said.
 * @throws AppError `file-empty`, `format-foreign` (naming what it is), `parquet-encrypted`, `spreadsheet-too-old`.
 */
export function detectFormat(head: Uint8Array, file: File): Format | 'zip' | 'cfb' {
  if (file.size === 0) throw new AppError('file-empty', { file: file.name });
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return 'parquet';
  if (startsWith(head, [0x50, 0x41, 0x52, 0x45])) throw new AppError('parquet-encrypted', { file: file.name });
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'cfb';
  if (isArrow(head)) return 'arrow';
  for (const [name, offset, bytes] of signatures) {
    const isWord = bytes.length < 5 && bytes.every((byte) => byte > 0x20 && byte < 0x7f);
    if (isWord && !looksBinary(head)) continue;
    if (startsWith(head, bytes, offset)) throw new AppError('format-foreign', { file: file.name, format: name });
  }
  if (isOldWorkbook(head)) throw new AppError('spreadsheet-too-old', { file: file.name });
  if (/\.(parquet|pq)$/i.test(file.name)) throw new AppError('parquet-broken', { file: file.name });
  return 'delimited';
}

/** Up to Excel 4 a workbook is its records and nothing around them: it begins with the one of the beginning. */
function isOldWorkbook(head: Uint8Array): boolean {
  const [id, version, length, high] = head;
  return id === 0x09 && [0, 2, 4, 8].includes(version!) && (length === 4 || length === 6 || length === 8) && high === 0;
}

const ARROW = [...'ARROW1'].map((c) => c.charCodeAt(0));
const LONGEST_SCHEMA = 1 << 24;

/** The file format says so; a stream begins with its mark and the length of its schema. */
function isArrow(head: Uint8Array): boolean {
  if (startsWith(head, ARROW)) return true;
  if (head.length < 16 || !startsWith(head, [0xff, 0xff, 0xff, 0xff])) return false;
  const length = new DataView(head.buffer, head.byteOffset).getInt32(4, true);
  return length > 0 && length < LONGEST_SCHEMA && length % 8 === 0;
}

/** What a text is that is not delimited: JSON, or markup, which is refused. */
export function detectTextFormat(text: string, file: File): 'delimited' | 'json' {
  const start = text.slice(0, 2000).trimStart();
  if (/^(<!doctype html|<html|<table|<head|<meta)/i.test(start)) {
    throw new AppError('format-foreign', { file: file.name, format: 'HTML' });
  }
  if (start.startsWith('<?xml')) throw new AppError('format-foreign', { file: file.name, format: 'XML' });
  if (/^\{\s*["}]/.test(start) || /^\[\s*([[{"\d\]-]|true|false|null)/.test(start)) return 'json';
  return 'delimited';
}

/** The members of a zip that tell a workbook from any other zip. */
export function workbookFormat(names: readonly string[]): 'xlsx' | 'xlsb' | 'ods' | undefined {
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  const isOffice = names.includes('[Content_Types].xml');
  if (isOffice && names.some((name) => /^\/?xl\/|(^|\/)workbook\.(xml|bin)$/i.test(name))) return 'xlsx';
  if (names.includes('content.xml') && names.some((name) => name.startsWith('META-INF/'))) return 'ods';
  return undefined;
}

const CONTROL_ALLOWED = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x01, 0x02, 0x03]);

/** More than a few control characters: bytes that are no text in any encoding of one byte per character. */
export function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) if (byte < 0x20 && !CONTROL_ALLOWED.has(byte)) control += 1;
  return control > head.length / 100;
}
