import { AppError } from '../core/errors.ts';
import { readAnswer } from '../reports/validate.ts';
import type { Speech } from '../ui/speech.svelte.ts';
import { readTheme } from '../ui/theme.ts';
import { fixedSpeech } from './fixed-speech.ts';
import { languageOf } from './language-of.ts';
import { buildReport } from './report-builder.ts';

const SMALLEST = 5;

/**
 * A report as scripts ask for it: answers as `ask` gave them, with the rules that hold unless a person changes them.
 * @throws AppError `report-format`, `parameter-invalid` for a language that is none, `report-empty`, `refusal-in-report`,
 * `answer-invalid`, `question-unknown`.
 */
export async function reportOfAnswers(
  answers: unknown,
  options: { format?: unknown; language?: unknown } | undefined,
  speech: Speech,
): Promise<Blob> {
  const format = options?.format ?? 'html';
  if (format !== 'html') throw new AppError('report-format', { format: String(format) });
  const language = languageOf(options?.language ?? speech.language);
  if (!Array.isArray(answers)) throw new AppError('answer-invalid', { where: 'answers' });
  if (answers.length === 0) throw new AppError('report-empty');
  return buildReport({
    title: fixedSpeech({ language, currency: 'none' }).say('reports.untitled'),
    language,
    madeAt: new Date().toISOString().slice(0, 10),
    privacy: { smallest: SMALLEST, ids: 'drop' },
    items: answers.map((answer: unknown) => ({ answer: readAnswer(answer), currency: speech.currency })),
    theme: readTheme('light'),
  });
}
