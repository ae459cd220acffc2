import { shownName } from '../i18n/shown-name.ts';

/** One line of a tooltip; `colour` draws a dot before the label. */
export interface TooltipRow {
  label: string;
  value: string;
  colour?: string;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

const RECENT = 256;
const made = new Set<string>();

/**
 * The only way a chart's tooltip gets HTML: every text is escaped here, and the engine escapes whatever else a
 * `formatter` gives. `note` is a muted last line.
 */
export function tooltipHtml(title: string, rows: readonly TooltipRow[] = [], note = ''): string {
  const lines = rows.map(({ label, value, colour }) => {
    const dot = colour ? `<i style="background:${escapeHtml(colour.replace(/[^#\w(),.% ]/g, ''))}"></i>` : '';
    return `<div class="tip-row"><span>${dot}${escapeHtml(shownName(label))}</span><b>${escapeHtml(shownName(value))}</b></div>`;
  });
  const head = title ? `<div class="tip-title">${escapeHtml(shownName(title))}</div>` : '';
  const foot = note ? `<div class="tip-note">${escapeHtml(note)}</div>` : '';
  const html = `<div class="chart-tip">${head}${lines.join('')}${foot}</div>`;
  if (made.size >= RECENT) made.delete(made.values().next().value!);
  made.delete(html);
  made.add(html);
  return html;
}

/** Whether the text came out of `tooltipHtml`, and not merely looks like it. */
export function isTooltipHtml(text: string): boolean {
  return made.has(text);
}
