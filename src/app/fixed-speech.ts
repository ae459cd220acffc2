import { formatDate, formatNumber } from '../i18n/format.ts';
import { stripMarks, translate, type Wording } from '../i18n/translate.ts';
import type { ChartContext } from '../ui/chart-context.ts';

/** Words and formats of one language, whatever the page speaks. */
export function fixedSpeech(wording: Wording): Pick<ChartContext, 'say' | 'number' | 'date'> {
  return {
    say: (key, values = {}) => stripMarks(translate({ key, values }, wording)),
    number: (value, unit) => formatNumber(value, unit, wording),
    date: (iso, style = 'medium') => formatDate(iso, style, wording.language),
  };
}
