import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';
import { CHART_FONT } from '../../ui/chart-theme.ts';
import { sequentialColour, textOn } from '../../ui/colour.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';

/** Narrower cells show the number alone. */
const LEAST_WIDTH = 84;

/** The grid with recency upwards and frequency and money to the right: how many customers, and the segment's name. */
export function buildGridOption(rows: readonly Row[], chart: ChartContext): ChartOption {
  const { say, number } = chart;
  const columns = [...new Set(rows.map(({ fm }) => String(fm)))].sort();
  const levels = [...new Set(rows.map(({ r }) => String(r)))].sort();
  const axis = { type: 'category' as const, axisLine: { show: false }, nameLocation: 'middle' as const };
  return {
    grid: { top: 4, left: 30, right: 2, bottom: 26 },
    xAxis: { ...axis, data: columns, name: say('rfm.chart.grid.x'), nameGap: 30 },
    yAxis: { ...axis, data: levels, name: say('rfm.chart.grid.y'), nameGap: 26 },
    tooltip: {
      formatter: (point) => {
        const row = rows[(point as { dataIndex: number }).dataIndex];
        return tooltipHtml(
          say(`rfm.segment.${String(row.segment)}`),
          [
            { label: say('rfm.column.r'), value: String(row.r) },
            { label: say('rfm.column.fm'), value: String(row.fm) },
            { label: say('rfm.column.customers'), value: countOf(row, chart) },
            {
              label: say('rfm.column.revenue'),
              value: typeof row.revenue === 'number' ? number(row.revenue, 'money') : '–',
            },
          ],
          say(`rfm.about.${String(row.segment)}`),
        );
      },
    },
    series: [
      {
        type: 'custom',
        renderItem: cell(rows, chart),
        data: rows.map(({ r, fm }) => [columns.indexOf(String(fm)), levels.indexOf(String(r))]),
      },
    ],
  };
}

function countOf({ customers }: Row, { number }: ChartContext): string {
  return typeof customers === 'number' ? number(customers, 'customers') : '–';
}

function cell(rows: readonly Row[], chart: ChartContext): RenderItem {
  const { theme, say } = chart;
  const most = Math.max(1, ...rows.map(({ customers }) => Number(customers)));
  return (params, api) => {
    const row = rows[params.dataIndex];
    const [x, y] = api.coord([api.value(0), api.value(1)]);
    const [width, height] = (api.size?.([1, 1]) ?? [0, 0]) as number[];
    const box = { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2 };
    const customers = Number(row.customers);
    const fill = customers === 0 ? theme.sunken : sequentialColour(theme, customers / most);
    const shared = {
      ...{ x, fill: textOn(fill, theme), fontFamily: CHART_FONT },
      ...{ align: 'center' as const, verticalAlign: 'middle' as const },
    };
    const isNamed = box.width >= LEAST_WIDTH;
    const name = {
      ...shared,
      ...{ y: y + 12, fontSize: 12, lineHeight: 14, width: box.width - 8, overflow: 'break' as const },
      text: say(`rfm.segment.${String(row.segment)}`),
    };
    const count = {
      ...shared,
      ...{ y: isNamed ? y - 12 : y, fontSize: 13, fontWeight: 600 },
      text: countOf(row, chart),
    };
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: { ...box, r: 3 }, style: { fill } },
        { type: 'text', silent: true, style: count },
        ...(isNamed ? [{ type: 'text' as const, silent: true, style: name }] : []),
      ],
    };
  };
}
