import { readFileSync } from 'node:fs';

/**
 * The rules of `public/_headers`, the one place that states the security headers: static hosts read the file as it is, and the
 * development server, the local server, the built page's `<meta>` and the service worker take them from here.
 * @returns {{ pattern: RegExp, headers: [string, string][] }[]}
 */
export function readHeaderRules(file) {
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^\S/.test(line)) {
      const pattern = line
        .trim()
        .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    } else if (line.trim()) {
      const colon = line.indexOf(':');
      rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/** Headers for a path; a later rule overrules an earlier one. */
export function headersFor(rules, path) {
  return Object.fromEntries(rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers));
}
