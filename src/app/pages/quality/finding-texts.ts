import type { RemedyOffer } from '../../../semantics/quality/remedy.ts';
import type { Speech } from '../../../ui/speech.svelte.ts';
import type { ShownFinding } from './examination.svelte.ts';

/** What a finding concerns: rows, amounts, customers, each with its share. */
export function concernedTexts({ rows, money, customers }: ShownFinding, { say }: Pick<Speech, 'say'>): string[] {
  return [
    ...(rows ? [say('quality.finding.rows', { ...rows })] : []),
    ...(money && money.count > 0 ? [say('quality.finding.money', { amount: money.count, share: money.share })] : []),
    ...(customers && customers.count > 0 ? [say('quality.finding.customers', { ...customers })] : []),
  ];
}

/** What the button does. */
export function remedyLabel({ kind, finding, parameters }: RemedyOffer, { say }: Pick<Speech, 'say'>): string {
  if (kind === 'leave-out' && finding.startsWith('duplicates')) return say('quality.remedy.leave-out.duplicates');
  return say(`quality.remedy.${kind}`, kind === 'divide' ? { divisor: parameters.divisor ?? 1 } : {});
}
