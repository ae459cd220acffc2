import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { RenderItem } from '../../ui/chart-engine.ts';
import { CHART_FONT } from '../../ui/chart-theme.ts';

interface Form {
  /** Steps lie below each other and amounts go to the right, instead of upwards. */
  isBelow: boolean;
  chart: ChartContext;
}

/** One step: its bar, its interval beside it, and its amount past the end of both. The first also draws zero. */
export function waterfallStep(
  rows: readonly Row[],
  label: (value: number) => string,
  { isBelow, chart }: Form,
): RenderItem {
  const { theme } = chart;
  return (params, api) => {
    const row = rows[params.dataIndex];
    const value = Number(row.value);
    const [step, from, to, low, high] = [0, 1, 2, 3, 4].map((i) => Number(api.value(i)));
    const at = (amount: number): number => (isBelow ? api.coord([amount, step])[0] : api.coord([step, amount])[1]);
    const middle = isBelow ? api.coord([0, step])[1] : api.coord([step, 0])[0];
    const room = Number((api.size?.(isBelow ? [0, 1] : [1, 0]) as number[])[isBelow ? 1 : 0]);
    const width = isBelow ? Math.min(16, room * 0.5) : Math.min(56, room * 0.56);
    const area = params.coordSys as unknown as { x: number; y: number; width: number; height: number };
    const hasInterval = Number.isFinite(low) && Number.isFinite(high);
    const [start, end] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
    const ends = [start, end, ...(hasInterval ? [at(low), at(high)] : [])];
    const aside = middle + width / 2 + 4;
    const gain = row.kind === 'total' ? theme.ink : theme.accent;
    const along = (side: number, one: number, other: number) =>
      isBelow ? { x1: one, x2: other, y1: side, y2: side } : { x1: side, x2: side, y1: one, y2: other };
    const size = Math.max(1, end - start);
    return {
      type: 'group',
      children: [
        {
          type: 'line',
          silent: true,
          ignore: params.dataIndex > 0,
          shape: isBelow
            ? { x1: at(0), x2: at(0), y1: area.y, y2: area.y + area.height }
            : { x1: area.x, x2: area.x + area.width, y1: at(0), y2: at(0) },
          style: { stroke: theme.ink3, lineWidth: 1 },
        },
        {
          type: 'rect',
          shape: isBelow
            ? { x: start, y: middle - width / 2, width: size, height: width, r: 2 }
            : { x: middle - width / 2, y: start, width, height: size, r: 2 },
          style: { fill: value < 0 ? theme.loss : gain },
        },
        ...(hasInterval
          ? [
              {
                type: 'line' as const,
                silent: true,
                shape: along(aside, at(low), at(high)),
                style: { stroke: theme.ink2, lineWidth: 1.5 },
              },
            ]
          : []),
        {
          type: 'text',
          silent: true,
          style: {
            ...(isBelow
              ? { x: Math.max(...ends) + 6, y: middle, align: 'left' as const, verticalAlign: 'middle' as const }
              : { x: middle, y: Math.min(...ends) - 6, align: 'center' as const, verticalAlign: 'bottom' as const }),
            ...{ text: label(value), fill: theme.ink, fontSize: 12, fontWeight: 600, fontFamily: CHART_FONT },
            ...{ backgroundColor: theme.surface, padding: [1, 2] },
          },
        },
      ],
    };
  };
}
