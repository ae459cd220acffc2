import { hasText } from '../i18n/translate.ts';
import type { Speech } from '../ui/speech.svelte.ts';

/** A parameter's title or help: a question's own words come before the common ones. */
export function parameterText(question: string, name: string, what: 'title' | 'help', speech: Speech): string {
  const suffix = what === 'help' ? '.help' : '';
  const own = `parameter.${question}.${name}${suffix}`;
  return speech.say(hasText(own) ? own : `parameter.${name}${suffix}`);
}

/** The text of one choice of a parameter; a choice without words shows itself. */
export function choiceText(name: string, choice: string, speech: Speech): string {
  const key = `parameter.${name}.choice.${choice}`;
  return hasText(key) ? speech.say(key) : choice;
}
