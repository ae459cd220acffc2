import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, isTooltipHtml, tooltipHtml } from '../../../src/ui/tooltip-html.ts';

const withoutTags = (html: string): string =>
  html.replace(/<\/?(div|span|b|i)( class="[\w -]+")?( style="background:[^"<>]*")?>/g, '');

describe('tooltipHtml', () => {
  it('leaves no tag and no quote of what it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (title, label, value, colour) => {
        expect(withoutTags(tooltipHtml(title, [{ label, value, colour }], title))).not.toMatch(/[<>"]/);
      }),
    );
  });

  it('shows an attack as text', () => {
    const html = tooltipHtml('<img src=x onerror=alert(1)>', [
      { label: '</span><script>', value: '"', colour: 'red"onload="x' },
    ]);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('background:redonloadx');
    expect(html).not.toContain('<script');
  });
});

describe('isTooltipHtml', () => {
  it('knows what tooltipHtml made and nothing that looks like it', () => {
    const html = tooltipHtml('a');
    expect(isTooltipHtml(html)).toBe(true);
    expect(isTooltipHtml(`${html} `)).toBe(false);
    expect(isTooltipHtml('<div class="chart-tip"><img src=x></div>')).toBe(false);
  });
});

describe('escapeHtml', () => {
  it('escapes the five characters that mean something', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });
});
