import type { Answer } from '../../../src/core/answer.ts';
import type { Message } from '../../../src/core/message.ts';
import { Speech } from '../../../src/ui/speech.svelte.ts';

/** The gallery's sentences are in no dictionary: their text comes with them. */
export class GallerySpeech extends Speech {
  override marked(message: Message): string {
    return message.text ?? super.marked(message);
  }
}

export const say = (text: string): Message => ({ key: 'gallery', values: {}, text });

/** An invented answer: pictures need one. */
export const answer: Pick<Answer, 'checks' | 'evidence' | 'estimates'> = {
  estimates: [
    {
      name: 'Net return',
      value: 418_000,
      unit: 'money',
      basis: 'estimated',
      interval: { low: 134_000, high: 724_000, level: 0.9, kind: 'confidence' },
    },
    {
      name: 'Churn avoided',
      value: -0.021,
      unit: 'share',
      basis: 'estimated',
      interval: { low: -0.039, high: -0.004, level: 0.9, kind: 'credible' },
    },
    {
      name: 'Value per customer',
      value: 38.4,
      unit: 'money',
      basis: 'estimated',
      interval: { low: 12.1, high: 61.8, level: 0.9, kind: 'prediction' },
    },
    { name: 'Customers', value: 48_210, unit: 'customers', basis: 'counted' },
  ],
  checks: [
    { id: 'a', status: 'passed', message: say('Assignment balanced (SRM p = 0.41)') },
    { id: 'b', status: 'warned', message: say('Costs end on 15 Aug; the last 16 days are extrapolated') },
    { id: 'c', status: 'failed', message: say('The pre-period fit is poor (scaled L2 0.42, limit 0.3)') },
  ],
  evidence: {
    steps: [
      say('Uplift in 12-month margin per treated customer, CUPED-adjusted: €34.71 ± 10.2'),
      say('× 21,040 treated customers'),
    ],
    queries: [
      {
        sql: 'select a.variant, count(*) as n, sum(m.margin) as s, sum(m.margin ^ 2) as ss from assignments a join margin_12m m using (customer_id) group by a.variant',
        elapsedMs: 41,
      },
      { sql: "select '<b>hostile</b>' as text", elapsedMs: 3 },
    ],
    methods: [{ name: say('Ratio of means'), citations: ['cochran1977', 'wilson1927'] }],
    assumptions: [say('Purchases of one customer do not change those of another')],
    inputs: [{ table: 'orders', file: 'orders_2026.parquet', rows: 412_000, hash: '9f86d081884c7d659a2feaa0c55ad015' }],
    seed: 1,
    versions: { Rédito: '0.1.0', DuckDB: '1.5.6' },
    elapsedMs: 1240,
  },
};
