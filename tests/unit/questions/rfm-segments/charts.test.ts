import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/core/answer.ts';
import type { Row } from '../../../../src/core/json.ts';
import { charts } from '../../../../src/questions/rfm-segments/charts.ts';
import { buildGridOption } from '../../../../src/questions/rfm-segments/grid-chart.ts';
import { buildMovementOption, coursesOf } from '../../../../src/questions/rfm-segments/movement-chart.ts';
import { SEGMENTS } from '../../../../src/questions/rfm-segments/question.ts';
import {
  buildSegmentsOption,
  sortedSegments,
  type ShownSegment,
} from '../../../../src/questions/rfm-segments/segments-chart.ts';
import { renderSvg } from '../../../../src/ui/chart-engine.ts';
import { chartContext, chartTheme } from '../../../fixtures/chart-theme.ts';

const segments = SEGMENTS.map((segment, i): ShownSegment => ({
  ...{ segment, customers: i === 3 ? 0 : 10 + i, share: i === 3 ? 0 : (10 + i) / 152 },
  ...{ revenue: 100 - 9 * i, revenueShare: (100 - 9 * i) / 605 },
  ...{ medianRecencyDays: i, meanFrequency: 2, meanMonetary: 30 },
}));
const grid: Row[] = [5, 4, 3, 2, 1].flatMap((r) =>
  [1, 2, 3, 4, 5].map((fm) => ({ r, fm, segment: 'loyal', customers: r * fm - 1, revenue: 10 * fm })),
);
const movement: Row[] = [
  { from_segment: 'champions', to_segment: 'champions', customers: 30 },
  { from_segment: 'champions', to_segment: 'at-risk', customers: 7 },
  { from_segment: 'loyal', to_segment: 'need-attention', customers: 5 },
  { from_segment: 'lost', to_segment: 'promising', customers: 3 },
  { from_segment: 'not-yet', to_segment: 'new', customers: 11 },
];
const dates = { compareTo: '2024-01-01', asOf: '2024-04-01' };
const answer = {
  parameters: dates,
  tables: { segments: segments as unknown as Row[], grid, movement },
} as unknown as Answer;

interface Sankey {
  data: { name: string; label: { formatter: string } }[];
  links: { source: string; target: string; value: number; lineStyle: { color: string } }[];
}
const sankeyOf = (rows: Row[], narrow = false): Sankey =>
  (buildMovementOption(rows, dates, { ...chartContext, narrow }).series as unknown as Sankey[])[0];

describe('charts', () => {
  it('draws every picture of an answer, and none of a movement that is not there', () => {
    const specs = charts(answer, chartContext);
    expect(specs.map(({ id }) => id)).toEqual(['segments', 'grid', 'movement']);
    for (const { option, height, rows, columns } of specs) {
      const svg = renderSvg(option!(chartContext), 600, height!, chartTheme);
      expect(svg).toContain('<svg');
      expect(svg).not.toMatch(/NaN|undefined/);
      for (const { name } of columns) expect(rows[0]).toHaveProperty([name]);
    }
    const { movement: _, ...tables } = answer.tables;
    expect(charts({ ...answer, tables }, chartContext).map(({ id }) => id)).toEqual(['segments', 'grid']);
  });

  it('draws what is left when small counts are withheld, and claims nothing of it', () => {
    const withheld = (rows: Row[]) =>
      rows.map((row, i) =>
        i === 1
          ? Object.fromEntries(
              Object.entries(row).map(([k, v]) => [k, typeof v === 'number' && k !== 'r' && k !== 'fm' ? null : v]),
            )
          : row,
      );
    const tables = Object.fromEntries(
      Object.entries(answer.tables).map(([name, rows]) => [name, withheld(rows as Row[])]),
    );
    const specs = charts({ ...answer, tables }, chartContext);
    for (const { option, height } of specs)
      expect(renderSvg(option!(chartContext), 600, height!, chartTheme)).not.toMatch(/NaN|undefined|null/);
    expect(specs[2]).toMatchObject({
      title: 'rfm.chart.movement',
      subtitle: 'rfm.chart.movement.subtitle rfm.chart.movement.withheld',
    });
    const [{ links }] = specs[2].option!(chartContext).series as unknown as Sankey[];
    expect(links.map(({ value }) => value)).toEqual([30, 5, 3, 11]);
  });

  it('explains no flow where all of them are withheld', () => {
    const tables = { ...answer.tables, movement: movement.map((row) => ({ ...row, customers: null })) };
    const [, , spec] = charts({ ...answer, tables }, chartContext);
    expect(spec.option).toBeUndefined();
    expect(spec.subtitle).toBe('rfm.chart.movement.subtitle.table');
  });
});

describe('buildSegmentsOption', () => {
  it('sorts by revenue and leaves out segments without customers', () => {
    expect(sortedSegments(segments).map(({ segment }) => segment)).toEqual(SEGMENTS.filter((name) => name !== 'new'));
  });

  it('shows customers alone when nothing was earned', () => {
    const free = segments.map((row) => ({ ...row, revenueShare: null }));
    expect(buildSegmentsOption(segments, chartContext).series).toHaveLength(2);
    expect(buildSegmentsOption(free, chartContext).series).toHaveLength(1);
  });
});

describe('buildGridOption', () => {
  it('puts the latest buyers on top and the best to the right', () => {
    const [{ data }] = buildGridOption(grid, chartContext).series as { data: number[][] }[];
    expect(data[4]).toEqual([4, 4]);
    expect(data.at(-1)).toEqual([4, 0]);
    expect(data[20]).toEqual([0, 0]);
  });
});

describe('coursesOf', () => {
  it('counts who came back, who slid and who stayed; newcomers stay', () => {
    expect(coursesOf(movement)).toEqual({ up: 3, down: 12, level: 41 });
  });

  it('counts nothing when a count is withheld', () => {
    expect(coursesOf([...movement, { from_segment: 'lost', to_segment: 'lost', customers: null }])).toBeUndefined();
  });
});

describe('buildMovementOption', () => {
  it('has a flow per row, from left to right, coloured by its course', () => {
    const { data, links } = sankeyOf(movement);
    expect(links.map(({ value }) => value)).toEqual([30, 7, 5, 3, 11]);
    expect(links.map(({ lineStyle }) => lineStyle.color)).toEqual([
      chartTheme.ink3,
      chartTheme.loss,
      chartTheme.loss,
      chartTheme.accent,
      chartTheme.ink3,
    ]);
    const names = new Set(data.map(({ name }) => name));
    for (const { source, target } of links) expect([names.has(source), names.has(target)]).toEqual([true, true]);
    expect(names.size).toBe(data.length);
  });

  it('puts segments together by stage where there is little room', () => {
    const { data, links } = sankeyOf(movement, true);
    expect(data).toHaveLength(6);
    expect(links.reduce((sum, { value }) => sum + value, 0)).toBe(56);
    expect(data[0].label.formatter).toBe('rfm.stage.active  42');
  });
});
