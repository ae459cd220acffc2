import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/core/answer.ts';
import type { Row } from '../../../../src/core/json.ts';
import { fixedSpeech } from '../../../../src/app/fixed-speech.ts';
import { charts } from '../../../../src/questions/experiment/charts.ts';
import { renderSvg } from '../../../../src/ui/chart-engine.ts';
import { cellText } from '../../../../src/ui/table-columns.ts';
import { chartContext, chartTheme } from '../../../fixtures/chart-theme.ts';

const metric = (name: string, variant: string, value: number): Row => ({
  metric: name,
  variant,
  n: 100,
  n_control: 110,
  absolute: value,
  low: value - 0.1,
  high: value + 0.1,
  relative: 2 * value,
  relative_low: 2 * value - 0.2,
  relative_high: 2 * value + 0.2,
  relative_delta_low: null,
  relative_delta_high: null,
  pValue: 0.04,
  pAdjusted: 0.08,
  degreesOfFreedom: 200,
  unit: name === 'visit' ? 'share' : 'number',
});
const arm = (name: string, variant: string, mean: number): Row => ({
  metric: name,
  variant,
  n: 100,
  sum: 100 * mean,
  sumOfSquares: 100,
  mean,
  low: mean - 0.05,
  high: mean + 0.05,
  unit: name === 'visit' ? 'share' : 'number',
});

function answerWith(changes: Partial<Answer> = {}): Answer {
  return {
    status: 'answered',
    question: 'experiment',
    parameters: { control: 'none', level: 0.9 },
    verdict: { key: '', values: {} },
    eligibility: { key: '', values: {} },
    estimates: [],
    tables: {
      metrics: [metric('visit', 'men', 0.3), metric('visit', 'women', 0.02), metric('orders', 'men', -0.5)],
      arms: ['none', 'men', 'women'].flatMap((variant) => [arm('visit', variant, 0.2), arm('orders', variant, 3)]),
      groups: [
        { variant: 'none', n: 110, planned: 103 },
        { variant: 'men', n: 100, planned: 103 },
        { variant: 'women', n: 99, planned: 103 },
      ],
    },
    checks: [],
    evidence: { steps: [], queries: [], methods: [], assumptions: [], inputs: [], seed: 1, versions: {}, elapsedMs: 0 },
    ...changes,
  };
}
const draw = (answer: Answer, narrow = false) =>
  charts(answer, chartContext).map(({ id, option, height }) => ({
    id,
    svg: option ? renderSvg(option({ ...chartContext, narrow }), 700, height ?? 300, chartTheme) : '',
  }));

describe('charts', () => {
  it.each([true, false])('draws effects, means and sizes (narrow: %s)', (narrow) => {
    const drawn = draw(answerWith(), narrow);
    expect(drawn.map(({ id }) => id)).toEqual(['relative', 'absolute', 'arms', 'groups', 'metrics']);
    for (const { svg } of drawn) expect(svg).not.toContain('NaN');
    expect(drawn[0].svg.match(/<ellipse|<circle|a4 4/gi)?.length).toBeGreaterThanOrEqual(3);
    expect(drawn[1].svg).toContain('experiment.label.orders');
    expect(drawn[2].svg).toContain('women');
  });

  it('names a single treatment nowhere: rows are metrics', () => {
    const { tables } = answerWith();
    const only = (name: string) => (tables[name] as Row[]).filter(({ variant }) => variant !== 'women');
    const single = answerWith({ tables: { ...tables, metrics: only('metrics'), arms: only('arms') } });
    const [relative, absolute, , , metrics] = charts(single, chartContext);
    for (const { columns } of [relative, absolute, metrics])
      expect(columns.map(({ name }) => name)).not.toContain('variant');
    for (const { svg } of draw(single).slice(0, 2)) {
      expect(svg).toContain('experiment.label.orders');
      expect(svg).not.toMatch(/\bmen\b/);
    }
  });

  it('writes a value with the digits that its interval is worth', () => {
    const say = (key: string, values?: Record<string, unknown>) =>
      key === 'experiment.range' ? Object.values(values!).join(' ') : key;
    const row = { ...metric('orders', 'men', 0.0658), low: 0.03858, high: 0.09303 };
    const [, absolute] = charts(answerWith({ tables: { ...answerWith().tables, metrics: [row] } }), chartContext);
    for (const narrow of [true, false]) {
      const option = absolute.option!({ ...chartContext, say, narrow });
      expect(renderSvg(option, 700, absolute.height!, chartTheme)).toContain('0.066 0.039 0.093');
    }
  });

  it.each([
    ['en', '< 0.0001', '0.0123', '€7.20', '3.72 pp'],
    ['es', '< 0,0001', '0,0123', '7,20 €', '3,72 p. p.'],
  ] as const)('writes p-values briefly and differences in the unit of their metric in “%s”', (language, ...texts) => {
    const speech = fixedSpeech({ language, currency: 'EUR' });
    const given = [
      { ...metric('revenue', 'men', 7.2), unit: 'money', pValue: 1e-120, pAdjusted: 0.0123 },
      { ...metric('visit', 'men', 0.03722), pValue: 1e-120, pAdjusted: 0.0123 },
    ];
    const specs = charts(answerWith({ tables: { ...answerWith().tables, metrics: given } }), speech);
    const { rows, columns } = specs.at(-1)!;
    const cells = rows.map((row) =>
      ['pValue', 'pAdjusted', 'absolute'].map((name) =>
        cellText(
          row,
          columns.find((column) => column.name === name)!,
          speech,
        ).replaceAll(/\s/gu, ' '),
      ),
    );
    const [tiny, p, money, points] = texts;
    expect(cells).toEqual([
      [tiny, p, money],
      [tiny, p, points],
    ]);
    // Files hold the numbers.
    expect(rows.map(({ pValue }) => pValue)).toEqual([1e-120, 1e-120]);
  });

  it('shows no effect when the groups are not as planned', () => {
    const checks: Answer['checks'] = [{ id: 'sample-ratio', status: 'failed', message: { key: '', values: {} } }];
    expect(draw(answerWith({ checks })).map(({ id }) => id)).toEqual(['groups', 'arms']);
  });

  it('leaves out what was withheld', () => {
    const blank = (rows: Row[]) =>
      rows.map((row, i) =>
        i > 0
          ? row
          : Object.fromEntries(
              Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? null : value]),
            ),
      );
    const { tables } = answerWith();
    const withheld = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, blank(rows as Row[])]));
    for (const { svg } of draw(answerWith({ tables: withheld }))) expect(svg).not.toContain('NaN');
  });

  it('draws nothing for effects without a ratio, and says so', () => {
    const rows = (answerWith().tables.metrics as Row[]).map((row) => ({ ...row, relative: null }));
    const [relative] = charts(answerWith({ tables: { ...answerWith().tables, metrics: rows } }), chartContext);
    expect(relative.rows).toEqual([]);
    expect(relative.empty).toBe('experiment.relative.empty');
  });
});
