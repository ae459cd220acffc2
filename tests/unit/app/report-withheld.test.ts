import { describe, expect, it, vi } from 'vitest';
import { buildReport } from '../../../src/app/report-builder.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { message } from '../../../src/core/message.ts';
import type { ChartSpec } from '../../../src/ui/chart-spec.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';
import { elementsOf, parseHtml } from '../../fixtures/reports/parse-html.ts';

/** Two questions whose charts do not reckon with numbers that are withheld: in the option, and before it. */
vi.mock('../../../src/app/questions.ts', () => {
  const known = (value: unknown): number => {
    if (typeof value !== 'number') throw new TypeError('no number');
    return value;
  };
  const spec = (rows: ChartSpec['rows'], title: string): ChartSpec => ({
    ...{ id: 'a', title, subtitle: '', rows, columns: [{ name: 'customers', label: 'Customers' }] },
    option: () => ({ xAxis: {}, yAxis: {}, series: [{ type: 'line', data: [[0, known(rows[0]!.customers)]] }] }),
  });
  const entry = (id: string, isEager: boolean) => ({
    contract: { id, tables: { segments: { counts: ['customers'] } } },
    loadCharts: () =>
      Promise.resolve({
        charts: ({ tables }: Answer) => {
          const rows = tables.segments as ChartSpec['rows'];
          return [spec(rows, isEager ? known(rows[0]!.customers).toFixed(1) : 'Customers')];
        },
      }),
  });
  const questions = [entry('late', false), entry('eager', true)];
  return { questions, questionOf: (wanted: string) => questions.find(({ contract }) => contract.id === wanted) };
});

async function build(question: string, customers: number) {
  const answer: Answer = {
    ...{ status: 'answered', question, parameters: {}, estimates: [], checks: [] },
    ...{ verdict: message('ui.retry'), eligibility: message('ui.undo') },
    tables: { segments: [{ customers }] },
    evidence: {
      ...{ steps: [], queries: [], methods: [], assumptions: [], inputs: [], seed: 1, versions: {} },
      elapsedMs: 1,
    },
  };
  const blob = await buildReport({
    ...{ title: 'x', language: 'en', madeAt: '2026-11-22', theme: chartTheme },
    privacy: { smallest: 5, ids: 'drop' },
    items: [{ answer, currency: 'none' }],
  });
  const html = await blob.text();
  return { html, names: elementsOf(parseHtml(html)).map(({ name }) => name) };
}

describe('buildReport', () => {
  it('keeps the table of a chart that cannot be drawn without what is withheld, and says why', async () => {
    expect((await build('late', 9)).names).toContain('path');
    const { html, names } = await build('late', 3);
    expect(names).not.toContain('path');
    expect(names).toContain('table');
    expect(html).toContain('With what is withheld the chart cannot be drawn');
    expect(html).toContain('&lt;5');
  });

  it('says so when nothing can be shown without what is withheld', async () => {
    expect((await build('eager', 9)).names).toContain('figure');
    const { html, names } = await build('eager', 3);
    expect(names).not.toContain('figure');
    expect(html).toContain('So much is withheld');
  });
});
