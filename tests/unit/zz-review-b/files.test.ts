import { it } from 'vitest';
import { writeXlsx } from '../../../src/files/xlsx-writer.ts';
import { tableFile } from '../../../src/reports/table-file.ts';
import { toCsv } from '../../../src/core/csv.ts';
import { sanitiseSvg } from '../../../src/reports/sanitise-svg.ts';
import { writeFileSync } from 'node:fs';
import { discloseTable } from '../../../src/reports/suppress.ts';

it('xlsx', async () => {
  const bytes = await writeXlsx("a'b<&>\u0001", ['=cmd|x', 'n\u0000ul', '<&>"'], [['=1+1', '\u0001\u000b<b>', '\ud800x'], ['_x003D_1+1', '\uffff', 'a]]>b'], [' =1', 'é', "@SUM(A1)"]]);
  writeFileSync('/tmp/zz.xlsx', bytes);
});
it('big files, page time', async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => ({ customer_id: 'c' + i, segment: 'lost', r: i % 5, f: 2, m: 3, recency_days: i, frequency: 3, monetary: i * 1.37 }));
  for (const [ids, format, n] of [['drop', 'csv', 50_000], ['hash', 'csv', 50_000], ['drop', 'xlsx', 50_000]] as const) {
    let last = performance.now(), worst = 0; let on = true;
    const tick = () => { const now = performance.now(); worst = Math.max(worst, now - last); last = now; if (on) setTimeout(tick); };
    setTimeout(tick);
    const t0 = performance.now();
    const b = await tableFile('t', rows.slice(0, n), { ids: ['customer_id'] }, { smallest: 5, ids: ids === 'drop' ? 'drop' : { salt: 'abc' } }, format);
    await new Promise((r) => setTimeout(r, 5)); on = false;
    console.log(ids, format, n, 'total', Math.round(performance.now() - t0), 'longest task', Math.round(worst), b.size);
  }
});
it('hash null ids', async () => {
  console.log(JSON.stringify(await discloseTable([{ customer_id: 'x', v: 1 }, { customer_id: null, v: 2 } as any, { customer_id: 12, v: 2 } as any], { ids: ['customer_id'] }, { smallest: 5, ids: { salt: '' } })));
});
it('svg', () => {
  const t = (s: string) => { const t0 = performance.now(); const r = sanitiseSvg(s, 'p-').text; return [Math.round(performance.now() - t0), r.slice(0, 200)]; };
  console.log(t('<svg><sty<style></style>le>x{}</svg>'), t('<svg><text>a</text><a href="javascript:1"><text>x</text></a><image href="x"/></svg>'));
  console.log(t('<svg>' + '<style '.repeat(20000)), t('<svg><g ' + 'a="1" '.repeat(20000) + '!'), t('<svg><rect fill="u\\72l(x)" style="font-family:\'a\';x:url(1)"/>'));
  console.log(t('<svg>' + '<g '.repeat(20000)), t('<svg><rect fill="&#117;rl(http://x)"/></svg>'), t('<svg><rect clip-path="url(&quot;#a&quot;)"/></svg>'));
});
