import type { ChartTheme } from './chart-context.ts';

type Rgb = readonly [red: number, green: number, blue: number];

function parse(hex: string): Rgb {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex);
  if (!match) throw new RangeError(`not a colour like #0f6b5c: ${hex}`);
  return [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)];
}

function toHex(rgb: readonly number[]): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour a share `t` in [0, 1] of the way from one to another. */
export function mix(from: string, to: string, t: number): string {
  const [a, b] = [parse(from), parse(to)];
  const share = Math.min(1, Math.max(0, t));
  return toHex(a.map((channel, index) => channel + (b[index]! - channel) * share));
}

/** Relative luminance as WCAG 2.2 defines it, in [0, 1]. */
function luminance(hex: string): number {
  const [red, green, blue] = parse(hex).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Contrast ratio as WCAG 2.2 defines it, in [1, 21]. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** Text on a coloured cell: the ink or the canvas, whichever contrasts more. */
export function textOn(background: string, theme: Pick<ChartTheme, 'ink' | 'canvas'>): string {
  return contrast(background, theme.ink) >= contrast(background, theme.canvas) ? theme.ink : theme.canvas;
}

/** For amounts: from barely there (`t` = 0) to the accent (`t` = 1). */
export function sequentialColour(theme: ChartTheme, t: number): string {
  return mix(mix(theme.surface, theme.accent, 0.05), theme.accent, t);
}

/** The colour with an opacity in [0, 1], as `#rrggbbaa`. */
export function withOpacity(hex: string, opacity: number): string {
  const alpha = Math.round(Math.min(1, Math.max(0, opacity)) * 255);
  return toHex([...parse(hex), alpha]);
}
