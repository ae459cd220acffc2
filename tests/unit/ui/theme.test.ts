import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/ui/colour.ts';

const css = readFileSync(new URL('../../../src/ui/theme.css', import.meta.url), 'utf8');

function tokens(selector: RegExp): Record<string, string> {
  const block = selector.exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map(([, name, value]) => [name!, value!]),
  );
}

const themes = {
  light: tokens(/\[data-theme='light'\]\s*\{([^}]*)\}/),
  dark: tokens(/\[data-theme='dark'\]\s*\{([^}]*)\}/),
};

const grounds = ['canvas', 'surface', 'sunken'];
const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'loss', 'warn'];

describe.each(Object.entries(themes))('theme.css, %s', (_, theme) => {
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground])))(
    '%s on %s reads: 4.5 : 1',
    (text, ground) => {
      expect(contrast(theme[text!]!, theme[ground!]!)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['ink', 'accent-soft'],
    ['ink-2', 'accent-soft'],
    ['accent', 'accent-soft'],
    ['warn', 'warn-soft'],
    ['loss', 'loss-soft'],
    ['canvas', 'ink'],
  ])('%s on %s reads: 4.5 : 1', (text, ground) => {
    expect(contrast(theme[text]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['line-control', 'accent', 'series-1', 'series-2', 'series-3', 'series-4', 'series-5'])(
    '%s stands out from the surface: 3 : 1',
    (name) => {
      expect(contrast(theme[name]!, theme['surface']!)).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('theme.css', () => {
  it('has the same tokens in both themes', () => {
    expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light));
  });

  it('has no text under 12 pixels', () => {
    const sizes = [...css.matchAll(/(?:font-size|--text-[\w]+|font):[^;]*?(\d+)px/g)].map((match) => Number(match[1]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
});
