/*
 * What a file is called inside a folder or an archive. Such a path is only ever a label: nothing is opened or written
 * by it.
 */

const HARMFUL = /[\p{Cc}\p{Cf}]/gu;
const LONGEST = 400;

/**
 * A path as it can be shown: with slashes, without steps upward, drives, control characters and marks of direction.
 * @example pathLabel('..\\..\\C:\\orders\\may.csv') // 'orders/may.csv'
 */
export function pathLabel(path: string): string {
  const steps = path
    .replaceAll(HARMFUL, '')
    .split(/[/\\]/)
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step));
  const label = steps.join('/');
  return label.length > LONGEST ? `…${label.slice(-LONGEST)}` : label;
}

/** The last step of a path: the name of the file itself. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const BY_THE_SYSTEM = new Set(['__macosx', 'thumbs.db', 'desktop.ini', '$recycle.bin', 'system volume information']);
const ABOUT = /^(read[ _-]?me|l[ée]eme|licen[cs]e|licencia|copying|authors|changelog|notice)(\.(txt|md|rst|html?))?$/i;
const NO_DATA =
  /\.(png|jpe?g|gif|svg|webp|bmp|ico|heic|avif|tiff?|pdf|docx?|pptx?|odt|odp|md|rst|html?|css|m?js|ts|py|r|ipynb|sh|bat|ps1|sql|exe|dll|so|mp[34]|mov|avi|wav|ttf|otf|woff2?|crc|md5|sha1|sha256)$/i;

/** Whether a file of a folder or archive is there for the system or for people, and holds no table. */
export function holdsNoData(path: string): boolean {
  const steps = path.split('/');
  if (steps.some((step) => step.startsWith('.') || BY_THE_SYSTEM.has(step.toLowerCase()))) return true;
  const name = steps.at(-1)!;
  return ABOUT.test(name) || NO_DATA.test(name) || /^_(success|started|committed)/i.test(name);
}
