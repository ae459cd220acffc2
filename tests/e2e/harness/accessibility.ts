import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page once it has come to rest: `<rule> (<impact>): <element>`, the serious and the critical. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await settled(page);
  // Through the protocol of the developer tools, which the page's policy does not concern.
  await page.evaluate(axeSource);
  const { violations }: AxeResults = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html} ${failureSummary}`),
    );
}
