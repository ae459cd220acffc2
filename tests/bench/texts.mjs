import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, writeByNative } from './data.mjs';

const MEGABYTES = 100;
const ROWS = 1_870_000;

/** 100 MB of orders in towns with accents, in three encodings: the same rows. @returns paths by encoding */
export async function makeTexts() {
  const texts = Object.fromEntries(
    ['utf-8', 'windows-1252', 'utf-16le'].map((encoding) => [encoding, join(folder, `towns_${encoding}.csv`)]),
  );
  const plain = texts['utf-8'];
  await writeByNative(plain, townsQuery(ROWS), 'FORMAT csv, HEADER');
  // Of its letters latin-1 has all, at the same places as windows-1252.
  write(texts['windows-1252'], () => Buffer.from(readFileSync(plain, 'utf8'), 'latin1'));
  write(texts['utf-16le'], () => Buffer.from(`\uFEFF${readFileSync(plain, 'utf8')}`, 'utf16le'));
  return texts;
}

/** The same rows in 100 files with the same header. */
export function makePieces(plain) {
  const pieces = Array.from({ length: MEGABYTES }, (_, i) => join(folder, 'towns', `towns_${i + 1}.csv`));
  if (pieces.every((piece) => existsSync(piece))) return pieces;
  mkdirSync(join(folder, 'towns'), { recursive: true });
  const [header, ...lines] = readFileSync(plain, 'utf8').trimEnd().split('\n');
  const each = Math.ceil(lines.length / pieces.length);
  for (const [i, piece] of pieces.entries()) {
    writeFileSync(piece, `${[header, ...lines.slice(i * each, (i + 1) * each)].join('\n')}\n`);
  }
  return pieces;
}

function townsQuery(rows) {
  return `
    SELECT
      i AS order_id,
      'C' || lpad(CAST(CAST(floor(100000 * pow(hash(i, 1) % 1000003 / 1000003, 2)) AS BIGINT) AS VARCHAR), 7, '0') AS customer_id,
      CAST(TIMESTAMP '2022-01-01' + to_seconds(i * 60) AS TIMESTAMP(0)) AS ordered_at,
      round(5 + 200 * pow(hash(i, 3) % 1000003 / 1000003, 3), 2) AS amount,
      list_extract(['Córdoba', 'Málaga', 'Bogotá', 'Asunción', 'São Paulo', 'La Coruña'], CAST(1 + hash(i, 4) % 6 AS INT)) AS town,
      CAST(1 + hash(i, 5) % 6 AS INT) AS items
    FROM range(${rows}) AS orders(i)`;
}

function write(file, content) {
  if (existsSync(file)) return;
  try {
    writeFileSync(`${file}.part`, content());
    renameSync(`${file}.part`, file);
  } catch (error) {
    rmSync(`${file}.part`, { force: true });
    throw error;
  }
}
