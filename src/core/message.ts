import type { Json } from './json.ts';

/** A sentence before it has a language: the dictionaries of `i18n` hold the text under `key`. */
export interface Message {
  key: string;
  values: Record<string, Json>;
  /** Rendered in the current language, for scripts and report files; the page fills it in. */
  text?: string;
}

export function message(key: string, values: Record<string, Json> = {}): Message {
  return { key, values };
}
