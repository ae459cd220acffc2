import { toErrorData, type ErrorData } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
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
  const values = known ? withTypeName(error.details, speech) : { reason: error.technical };
  const shown = known ? key : 'error.unexpected';
  return { code: error.code, message: speech.say(shown, values), hint: speech.say(`${shown}.hint`, values) };
}

/** What was thrown in one line: what happened and what to do. */
export function explainError(thrown: unknown, speech: Speech): string {
  const { message, hint } = describeError(toErrorData(thrown), speech);
  return `${message} ${hint}`;
}

/** What a parameter takes begins with the name of its type, as scripts know it: people get the word for it. */
function withTypeName(details: Record<string, Json>, speech: Speech): Record<string, Json> {
  const { expected } = details;
  if (typeof expected !== 'string') return details;
  const [type = '', ...bounds] = expected.split(' ');
  const key = `parameters.type.${type}`;
  return hasText(key) ? { ...details, expected: [speech.say(key), ...bounds].join(' ') } : details;
}
