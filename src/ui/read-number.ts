/**
 * A number as people type it in either language: `1234.5`, `1.234,5`, `0,1`. One separator alone is a decimal sign.
 * Undefined for anything else.
 */
export function readNumber(text: string): number | undefined {
  const trimmed = text
    .trim()
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace('−', '-');
  if (!/^-?[\d.,]+$/.test(trimmed) || !/\d/.test(trimmed)) return undefined;
  const decimal = Math.max(trimmed.lastIndexOf('.'), trimmed.lastIndexOf(','));
  const sign = decimal < 0 ? '' : trimmed[decimal]!;
  const repeated = sign !== '' && trimmed.indexOf(sign) !== decimal;
  const whole = decimal < 0 || repeated ? trimmed : trimmed.slice(0, decimal);
  const fraction = decimal < 0 || repeated ? '' : trimmed.slice(decimal + 1);
  if (/[.,]/.test(fraction)) return undefined;
  const number = Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`);
  return Number.isFinite(number) ? number : undefined;
}
