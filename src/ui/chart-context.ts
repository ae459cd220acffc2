import type { Unit } from '../core/units.ts';
import type { Json } from '../core/json.ts';

/** The colours of the current theme, read from the custom properties of `theme.css`. */
export interface ChartTheme {
  canvas: string;
  surface: string;
  sunken: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  lineStrong: string;
  accent: string;
  accentSoft: string;
  loss: string;
  warn: string;
  series: readonly string[];
}

export type DateStyle = 'short' | 'medium' | 'long' | 'month';

/** All that a chart builder knows of the page: colours, words, formats and whether there is little room. */
export interface ChartContext {
  theme: ChartTheme;
  say(key: string, values?: Record<string, Json>): string;
  number(value: number, unit: Unit): string;
  date(iso: string, style?: DateStyle): string;
  /** Below 560 px: fewer ticks, shorter labels. */
  narrow: boolean;
}
