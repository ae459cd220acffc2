import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Path from the repository's root → text. */
export type SourceFiles = ReadonlyMap<string, string>;

/** `<file> <problem>`, as the failing test lists it. */
export type Violation = `${string} ${string}`;

const root = join(import.meta.dirname, '../../..');

export function readSources(folder: string, endings = ['.ts', '.svelte']): SourceFiles {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(files.map((file) => [relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')]));
}

export function virtualFiles(files: Record<string, string>): SourceFiles {
  return new Map(Object.entries(files));
}

/** A Svelte file's script blocks, or the whole of a TypeScript file. */
export function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n');
}

/** Without comments; lines stay where they are. */
export function withoutComments(text: string): string {
  return text
    .replaceAll(/<!--[\s\S]*?-->/g, blank)
    .replaceAll(/\/\*[\s\S]*?\*\//g, blank)
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

function blank(comment: string): string {
  return comment.replaceAll(/[^\n]/g, ' ');
}
