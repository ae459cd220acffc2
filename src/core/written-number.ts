/*
 * Numbers as people and programs write them: with a currency, a percent sign, a sign behind or brackets around, blanks or
 * apostrophes between thousands. The patterns are read by JavaScript and by RE2 alike, so that what the page recognises is
 * what the database reads.
 */

const BLANK = ' \u00a0\u202f\u2009';
const CODES =
  'EUR|USD|GBP|MXN|BRL|PEN|COP|CLP|ARS|UYU|BOB|CRC|DOP|GTQ|CHF|JPY|CNY|CAD|AUD|INR|SEK|NOK|DKK|PLN|CZK|HUF|TRY|ZAR';
const CURRENCY = `(?:US\\$|MX\\$|R\\$|C\\$|A\\$|S/\\.?|Bs\\.?|[$€£¥₹]|${CODES})`;

/** Groups: bracket, sign, currency, sign, number, currency or percent, sign behind, bracket. */
export const DRESSED_NUMBER = `(\\()?([-−])?(${CURRENCY})?[${BLANK}]?([-−])?(\\d[\\d.,'’${BLANK}]*|[.,]\\d+)(${CURRENCY}|%)?(-)?(\\))?`;

/** What is no digit and no mark in such a number; `S/.` and `Bs.` hold a point that is none. */
export const DRESS = `S/\\.|Bs\\.|[^0-9.,]`;

/** Blanks or apostrophes in such a number that do not stand before three digits. */
export const WRONG_GROUP = `\\d['’${BLANK}](?:\\d{1,2}(?:\\D|$)|\\d{4})`;

const WHOLE = new RegExp(`^${DRESSED_NUMBER}$`);
const GROUPED = new RegExp(`^\\d{1,3}(['’${BLANK}])\\d{3}(?:\\1\\d{3})*(?:[.,]\\d+)?$`);
const INSIDE = new RegExp(`['’${BLANK}]`, 'g');
const LONGEST = 40;

export interface UndressedNumber {
  /** Sign, digits, points and commas. */
  bare: string;
  /** As it is written, `''` without one. */
  currency: string;
  isPercent: boolean;
  /** Thousands stand apart by blanks or apostrophes; a mark in it is the decimal one then. */
  isSpaced: boolean;
  /** The sign is a bracket or stands behind. */
  isBookkeepers: boolean;
}

/** Takes off what stands around a number; nothing for what is no such number, or has nothing around it. */
export function undressed(text: string): UndressedNumber | undefined {
  if (text.length > LONGEST) return undefined;
  const match = WHOLE.exec(text);
  if (!match) return undefined;
  const [, open, before, currency = '', sign, number = '', behind = '', trailing, close] = match;
  const digits = number.trimEnd();
  const isSpaced = new RegExp(INSIDE).test(digits);
  if ((open === undefined) !== (close === undefined)) return undefined;
  if ([open, before, sign, trailing].filter((mark) => mark !== undefined).length > 1) return undefined;
  if (isSpaced && !GROUPED.test(digits)) return undefined;
  if (currency !== '' && behind !== '') return undefined;
  const isNegative = open !== undefined || before !== undefined || sign !== undefined || trailing !== undefined;
  const bare = `${isNegative ? '-' : ''}${digits.replaceAll(INSIDE, '')}`;
  if (bare === text) return undefined;
  return {
    bare,
    currency: behind === '%' ? currency : currency + behind,
    isPercent: behind === '%',
    isSpaced,
    isBookkeepers: open !== undefined || trailing !== undefined,
  };
}
