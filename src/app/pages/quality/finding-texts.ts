import type { Json } from '../../../core/json.ts';
import { message } from '../../../core/message.ts';
import type { RemedyOffer } from '../../../semantics/quality/remedy.ts';
import type { Speech } from '../../../ui/speech.svelte.ts';
import type { ShownFinding } from './examination.svelte.ts';

/** Smaller shares would be shown as none. */
const LEAST_SHARE = 0.001;

/** A share within a sentence. */
export function shareText(share: number): { key: string; values: Record<string, Json> } {
  const isTiny = share > 0 && share < LEAST_SHARE;
  return isTiny ? message('quality.share.tiny', { least: LEAST_SHARE }) : message('quality.share', { share });
}

/** What a finding concerns: rows, amounts, customers, each with its share. */
export function concernedTexts({ rows, money, customers }: ShownFinding, { say }: Pick<Speech, 'say'>): string[] {
  return [
    ...(rows ? [say('quality.finding.rows', { count: rows.count, share: shareText(rows.share) })] : []),
    ...(money && money.count > 0
      ? [say('quality.finding.money', { amount: money.count, share: shareText(money.share) })]
      : []),
    ...(customers && customers.count > 0
      ? [say('quality.finding.customers', { count: customers.count, share: shareText(customers.share) })]
      : []),
  ];
}

/** What the button does. */
export function remedyLabel({ kind, finding, parameters }: RemedyOffer, { say }: Pick<Speech, 'say'>): string {
  if (kind === 'leave-out' && finding.startsWith('duplicates')) return say('quality.remedy.leave-out.duplicates');
  return say(`quality.remedy.${kind}`, kind === 'divide' ? { divisor: parameters.divisor ?? 1 } : {});
}
