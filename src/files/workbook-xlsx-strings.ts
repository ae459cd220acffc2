import { AppError } from '../core/errors.ts';
import type { WorkbookPackage } from './workbook-package.ts';

/** Characters of all texts of a workbook together: they are held while it is read. */
const LONGEST = 400_000_000;

/** The texts that cells refer to by their number. */
export async function readSharedStrings(pack: WorkbookPackage, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined || !pack.has(part)) return strings;
  const rich = new RichText();
  let length = 0;
  await pack.scanAll(part, {
    open(name) {
      if (name === 'si') rich.clear();
      else rich.open(name);
    },
    text: (text) => rich.text(text),
    close(name) {
      rich.close(name);
      if (name !== 'si') return;
      strings.push(rich.value);
      length += rich.value.length;
      if (length > LONGEST) throw new AppError('too-large-for-memory');
    },
  });
  return strings;
}

/** Text in pieces of different looks, without what says how it is pronounced. */
export class RichText {
  #text = '';
  #isText = false;
  #isPhonetic = false;

  clear(): void {
    this.#text = '';
  }

  open(name: string): void {
    if (name === 't') this.#isText = !this.#isPhonetic;
    else if (name === 'rPh') this.#isPhonetic = true;
  }

  text(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isPhonetic = false;
  }

  get value(): string {
    return unescaped(this.#text);
  }
}

/** `_x000D_` stands for the character of that number, which XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
