/** Letters without accents, lower-case: `Cohortes año` finds itself as `ano`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const isStart = (text: string, index: number): boolean => index === 0 || /[^\p{L}\p{N}]/u.test(text[index - 1]!);

/**
 * How well `query` matches `text`: 0 when its letters do not all occur in order, more for letters that follow each
 * other, that begin a word, and for texts that are short.
 */
export function fuzzyScore(query: string, text: string): number {
  const [letters, within] = [plain(query).replace(/\s+/g, ''), plain(text)];
  if (letters === '') return 1;
  const whole = within.indexOf(plain(query).trim());
  if (whole >= 0) return 1000 + (isStart(within, whole) ? 500 : 0) + 100 / (1 + within.length);
  let [score, previous] = [0, -2];
  for (const letter of letters) {
    const index = nextPlace(within, letter, previous + 1);
    if (index < 0) return 0;
    score += (index === previous + 1 ? 8 : 1) + (isStart(within, index) ? 6 : 0);
    previous = index;
  }
  return score / letters.length + 1 / (1 + within.length);
}

/** A word's first letter is taken before one in the middle, when it is near. */
function nextPlace(text: string, letter: string, from: number): number {
  const place = text.indexOf(letter, from);
  if (place < 0 || place === from || isStart(text, place)) return place;
  for (let index = place + 1; index < Math.min(place + 12, text.length); index++) {
    if (text[index] === letter && isStart(text, index)) return index;
  }
  return place;
}
