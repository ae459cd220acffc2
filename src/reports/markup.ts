/** HTML whose texts have been escaped. Made by `markup`, and by `sanitiseSvg` of pictures. */
export class Markup {
  constructor(readonly text: string) {}
}

export type MarkupPart = string | number | Markup | undefined | false | readonly MarkupPart[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What HTML has no place for. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

export function escapeText(text: string): string {
  return text.replace(CONTROLS, '').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Text and attribute values (always in quotes) become harmless whatever they hold; markup stays. */
export function markup(strings: TemplateStringsArray, ...parts: MarkupPart[]): Markup {
  return new Markup(strings.reduce((whole, string, i) => whole + textOf(parts[i - 1]) + string));
}

function textOf(part: MarkupPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escapeText(String(part));
}
