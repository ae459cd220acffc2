import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Json } from '../../../src/core/json.ts';
import { pagesOf, type FetchPage } from '../../../src/ui/grid-pages.svelte.ts';
import { columns, fetchPage, HOSTILE, TOTAL } from './gallery-table.ts';
import GridStage from './grid-stage.svelte';

const grid = (): HTMLElement => document.querySelector<HTMLElement>('[role=grid]')!;
const active = (): HTMLElement | null => document.getElementById(grid().getAttribute('aria-activedescendant')!);
const rowNumbers = (): string[] =>
  [...document.querySelectorAll('[role=rowheader]')].map((cell) => cell.textContent.trim());

describe('DataGrid', () => {
  it('says how many rows and columns there are', async () => {
    await render(GridStage, { columns, total: TOTAL, fetchPage });
    expect(grid().getAttribute('aria-rowcount')).toBe('10000001');
    expect(grid().getAttribute('aria-colcount')).toBe(String(columns.length + 1));
    await expect.poll(() => active()?.textContent).toContain('C17850');
  });

  it('reaches the last of ten million rows by keyboard and back again', async () => {
    await render(GridStage, { columns, total: TOTAL, fetchPage });
    grid().focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.poll(() => rowNumbers().at(-1)).toBe('10,000,000');
    await userEvent.keyboard('{Home}');
    await expect.poll(() => active()?.textContent.trim()).toBe('C10017849');
    expect(active()?.closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('10000001');
    const box = active()!.getBoundingClientRect();
    const frame = grid().getBoundingClientRect();
    expect(box.bottom).toBeLessThanOrEqual(frame.bottom + 1);
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(() => active()?.textContent.trim()).toBe('C10017848');
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await expect.poll(() => rowNumbers()[0]).toBe('1');
  });

  it('turns the wheel row by row however long the table is', async () => {
    await render(GridStage, { columns, total: TOTAL, fetchPage });
    grid().dispatchEvent(new WheelEvent('wheel', { deltaY: 300, bubbles: true, cancelable: true }));
    await expect.poll(() => rowNumbers()[0]).toBe('11');
  });

  it('goes to the middle when the thumb does', async () => {
    await render(GridStage, { columns, total: TOTAL, fetchPage });
    grid().scrollTop = grid().scrollHeight / 2;
    await expect.poll(() => Number(rowNumbers()[0]?.replaceAll(',', ''))).toBeGreaterThan(4_999_000);
    expect(Number(rowNumbers()[0]?.replaceAll(',', ''))).toBeLessThan(5_001_000);
  });

  it('keeps few elements on the page', async () => {
    await render(GridStage, { columns, total: TOTAL, fetchPage });
    await expect.poll(() => rowNumbers().length).toBeGreaterThan(5);
    expect(document.querySelectorAll('[role=gridcell]').length).toBeLessThan(400);
  });

  it('shows columns that are called as what every object has', async () => {
    const named = ['constructor', 'toString', '__proto__'].map((name) => ({ name, type: 'VARCHAR' }));
    await render(GridStage, { columns: named, total: 1, fetchPage: pagesOf([['a', 'b', 'c']]) });
    await expect.poll(() => grid().textContent).toContain('__proto__');
    const widths = [...grid().querySelectorAll<HTMLElement>('[role=columnheader]')].map((head) => head.offsetWidth);
    expect(widths.every((width) => width >= 48 && width < 400)).toBe(true);
  });

  it('says why rows could not be read', async () => {
    const failing: FetchPage = () => Promise.reject(new Error('gone'));
    await render(GridStage, { columns, total: 1, fetchPage: failing, explain: (error) => `Because: ${String(error)}` });
    await expect
      .poll(() => document.querySelector('footer [role=alert]')?.textContent)
      .toContain('Because: Error: gone');
  });

  it('shows hostile values and names as text', async () => {
    await render(GridStage, { columns, total: TOTAL, fetchPage });
    await expect.poll(() => grid().textContent).toContain(HOSTILE);
    expect(grid().querySelector('img')).toBeNull();
    expect(document.title).not.toBe('owned');
  });

  it('tells a missing value from an empty one', async () => {
    const rows: Json[][] = [[null], ['']];
    await render(GridStage, { columns: [{ name: 'a', type: 'VARCHAR' }], total: 2, fetchPage: pagesOfRows(rows) });
    await expect
      .poll(() => [...document.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent.trim()))
      .toEqual(['–no value', '']);
  });

  it('sorts on a click and on Enter at the head', async () => {
    const onSort = vi.fn();
    await render(GridStage, { columns, total: TOTAL, fetchPage, onSort });
    document.querySelector<HTMLElement>('[role=columnheader][data-column="2"]')!.click();
    expect(onSort).toHaveBeenLastCalledWith({ column: 'amount', descending: false });
    grid().focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onSort).toHaveBeenLastCalledWith({ column: 'quantity', descending: false });
  });

  it('says what failed and reads the rows again when asked', async () => {
    let broken = true;
    const flaky: FetchPage = (offset, limit) => (broken ? Promise.reject(new Error('gone')) : fetchPage(offset, limit));
    await render(GridStage, { columns, total: TOTAL, fetchPage: flaky });
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('could not be read');
    broken = false;
    document.querySelector<HTMLButtonElement>('footer button')!.click();
    await expect.poll(() => active()?.textContent).toContain('C17850');
  });
});

function pagesOfRows(rows: Json[][]): FetchPage {
  return () => Promise.resolve({ rows });
}
