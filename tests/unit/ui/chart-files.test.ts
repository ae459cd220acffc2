import { describe, expect, it } from 'vitest';
import { captionSvg } from '../../../src/ui/chart-files.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';

const svg = '<svg width="400" height="300" xmlns="http://www.w3.org/2000/svg"><rect/></svg>';

describe('captionSvg', () => {
  it('puts the chart below its title and units, on the surface', () => {
    const picture = captionSvg(svg, { title: 'Who stays', subtitle: '% of customers' }, chartTheme);
    expect(picture).toMatch(/^<svg [^>]*width="448"/);
    expect(picture).toContain('>Who stays</text>');
    expect(picture).toContain('>% of customers</text>');
    expect(picture).toContain(`fill="${chartTheme.surface}"`);
  });

  it('escapes the title', () => {
    expect(captionSvg(svg, { title: '<script>', subtitle: '' }, chartTheme)).not.toContain('<script>');
  });
});
