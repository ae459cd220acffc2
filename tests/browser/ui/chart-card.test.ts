import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { mountChart, renderSvg, type ChartOption } from '../../../src/ui/chart-engine.ts';
import { readTheme } from '../../../src/ui/theme.ts';
import ChartStage from './chart-stage.svelte';
import { bandOption, curveRows, heatmapOption, heatmapRows } from './gallery-charts.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';

const ATTACK = '<img src=x onerror="document.title=\'owned\'">';

afterEach(() => {
  delete document.documentElement.dataset['theme'];
  vi.restoreAllMocks();
});

describe('ChartCard', () => {
  it('draws its chart as SVG and describes it', async () => {
    await render(ChartStage, { title: 'Who stays', subtitle: '%', option: heatmapOption, rows: heatmapRows });
    await expect.poll(() => document.querySelector('.chart svg text')).not.toBeNull();
    expect(document.querySelector('.chart')?.getAttribute('aria-label')).toContain('Who stays');
  });

  it('follows the theme', async () => {
    await render(ChartStage, { title: 'Curve', option: bandOption, rows: curveRows });
    await expect.poll(() => document.querySelector('.chart svg')?.innerHTML).toContain('#0f6b5c');
    document.documentElement.dataset['theme'] = 'dark';
    await expect.poll(() => document.querySelector('.chart svg')?.innerHTML).toContain('#57bda8');
  });

  it('gives its table on demand, and the query', async () => {
    const onShowQuery = vi.fn();
    await render(ChartStage, { title: 'Curve', option: bandOption, rows: curveRows, onShowQuery });
    await page.getByRole('button', { name: /Actions/ }).click();
    await page.getByRole('menuitem', { name: 'Show the table' }).click();
    await expect.element(page.getByRole('table')).toBeVisible();
    await page.getByRole('button', { name: /Actions/ }).click();
    await page.getByRole('menuitem', { name: 'Show the query' }).click();
    expect(onShowQuery).toHaveBeenCalledOnce();
  });

  it('saves PNG, SVG and a guarded CSV', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return '#';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await render(ChartStage, { title: ATTACK, option: bandOption, rows: [{ a: '=1+1', b: -1 }] });
    await expect.poll(() => document.querySelector('.chart svg')).not.toBeNull();
    for (const name of [/PNG/, /SVG/, /CSV/]) {
      await page.getByRole('button', { name: /Actions/ }).click();
      await page.getByRole('menuitem', { name }).click();
    }
    await expect.poll(() => saved.length).toBe(3);
    const byType = (type: string): Blob => saved.find((blob) => blob.type.startsWith(type))!;
    expect((await createImageBitmap(byType('image/png'))).width).toBeGreaterThan(600);
    const svg = new DOMParser().parseFromString(await byType('image/svg').text(), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('img')).toBeNull();
    expect(await byType('text/csv').text()).toContain("a,b\r\n'=1+1,-1\r\n");
  });

  it('shows what there is when there is nothing to draw', async () => {
    await render(ChartStage, { title: 'Curve', option: bandOption, empty: 'No month is finished yet.' });
    await expect.element(page.getByText('No month is finished yet.')).toBeVisible();
  });
});

describe('mountChart', () => {
  const hostile: ChartOption = {
    xAxis: { type: 'category', data: [ATTACK] },
    yAxis: { type: 'value' },
    tooltip: { trigger: 'axis', formatter: () => ATTACK },
    series: [{ type: 'bar', name: ATTACK, data: [1], barWidth: '90%' }],
  };

  it('takes names of objects’ own for texts: no label writes into the prototype of all objects', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const element = document.createElement('div');
    element.style.cssText = 'width: 400px; height: 240px';
    document.body.append(element);
    const chart = mountChart(
      element,
      {
        xAxis: { type: 'category', data: names },
        yAxis: { type: 'value' },
        graphic: names.map((text) => ({ type: 'text' as const, style: { text } })),
        series: [{ type: 'bar', name: '__proto__', data: [1, 2, 3, 4] }],
      },
      readTheme('light'),
    );
    await expect.poll(() => element.querySelector('svg text')).not.toBeNull();
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.keys(Object.prototype.toString)).toEqual([]);
    expect(element.querySelector('svg')!.innerHTML).not.toMatch(/NaN|undefined/);
    chart.dispose();
    element.remove();
  });

  it('never lets a value become markup, in labels or tooltips', async () => {
    const element = document.createElement('div');
    element.style.cssText = 'width: 400px; height: 240px';
    document.body.append(element);
    const chart = mountChart(element, hostile, readTheme('light'));
    await userEvent.hover(element);
    await expect.poll(() => element.textContent).toContain('onerror');
    await expect.poll(() => element.querySelector(':scope > div:last-child')?.textContent).toContain('<img');
    expect(element.querySelector('img')).toBeNull();
    expect(document.title).not.toBe('owned');
    chart.dispose();
    element.remove();
  });

  it('falls back to a canvas for very many marks', () => {
    const element = document.createElement('div');
    element.style.cssText = 'width: 400px; height: 240px';
    document.body.append(element);
    const data = Array.from({ length: 6000 }, (_, index) => [index, index % 7]);
    const option: ChartOption = {
      xAxis: { type: 'value' },
      yAxis: { type: 'value' },
      series: [{ type: 'scatter', data }],
    };
    const chart = mountChart(element, option, readTheme('light'));
    expect(element.querySelector('canvas')).not.toBeNull();
    chart.dispose();
    element.remove();
  });
});

describe('renderSvg', () => {
  it('renders a chart that is on no page, of the size asked for', () => {
    const option: ChartOption = {
      xAxis: { type: 'category', data: ['a'] },
      yAxis: { type: 'value' },
      series: [{ type: 'bar', data: [1] }],
    };
    const svg = new DOMParser().parseFromString(renderSvg(option, 640, 320, chartTheme), 'image/svg+xml');
    expect(svg.documentElement.getAttribute('width')).toBe('640');
    expect(svg.querySelectorAll('path').length).toBeGreaterThan(0);
  });
});

describe('readTheme', () => {
  it('reads either theme whichever the page shows', () => {
    expect(readTheme('light')).toEqual(chartTheme);
    expect(readTheme('dark').accent).toBe('#57bda8');
  });
});
