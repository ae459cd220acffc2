import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Gallery from './gallery.svelte';

async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe('the gallery of widgets', () => {
  it.each(['light', 'dark'])('has no finding of axe in the %s theme', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = 'en';
    await page.viewport(1400, 900);
    await render(Gallery);
    await expect.poll(() => document.querySelectorAll('.chart svg').length).toBe(3);
    expect(await findings()).toEqual([]);
  });

  it('has no finding of axe in its overlays', async () => {
    await page.viewport(900, 900);
    await render(Gallery);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await expect.poll(() => document.querySelector('[role=dialog] pre')?.textContent).toContain('\n');
    expect(await findings()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: '⌘K' }).click();
    await expect.element(page.getByRole('combobox', { name: /Search/ })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('fits a page of 390 pixels', async () => {
    await page.viewport(390, 844);
    await render(Gallery, { evidence: false });
    await expect.poll(() => document.querySelectorAll('.chart svg').length).toBe(3);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('EvidenceDrawer', () => {
  it('keeps the focus inside while it overlays, and gives it back on Escape', async () => {
    await page.viewport(900, 900);
    await render(Gallery, { evidence: false });
    const opener = page.getByRole('button', { name: 'its check passed' });
    await opener.click();
    const drawer = page.getByTestId('evidence');
    await expect.element(drawer).toBeVisible();
    for (let press = 0; press < 12; press++) {
      await userEvent.tab();
      expect(drawer.element().contains(document.activeElement)).toBe(true);
    }
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('[data-testid=evidence]')).toBeNull();
    expect(document.activeElement).toBe(opener.element());
  });

  it('shows queries as text', async () => {
    await page.viewport(1400, 900);
    await render(Gallery);
    await expect.poll(() => document.querySelector('[data-testid=evidence]')?.textContent).toContain('<b>hostile</b>');
  });
});

describe('CommandPalette', () => {
  it('finds, moves and runs by keyboard', async () => {
    await page.viewport(1000, 800);
    await render(Gallery, { evidence: false });
    await page.getByRole('button', { name: '⌘K' }).click();
    await userEvent.keyboard('life');
    await expect
      .poll(() => document.querySelector('[role=option][aria-selected=true]')?.textContent.trim())
      .toBe('Lifetime value');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('.toast')?.textContent).toContain('Lifetime value');
    await expect.poll(() => document.querySelector('[role=listbox]')).toBeNull();
  });
});

describe('ToastRegion', () => {
  it('offers to undo', async () => {
    await page.viewport(1000, 800);
    await render(Gallery, { evidence: false });
    await page.getByRole('button', { name: 'Drop', exact: true }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => document.querySelector('.toast')).toBeNull();
  });
});
