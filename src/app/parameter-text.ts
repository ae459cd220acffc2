import { hasText } from '../i18n/translate.ts';
import type { Speech } from '../ui/speech.svelte.ts';

/** A parameter's title or help: a question's own words come before the common ones. */
export function parameterText(question: string, name: string, what: 'title' | 'help', speech: Speech): string {
  const suffix = what === 'help' ? '.help' : '';
  const own = `parameter.${question}.${name}${suffix}`;
  return speech.say(hasText(own) ? own : `parameter.${name}${suffix}`);
}

/** The text of one choice of a parameter; a choice without words shows itself. */
export function choiceText(question: string, name: string, choice: string, speech: Speech): string {
  const keys = [`parameter.${question}.${name}.choice.${choice}`, `parameter.${name}.choice.${choice}`];
  const key = keys.find(hasText);
  return key ? speech.say(key) : choice;
}
