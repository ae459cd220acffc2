/**
 * A number as a person types it: digits in groups of three or not, with the decimal mark of the language; where it can mean
 * nothing else, with the other one.
 *
 * @param decimal the language's mark; the other one separates groups
 * @returns undefined for what is no number
 * @example readTypedNumber('1.000', ',') // 1000
 * @example readTypedNumber('12.5', ',') // 12.5
 */
export function readTypedNumber(text: string, decimal: '.' | ','): number | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  const group = decimal === '.' ? ',' : '.';
  if (isWritten(bare, decimal, group)) return Number(bare.replaceAll(group, '').replace(decimal, '.'));
  return /^[-+−]?\d+[.,]\d+$/.test(bare) ? Number(bare.replace('−', '-').replace(',', '.')) : undefined;
}

function isWritten(text: string, decimal: string, group: string): boolean {
  const [whole = '', fraction, ...more] = text.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return false;
  return (
    /^[-+]?\d+$/.test(whole) ||
    whole.split(group).every((part, i) => (i === 0 ? /^[-+]?\d{1,3}$/ : /^\d{3}$/).test(part))
  );
}
