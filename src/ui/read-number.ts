const DECIMAL = /^-?(\d+[.,]?\d*|[.,]\d+)$/;
const GROUPED: Record<'.' | ',', RegExp> = {
  '.': /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/,
  ',': /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/,
};

/**
 * A number as people type it: `1234.5`, `1.234,5`, `0,1`. `sign` is the language's own decimal sign: it decides what
 * `1.234` means, and both signs are understood where there is no doubt. Undefined for anything else.
 */
export function readNumber(text: string, sign: '.' | ','): number | undefined {
  const typed = text.replace(/[\s\u00A0\u202F]/g, '').replace('−', '-');
  const other = sign === '.' ? ',' : '.';
  if (GROUPED[sign].test(typed)) return toNumber(typed, sign);
  if (DECIMAL.test(typed)) return Number(typed.replace(',', '.'));
  return GROUPED[other].test(typed) ? toNumber(typed, other) : undefined;
}

function toNumber(typed: string, sign: '.' | ','): number {
  return Number(typed.replaceAll(sign === '.' ? ',' : '.', '').replace(',', '.'));
}
