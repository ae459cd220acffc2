import type { ChartTheme } from './chart-context.ts';
import type { ChartOption, MountedChart } from './chart-engine.ts';
import { CHART_FONT } from './chart-theme.ts';
import { download, fileNameOf } from './download.ts';
import { escapeHtml } from './tooltip-html.ts';

/** What stands above a chart that leaves the page, so that the file speaks for itself. */
export interface Caption {
  title: string;
  subtitle: string;
}

const MARGIN = 24;
const TITLE_SIZE = 16;
const SUBTITLE_SIZE = 13;

function headHeight({ subtitle }: Caption): number {
  return MARGIN + TITLE_SIZE + (subtitle ? SUBTITLE_SIZE + 8 : 0) + 16;
}

/** A chart's SVG with its title, subtitle, margins and ground. */
export function captionSvg(svg: string, caption: Caption, theme: ChartTheme): string {
  const size = /<svg[^>]*\bwidth="([\d.]+)"[^>]*\bheight="([\d.]+)"/.exec(svg);
  if (!size) throw new RangeError('an SVG without a size');
  const top = headHeight(caption);
  const width = Number(size[1]) + 2 * MARGIN;
  const height = Number(size[2]) + top + MARGIN;
  const text = (y: number, fontSize: number, weight: number, fill: string, content: string): string =>
    `<text x="${MARGIN}" y="${y}" font-family="${escapeHtml(CHART_FONT)}" font-size="${fontSize}" font-weight="${weight}" fill="${fill}">${escapeHtml(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(caption.title)}">`,
    `<rect width="100%" height="100%" fill="${theme.surface}"/>`,
    text(MARGIN + TITLE_SIZE, TITLE_SIZE, 620, theme.ink, caption.title),
    caption.subtitle
      ? text(MARGIN + TITLE_SIZE + SUBTITLE_SIZE + 8, SUBTITLE_SIZE, 400, theme.ink2, caption.subtitle)
      : '',
    svg.replace('<svg ', `<svg x="${MARGIN}" y="${top}" `),
    '</svg>',
  ].join('');
}

/** The same as a PNG, two pixels per pixel. */
export async function captionPng(chart: HTMLCanvasElement, caption: Caption, theme: ChartTheme): Promise<Blob> {
  const scale = 2;
  const top = headHeight(caption);
  const canvas = document.createElement('canvas');
  canvas.width = chart.width + 2 * MARGIN * scale;
  canvas.height = chart.height + (top + MARGIN) * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError('no canvas here');
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(chart, MARGIN * scale, top * scale);
  context.scale(scale, scale);
  context.font = `620 ${TITLE_SIZE}px ${CHART_FONT}`;
  context.fillStyle = theme.ink;
  context.fillText(caption.title, MARGIN, MARGIN + TITLE_SIZE);
  context.font = `400 ${SUBTITLE_SIZE}px ${CHART_FONT}`;
  context.fillStyle = theme.ink2;
  context.fillText(caption.subtitle, MARGIN, MARGIN + TITLE_SIZE + SUBTITLE_SIZE + 8);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new RangeError('the canvas gave no picture'))), 'image/png');
  });
}

/** Saves a chart as a file, in the size of the one that is on the page. */
export async function savePicture(
  kind: 'png' | 'svg',
  chart: MountedChart,
  option: ChartOption,
  caption: Caption,
  theme: ChartTheme,
): Promise<void> {
  const blob =
    kind === 'png'
      ? await captionPng(chart.toCanvas(option), caption, theme)
      : new Blob([captionSvg(chart.toSvg(option), caption, theme)], { type: 'image/svg+xml' });
  download(blob, fileNameOf(caption.title, kind));
}
