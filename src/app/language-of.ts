import { AppError } from '../core/errors.ts';
import { languages, type Language } from '../i18n/translate.ts';

/** @throws AppError `parameter-invalid` for what is no language of the product */
export function languageOf(given: unknown): Language {
  const known = languages.find((language) => language === given);
  if (known) return known;
  throw new AppError('parameter-invalid', {
    parameter: 'language',
    value: String(given),
    expected: languages.join(', '),
  });
}
