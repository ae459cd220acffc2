import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseSvg } from '../../../src/reports/sanitise-svg.ts';
import { renderSvg } from '../../../src/ui/chart-engine.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';
import { dangersOf, elementsOf, parseHtml, textOf } from '../../fixtures/reports/parse-html.ts';

const clean = (svg: string): string => sanitiseSvg(svg, 'f1-').text;

describe('sanitiseSvg', () => {
  it('keeps what the chart engine draws', () => {
    const drawn = renderSvg(
      {
        xAxis: { type: 'category', data: ['a <b> & "c"', 'd'] },
        yAxis: { type: 'value' },
        series: [{ type: 'line', data: [1, 2], areaStyle: {}, clip: true, label: { show: true } }],
      },
      300,
      200,
      chartTheme,
    );
    const before = drawn.match(/<(path|text|line|polyline|g)\b/g)!.length;
    const parsed = parseHtml(clean(drawn));
    const elements = elementsOf(parsed);
    expect(elements.filter(({ name }) => /^(path|text|line|polyline|g)$/.test(name))).toHaveLength(before);
    expect(elements[0]!.attributes).toMatchObject({ width: '300', height: '200', viewBox: '0 0 300 200' });
    expect(textOf(parsed)).toContain('a <b> & "c"');
    expect(dangersOf(parsed)).toEqual([]);
    expect(clean(drawn)).not.toMatch(/http|xmlns|class=/);
  });

  it('gives ids and what points at them the prefix', () => {
    expect(clean('<svg><clipPath id="zr0-c0"/><g clip-path="url(#zr0-c0)" fill="url(#zr0-g0)"></g></svg>')).toBe(
      '<svg><clipPath id="f1-zr0-c0"/><g clip-path="url(#f1-zr0-c0)" fill="url(#f1-zr0-g0)"></g></svg>',
    );
  });

  it.each([
    '<svg><script>alert(1)</script></svg>',
    '<svg onload="alert(1)"><a href="https://a.example"><text>x</text></a></svg>',
    '<svg><image href="https://a.example/x.png"/><use xlink:href="#x"/></svg>',
    '<svg><rect fill="url(https://a.example/x)" style="background:url(//a.example);fill:red"/></svg>',
    '<svg><foreignObject><iframe src="x"></iframe></foreignObject></svg>',
    '<svg><style>@import "https://a.example";</style><text>&lt;script&gt;</text></svg>',
    '<svg><rect fill="&#117;rl(https://a.example)"/><rect fill="u\\72l(//a)"/></svg>',
    '<svg><rect x="1" <script>alert(1)</script>></svg>',
  ])('leaves nothing that runs or fetches of %s', (svg) => {
    const parsed = parseHtml(clean(svg));
    expect(dangersOf(parsed)).toEqual([]);
    expect(clean(svg)).not.toMatch(/a\.example|<script|<iframe/);
  });

  it.each([
    ['<svg><style>a<b{}</style><text>x</text></svg>', '<svg><text>x</text></svg>'],
    ['<svg><SCRIPT x>if (a<b) c("<g>")</script ><text>x</text></svg>', '<svg><text>x</text></svg>'],
    ['<svg><title/><text>x</text><style>y</svg>', '<svg><text>x</text></svg>'],
    ['<svg><desc><g a="</desc><text>x</text>"></svg>', '<svg><text>x</text>&quot;&gt;</svg>'],
  ])('leaves out all that is in %s', (svg, left) => {
    expect(clean(svg)).toBe(left);
  });

  it.each(['<style>', '<style ', '<style></style', '<title><desc>', '</style '])(
    'takes no longer for each of many %s',
    (part) => {
      const started = performance.now();
      clean(`<svg>${part.repeat(40_000)}`);
      expect(performance.now() - started).toBeLessThan(400);
    },
  );

  it('lets no text become markup', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '&lt;',
      '&#60;',
      'script',
      'text',
      '/',
      '=',
      ' ',
      'x',
      '<!--',
      ']]>',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const svg = `<svg><text x="1">${parts.join('')}</text></svg>`;
        const names = [...clean(svg).matchAll(/<\/?([A-Za-z:-]*)/g)].map(([, name]) => name);
        expect(names.filter((name) => name !== 'svg' && name !== 'text')).toEqual([]);
      }),
    );
  });
});
