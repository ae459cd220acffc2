/** What is free between the top bar and the panel, and where the chart is, in pixels of the window. */
interface Place {
  top: number;
  bottom: number;
}

/** How far to scroll down so that the chart is in view: to its end, but never past its beginning. */
export function scrollBy(chart: Place, free: Place): number {
  const isInView = chart.top >= free.top && chart.bottom <= free.bottom;
  return isInView ? 0 : Math.min(chart.bottom - free.bottom, chart.top - free.top);
}

/** Space around it. */
const GAP = 12;
const LOOK_MS = 100;
const HANDS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Scrolls to a chart of the page once it is drawn and has come to rest; without one to the page’s beginning.
 * Who scrolls or presses something meanwhile is left alone.
 * @param chart its `ChartSpec.id`
 * @returns what ends the wait
 */
export function bringIntoView(chart: string | undefined, panel: Element): () => void {
  if (chart === undefined) {
    window.scrollTo({ top: 0 });
    return () => undefined;
  }
  let before: number | undefined;
  const timer = setInterval(() => {
    const card = document.querySelector(`main [data-chart="${chart}"]:has([role=img])`);
    const { top, bottom } = card?.getBoundingClientRect() ?? {};
    const isAtRest = top !== undefined && top === before;
    before = top;
    if (!isAtRest || bottom === undefined) return;
    stop();
    const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    const free = { top: header + GAP, bottom: panel.getBoundingClientRect().top - GAP };
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollBy({ top: scrollBy({ top, bottom }, free), behavior: isCalm ? 'auto' : 'smooth' });
  }, LOOK_MS);
  const stop = (): void => {
    clearInterval(timer);
    for (const hand of HANDS) window.removeEventListener(hand, stop);
  };
  for (const hand of HANDS) window.addEventListener(hand, stop, { passive: true });
  return stop;
}
