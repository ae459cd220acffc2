/*
 * Dates with the name of a month, in Spanish, Portuguese and English. What JavaScript does with them step by step the
 * database does with the same patterns (RE2), so that what the page recognises is what is read.
 */

const MONTHS = [
  'enero|ene|january|jan|janeiro',
  'febrero|february|feb|fevereiro|fev',
  'marzo|march|mar\u00e7o|mar',
  'abril|abr|april|apr',
  'mayo|may|maio|mai',
  'junio|june|jun|junho',
  'julio|july|jul|julho',
  'agosto|ago|august|aug',
  'septiembre|setiembre|september|sept|sep|setembro|set',
  'octubre|october|oct|outubro|out',
  'noviembre|november|nov|novembro',
  'diciembre|december|dec|dic|dezembro|dez',
];
const WEEKDAYS =
  'monday|mon|tuesday|tue|wednesday|wed|thursday|thu|friday|fri|saturday|sat|sunday|sun|lunes|lun|martes|mi\u00e9rcoles|mi\u00e9|jueves|jue|viernes|vie|s\u00e1bado|s\u00e1b|domingo|dom|segunda-feira|ter\u00e7a-feira|quarta-feira|quinta-feira|sexta-feira';

/** From the text in lower case to tokens one blank apart, months as `M01` to `M12`. `\1` is the first group. */
export const DATE_STEPS: readonly (readonly [pattern: string, replacement: string])[] = [
  [`^(?:${WEEKDAYS})\\b[.,]? *`, ''],
  ['([ap])\\.? ?m\\.?$', '\\1m'],
  ['(\\d)(?:st|nd|rd|th|\u00ba|\u00aa)', '\\1'],
  ...MONTHS.map(
    (names, i) => [`(^|[^a-z])(?:${names})(?:[^a-z\u00e7]|$)`, `\\1 M${String(i + 1).padStart(2, '0')} `] as const,
  ),
  ['(?: de | del | of |[,. /-])+', ' '],
  ['^ | $', ''],
];

const steps = DATE_STEPS.map(
  ([pattern, replacement]) => [new RegExp(pattern, 'g'), replacement.replaceAll('\\1', '$1')] as const,
);

const DAYS: readonly (readonly [pattern: string, format: string])[] = [
  ['\\d{1,2} M\\d\\d \\d{4}', '%d M%m %Y'],
  ['\\d{1,2} M\\d\\d \\d{2}', '%d M%m %y'],
  ['M\\d\\d \\d{1,2} \\d{4}', 'M%m %d %Y'],
  ['M\\d\\d \\d{4}', 'M%m %Y'],
  ['M\\d\\d \\d{2}', 'M%m %y'],
  ['\\d{4} M\\d\\d \\d{1,2}', '%Y M%m %d'],
  ['\\d{4} M\\d\\d', '%Y M%m'],
];
const CLOCKS: readonly (readonly [pattern: string, format: string])[] = [
  ['', ''],
  [' \\d{1,2}:\\d{2}', ' %H:%M'],
  [' \\d{1,2}:\\d{2}:\\d{2}', ' %H:%M:%S'],
  [' \\d{1,2}:\\d{2} [ap]m', ' %I:%M %p'],
  [' \\d{1,2}:\\d{2}:\\d{2} [ap]m', ' %I:%M:%S %p'],
];
const FORMATS = DAYS.flatMap(([day, dayFormat]) =>
  CLOCKS.map(([clock, clockFormat]) => [new RegExp(`^${day}${clock}$`), dayFormat + clockFormat] as const),
);

const LONGEST = 50;
/** Most texts need not be looked at closely. */
const LIKELY =
  /^[\p{L}\d .,/:ºª-]*(?:ene|jan|fe[bv]|mar|a[bp]r|ma[yi]|ju[nl]|ago|aug|se[pt]|oct|out|nov|di?c|de[cz])[\p{L}\d .,/:ºª-]*$/iu;

/** The text with numbers for months, `5 M01 2024`. */
export function withNumberedMonth(text: string): string {
  return steps.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text.toLowerCase());
}

/** The `strptime` format of a date with the name of a month once the month is a number; nothing for what is none. */
export function namedDateFormat(text: string): string | undefined {
  if (text.length > LONGEST || !LIKELY.test(text) || !/\d/.test(text)) return undefined;
  const numbered = withNumberedMonth(text);
  return FORMATS.find(([pattern]) => pattern.test(numbered))?.[1];
}
