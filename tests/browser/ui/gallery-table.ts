import type { Json } from '../../../src/core/json.ts';
import type { GridPage } from '../../../src/ui/grid-pages.svelte.ts';

export const TOTAL = 10_000_000;

export const HOSTILE = '<img src=x onerror="document.title=\'owned\'">';

export const columns = [
  { name: 'customer_id', type: 'VARCHAR' },
  { name: 'ordered_at', type: 'TIMESTAMP' },
  { name: 'amount', type: 'DOUBLE' },
  { name: 'quantity', type: 'BIGINT' },
  { name: 'description', type: 'VARCHAR' },
  { name: HOSTILE, type: 'VARCHAR' },
  { name: 'first_order', type: 'DATE' },
  ...Array.from({ length: 40 }, (_, index) => ({ name: `metric_${index}`, type: 'DOUBLE' })),
];

function row(index: number): Json[] {
  return [
    `C${17_850 + index}`,
    index % 3 === 0 ? '2011-12-09T00:00:00' : '2011-12-09T12:50:00',
    index % 7 === 0 ? null : (index * 37.77) % 10_000,
    index,
    'WHITE HANGING HEART T-LIGHT HOLDER',
    HOSTILE,
    '2011-12-09',
    ...Array.from({ length: 40 }, (_, metric) => (index * (metric + 1)) % 1000),
  ];
}

/** A table that is made as it is read. */
export function fetchPage(offset: number, limit: number): Promise<GridPage> {
  const count = Math.max(Math.min(limit, TOTAL - offset), 0);
  return Promise.resolve({ rows: Array.from({ length: count }, (_, index) => row(offset + index)) });
}
