import type { ErrorData } from '../core/errors.ts';
import { hasText } from '../i18n/translate.ts';
import type { Speech } from '../ui/speech.svelte.ts';

export interface DescribedError {
  code: string;
  message: string;
  hint: string;
}

/** What happened and what to do, in the current language; an error without a text of its own keeps its reason. */
export function describeError(error: ErrorData, speech: Speech): DescribedError {
  const key = `error.${error.code}`;
  const known = hasText(key);
  const values = known ? error.details : { reason: error.technical };
  const shown = known ? key : 'error.unexpected';
  return { code: error.code, message: speech.say(shown, values), hint: speech.say(`${shown}.hint`, values) };
}
