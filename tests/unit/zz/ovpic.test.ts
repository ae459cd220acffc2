import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { charts } from '../../../src/questions/overview/charts.ts';
import { renderSvg } from '../../../src/ui/chart-engine.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { formatNumber, formatDate } from '../../../src/i18n/format.ts';
import { openNative } from '../../fixtures/native-database.ts';
import expected from '../../fixtures/overview/overview.json';
import { askOverview, bringShop } from '../../fixtures/overview/shop.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';
it('x', async () => {
  const database = await openNative();
  const tables = {
    sales: { types: { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', kept: 'DOUBLE', id: 'VARCHAR' }, rows: [...expected.orders, ['c003','2024-01-12', 300, 3,'zz']] as any },
    lines: { types: { id: 'VARCHAR', what: 'VARCHAR', n: 'DOUBLE', paid: 'DOUBLE' }, rows: expected.items as any },
    asked: { types: { who: 'VARCHAR', at: 'TIMESTAMP', kind: 'VARCHAR', score: 'DOUBLE' }, rows: expected.surveys as any },
    spent: { types: { day: 'DATE', paid: 'DOUBLE', kind: 'VARCHAR', what: 'VARCHAR' }, rows: expected.costs as any },
  };
  const mapping: any = {
    orders: { table: 'sales', columns: { customer_id: 'who', ordered_at: 'day', amount: 'paid', order_id: 'id', margin: 'kept' } },
    order_items: { table: 'lines', columns: { order_id: 'id', product_id: 'what', quantity: 'n', amount: 'paid' } },
    surveys: { table: 'asked', columns: { customer_id: 'who', answered_at: 'at', kind: 'kind', score: 'score' } },
    costs: { table: 'spent', columns: { occurred_on: 'day', amount: 'paid', category: 'kind', initiative: 'what' } },
  };
  await bringShop(database, [], tables);
  let html = '<body style="font:14px Inter,sans-serif;background:#f7f6f3;display:flex;flex-wrap:wrap;gap:16px;width:1060px">';
  for (const language of ['en', 'es'] as const) for (const given of language === 'en' ? [{}, { baselineFrom: '2022-01-01', baselineTo: '2022-07-01' }] : [{ baselineFrom: '2022-01-01', baselineTo: '2022-07-01', period: 'quarter' }]) {
    const a: any = await askOverview(database, { given, mapping });
    const w = { language, currency: 'EUR' };
    const m = (x: any) => translate(x, w);
    const say = (key: string, values: any = {}) => m({ key, values });
    const number = (v: number, u: any) => formatNumber(v, u, w);
    const date = (iso: string, s: any = 'medium') => formatDate(iso, s, language);
    html += `<div style="flex:0 0 100%"><h2>${m(a.verdict)}</h2><p>${m(a.eligibility)}</p><ul>${a.estimates.map((e: any) => `<li>${say('estimate.overview.' + e.name)}: ${number(e.value, e.unit)} ${e.interval ? number(e.interval.low, e.unit) + ' to ' + number(e.interval.high, e.unit) : ''}`).join('')}</ul><ul>${a.checks.map((c: any) => `<li>${c.status}: ${m(c.message)}`).join('')}</ul><ol>${[...a.evidence.steps, ...a.evidence.methods.map((x: any) => x.name), ...a.evidence.assumptions].map((s: any) => `<li>${m(s)}`).join('')}</ol></div>`;
    const answer: any = { ...a, status: 'answered', question: 'overview', parameters: { period: 'month', level: 0.9, ...given } };
    for (const narrow of language === 'en' ? [false] : [false, true]) for (const s of charts(answer, { say, number, date })) {
      const width = narrow ? 340 : s.id === 'revenue' ? 1020 : 490;
      const svg = renderSvg(s.option!({ theme: chartTheme, say, number, date, narrow }), width, s.height ?? 264, chartTheme);
      html += `<div style="background:#fffefb;padding:12px;border:1px solid #ddd"><b>${s.title}</b><br><small>${s.subtitle}</small><br>${svg}</div>`;
    }
  }
  writeFileSync('/tmp/ov.html', html);
  database.close();
});
