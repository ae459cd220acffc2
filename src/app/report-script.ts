import { AppError } from '../core/errors.ts';
import { languages, type Language } from '../i18n/translate.ts';
import { readAnswer } from '../reports/validate.ts';
import type { Speech } from '../ui/speech.svelte.ts';
import { readTheme } from '../ui/theme.ts';
import { fixedSpeech } from './fixed-speech.ts';
import { buildReport } from './report-builder.ts';

const SMALLEST = 5;

/**
 * A report as scripts ask for it: answers as `ask` gave them, with the rules that hold unless a person changes them.
 * @throws AppError `report-format`, `refusal-in-report`, `answer-invalid`, `question-unknown`.
 */
export async function reportOfAnswers(
  answers: readonly unknown[],
  options: { format?: unknown; language?: unknown } | undefined,
  speech: Speech,
): Promise<Blob> {
  const format = options?.format ?? 'html';
  if (format !== 'html') throw new AppError('report-format', { format: String(format) });
  const language = languages.find((known): known is Language => known === options?.language) ?? speech.language;
  return buildReport({
    title: fixedSpeech({ language, currency: 'none' }).say('reports.untitled'),
    language,
    currency: speech.currency,
    madeAt: new Date().toISOString().slice(0, 10),
    privacy: { smallest: SMALLEST, ids: 'drop' },
    items: answers.map((answer) => ({ answer: readAnswer(answer) })),
    theme: readTheme('light'),
  });
}
