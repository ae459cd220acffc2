/** A name or a value of the data in a sentence is cut after this many characters; the data have all of it. */
const LONGEST_NAME = 120;
/** What a program said, and what is a sentence already, is longer than a name. */
const LONGEST_SENTENCE = 1_000;
const SENTENCES: ReadonlySet<string> = new Set([
  'reason',
  'title',
  'subtitle',
  'text',
  'missing',
  'expected',
  'question',
]);

/**
 * What is not seen and can turn the text around it, or make two names look the same: marks, embeddings, overrides and
 * isolates of direction, blanks without width, and control characters. Joiners stay: Persian and emoji are written with them.
 */
const UNSEEN =
  /(?![\t\n\r])[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** Letters that are written from the right. */
const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** First strong isolate, and its end: what is between them does not order what is around. */
const [ISOLATE, END] = ['\u2068', '\u2069'];

/** A name or a value as it can stand in a line with other text: unseen characters as `[U+202E]`, and not endless. */
export function shownName(text: string, longest: number = LONGEST_NAME): string {
  return visible(clipped(text, longest));
}

/** Unseen characters as `[U+202E]`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `[U+${hex(character)}]`);
}

/** The same inside a sentence, which it does not reorder; `role` is what the sentence calls it. */
export function nameInSentence(text: string, role: string): string {
  const shown = shownName(text, SENTENCES.has(role) ? LONGEST_SENTENCE : LONGEST_NAME);
  return FROM_THE_RIGHT.test(shown) ? ISOLATE + shown + END : shown;
}

/** Whole characters; an ellipsis says that there is more. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  // Half of a character that takes two places is none.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
