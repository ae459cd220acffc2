import type { Json } from '../../../core/json.ts';
import { message, type Message } from '../../../core/message.ts';
import { weightiestFirst } from './finding-weight.ts';
import { shareText } from './finding-texts.ts';
import type { ShownFinding, ShownTable } from './examination.svelte.ts';

/** The page in one sentence: how many tables need a look, and what the largest problem is. */
export function qualityVerdict(tables: readonly ShownTable[], running: boolean): Message {
  const needLook = tables.filter(({ findings }) => findings.some(({ severity }) => severity !== 'note'));
  if (needLook.length === 0) {
    return running ? message('quality.verdict.looking') : message('quality.verdict.clean', { tables: tables.length });
  }
  const [largest] = needLook.flatMap(({ findings }) => findings).sort(weightiestFirst);
  return message('quality.verdict.found', {
    open: needLook.length,
    tables: tables.length,
    largest: sentenceOf(largest!),
  });
}

type Phrase = { key: string; values: Record<string, Json> };

function sentenceOf({ table, rule, money, rows, customers }: ShownFinding): Phrase {
  const what: Phrase = message(`quality.rule.${rule}`);
  const name: Phrase = message(`business.${table}`);
  if (money && money.share >= (rows?.share ?? 0)) {
    return message('quality.verdict.money', { share: shareText(money.share), what });
  }
  if (rows) return message('quality.verdict.rows', { share: shareText(rows.share), what, table: name });
  if (customers) return message('quality.verdict.customers', { share: shareText(customers.share), what, table: name });
  return message('quality.verdict.other', { what, table: name });
}
