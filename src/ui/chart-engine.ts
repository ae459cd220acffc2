import * as echarts from 'echarts/core';
import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import type {
  BarSeriesOption,
  CustomSeriesOption,
  HeatmapSeriesOption,
  LineSeriesOption,
  SankeySeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import {
  DataZoomComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import type {
  DataZoomComponentOption,
  GraphicComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkAreaComponentOption,
  MarkLineComponentOption,
  MarkPointComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components';
import type { ComposeOption, CustomSeriesRenderItem } from 'echarts';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { shownName } from '../i18n/shown-name.ts';
import LRU from 'zrender/lib/core/LRU.js';
import type { ChartTheme } from './chart-context.ts';
import { baseTheme } from './chart-theme.ts';
import { escapeHtml, isTooltipHtml } from './tooltip-html.ts';

echarts.use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  DataZoomComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  CanvasRenderer,
  SVGRenderer,
]);

/*
 * ECharts keeps the widths of texts in plain objects: a label `__proto__` would write into the prototype of all objects, and
 * `toString` would have no width. No text is a name of an object's own any more.
 */
const { get, put } = LRU.prototype;
LRU.prototype.get = function (key) {
  return get.call(this, ownKey(key));
};
LRU.prototype.put = function (key, value) {
  return put.call(this, ownKey(key), value);
};

function ownKey(key: string | number): string | number {
  return typeof key === 'string' && key in Object.prototype ? `text ${key}` : key;
}

/** What a chart builder makes. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | SankeySeriesOption
  | ScatterSeriesOption
  | DataZoomComponentOption
  | GraphicComponentOption
  | GridComponentOption
  | LegendComponentOption
  | MarkAreaComponentOption
  | MarkLineComponentOption
  | MarkPointComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

/** For `custom` series. */
export type RenderItem = CustomSeriesRenderItem;

export interface MountedChart {
  update(option: ChartOption, theme: ChartTheme): void;
  resize(): void;
  dispose(): void;
  /** A chart in the size of this one, as an SVG document. */
  toSvg(option: ChartOption): string;
  /** The same on a canvas, two device pixels per pixel. */
  toCanvas(option: ChartOption): HTMLCanvasElement;
}

/** Characters of a label beside an axis. */
const LONGEST_LABEL = 60;
/** More marks than this are drawn on a canvas: SVG would be slow. */
const MARKS_IN_SVG = 5_000;

/** Draws a chart into an element that has a size. */
export function mountChart(element: HTMLElement, option: ChartOption, theme: ChartTheme): MountedChart {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const renderer = countMarks(option) > MARKS_IN_SVG ? 'canvas' : 'svg';
  const chart = echarts.init(element, baseTheme(theme), { renderer });
  let current = { option, theme };
  const draw = (): void => {
    chart.setOption({ animation: !calm, animationDuration: 240, ...prepare(current.option) }, { notMerge: true });
  };
  draw();
  return {
    update(nextOption, nextTheme) {
      if (nextTheme !== current.theme) chart.setTheme(baseTheme(nextTheme));
      current = { option: nextOption, theme: nextTheme };
      draw();
    },
    resize: () => chart.resize(),
    dispose: () => dispose(chart),
    toSvg: (other) => renderSvg(other, chart.getWidth(), chart.getHeight(), current.theme),
    toCanvas: (other) => renderCanvas(other, chart.getWidth(), chart.getHeight(), current.theme),
  };
}

/** An SVG document of a chart that is on no page. */
export function renderSvg(option: ChartOption, width: number, height: number, theme: ChartTheme): string {
  const chart = echarts.init(null, baseTheme(theme), { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...prepare(option), animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function renderCanvas(option: ChartOption, width: number, height: number, theme: ChartTheme): HTMLCanvasElement {
  const stage = document.createElement('div');
  const chart = echarts.init(stage, baseTheme(theme), { renderer: 'canvas', width, height, devicePixelRatio: 2 });
  try {
    chart.setOption({ ...prepare(option), animation: false });
    return chart.renderToCanvas({ pixelRatio: 2 });
  } finally {
    dispose(chart);
  }
}

/** A canvas that is still painting in steps would paint on after its end: it gets an empty picture first. */
function dispose(chart: echarts.ECharts): void {
  const stage = chart.getZr();
  if (stage.painter.type === 'canvas') {
    stage.clear();
    stage.refreshImmediately();
  }
  chart.dispose();
}

function countMarks(option: ChartOption): number {
  return asList(option.series).reduce((sum, { data }) => sum + (Array.isArray(data) ? data.length : 0), 0);
}

type Formatter = (...parameters: unknown[]) => unknown;
type Holder = { formatter?: unknown };

function prepare(option: ChartOption): ChartOption {
  const series = asList(option.series);
  const withoutScale = series.flatMap(({ type }, index) => (type === 'heatmap' ? [index] : []));
  const guarded = clipLabels(guardTooltips(option));
  if (option.visualMap || withoutScale.length === 0) return guarded;
  // ECharts insists on a scale for heatmaps; where the builder has coloured the cells itself, this one changes nothing.
  const inert = {
    type: 'continuous',
    show: false,
    seriesIndex: withoutScale,
    inRange: { opacity: 1 },
    outOfRange: { opacity: 1 },
  } as const;
  return { ...guarded, visualMap: { ...inert, min: 0, max: 1 } };
}

/** Whatever a tooltip's `formatter` gives that did not come out of `tooltipHtml` is text and stays text. */
function guardTooltips(option: ChartOption): ChartOption {
  return {
    ...option,
    ...(option.tooltip ? { tooltip: asList(option.tooltip).map(guard) } : {}),
    ...(option.series ? { series: asList(option.series).map((series) => guardInside(series)) } : {}),
  } as ChartOption;
}

/** Names of categories as they fit beside an axis, and as they are seen. */
function clipLabels(option: ChartOption): ChartOption {
  const clip = <T extends object>(axis: T): T => {
    const { type, axisLabel = {} } = axis as { type?: string; axisLabel?: Holder };
    const { formatter } = axisLabel;
    if (type !== 'category' || typeof formatter === 'string') return axis;
    const shown: Formatter = (value, ...rest) => {
      const text = typeof formatter === 'function' ? (formatter as Formatter)(value, ...rest) : value;
      return typeof text === 'string' ? shownName(text, LONGEST_LABEL) : text;
    };
    return { ...axis, axisLabel: { ...axisLabel, formatter: shown } };
  };
  return {
    ...option,
    ...(option.xAxis ? { xAxis: asList(option.xAxis).map(clip) } : {}),
    ...(option.yAxis ? { yAxis: asList(option.yAxis).map(clip) } : {}),
  } as ChartOption;
}

function guardInside<T extends object>(holder: T): T {
  const { tooltip } = holder as { tooltip?: Holder };
  return tooltip ? { ...holder, tooltip: guard(tooltip) } : holder;
}

function guard<T extends object>(tooltip: T): T {
  const { formatter } = tooltip as Holder;
  if (typeof formatter !== 'function') return tooltip;
  const escaped: Formatter = (...parameters) => {
    const text: unknown = (formatter as Formatter)(...parameters);
    return typeof text === 'string' && !isTooltipHtml(text) ? escapeHtml(text) : text;
  };
  return { ...tooltip, formatter: escaped };
}

function asList<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
