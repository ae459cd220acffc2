import type { ChartTheme } from './chart-context.ts';

export type ThemeName = 'light' | 'dark';

/** The theme the page shows now: the shell sets `data-theme` on the root element. */
export function currentTheme(): ThemeName {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

/** The colours of a theme, read from the custom properties of `theme.css`, whichever theme the page shows. */
export function readTheme(name: ThemeName): ChartTheme {
  const probe = document.createElement('div');
  probe.dataset['theme'] = name;
  probe.hidden = true;
  document.documentElement.append(probe);
  const style = getComputedStyle(probe);
  const read = (property: string): string => style.getPropertyValue(property).trim();
  const theme: ChartTheme = {
    canvas: read('--canvas'),
    surface: read('--surface'),
    sunken: read('--sunken'),
    ink: read('--ink'),
    ink2: read('--ink-2'),
    ink3: read('--ink-3'),
    line: read('--line'),
    lineStrong: read('--line-strong'),
    accent: read('--accent'),
    accentSoft: read('--accent-soft'),
    loss: read('--loss'),
    warn: read('--warn'),
    series: [1, 2, 3, 4, 5].map((number) => read(`--series-${number}`)),
  };
  probe.remove();
  return theme;
}
