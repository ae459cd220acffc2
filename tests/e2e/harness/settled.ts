import type { Page } from 'playwright-core';

/**
 * Waits until nothing is under way: nothing is busy, no animation runs, and the page has not changed for a while. A page that has
 * just been left still stands for a moment; what the next one does is over when it has come to rest.
 */
export async function settled(page: Page, { quiet = 500 } = {}): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor();
  await page.evaluate(rest, quiet);
}

/** Runs in the page. */
function rest(quiet: number): Promise<void> {
  return new Promise((resolve) => {
    let changed = performance.now();
    const observer = new MutationObserver(() => (changed = performance.now()));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const isBusy = (): boolean =>
      document.querySelector('main [aria-busy=true], main [role=progressbar]') !== null ||
      document.getAnimations().some(({ playState }) => playState === 'running');
    const look = (): void => {
      if (isBusy()) changed = performance.now();
      if (performance.now() - changed < quiet) {
        requestAnimationFrame(look);
        return;
      }
      observer.disconnect();
      resolve();
    };
    requestAnimationFrame(look);
  });
}
