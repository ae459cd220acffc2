/*
 * A table of which files were appended one to the other is called by all of them where its source is told, as long as they are
 * few.
 */

const BETWEEN = ' + ';
const MOST_NAMED = 4;

/** @example appendedSource('orders.csv', 'may.csv') // 'orders.csv + may.csv' */
export function appendedSource(files: string, file: string): string {
  const named = files.split(BETWEEN);
  if (named.includes(file) || named.at(-1) === '…') return files;
  return [...named, named.length < MOST_NAMED ? file : '…'].join(BETWEEN);
}

/** The files that a source names. */
export function filesOfSource(files: string): string[] {
  return files.split(BETWEEN);
}
