import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markup } from '../../../src/reports/markup.ts';
import { elementsOf, parseHtml, textOf } from '../../fixtures/reports/parse-html.ts';

describe('markup', () => {
  it('keeps any text as text, in elements and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const parsed = parseHtml(markup`<p title="${text}">${text}</p>`.text);
        const visible = text.replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '');
        expect(elementsOf(parsed).map(({ name }) => name)).toEqual(['p']);
        expect(textOf(parsed)).toBe(visible);
        expect(elementsOf(parsed)[0]!.attributes.title).toBe(visible);
      }),
    );
  });

  it('puts markup into markup, lists one after another, and leaves out what is not there', () => {
    expect(markup`<ul>${['a', 'b'].map((x) => markup`<li>${x}</li>`)}${undefined}${false}${0}</ul>`.text).toBe(
      '<ul><li>a</li><li>b</li>0</ul>',
    );
  });
});
