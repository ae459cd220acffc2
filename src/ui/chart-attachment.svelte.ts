import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { ChartTheme } from './chart-context.ts';
import type * as ChartEngine from './chart-engine.ts';
import type { ChartOption, MountedChart } from './chart-engine.ts';

/** ECharts arrives with the first chart, not with the page. Labels are measured in Inter, so it has to be there too. */
async function loadEngine(): Promise<typeof ChartEngine> {
  const [engine] = await Promise.all([import('./chart-engine.ts'), document.fonts.load("12px 'Inter Variable'")]);
  return engine;
}

/** Keeps one chart drawn in one element. */
export class LiveChart {
  readonly #option: () => ChartOption;
  readonly #theme: () => ChartTheme;
  #mounted = $state.raw<MountedChart>();
  failed = $state(false);

  constructor(option: () => ChartOption, theme: () => ChartTheme) {
    this.#option = option;
    this.#theme = theme;
  }

  get ready(): boolean {
    return this.#mounted !== undefined;
  }

  get chart(): MountedChart | undefined {
    return this.#mounted;
  }

  attach: Attachment<HTMLElement> = (element) => {
    let gone = false;
    const start = async (): Promise<void> => {
      const engine = await loadEngine();
      if (!gone) this.#mounted = untrack(() => engine.mountChart(element, this.#option(), this.#theme()));
    };
    start().catch(() => (this.failed = true));

    let drawn: ChartOption | undefined;
    $effect(() => {
      const [option, theme, chart] = [this.#option(), this.#theme(), this.#mounted];
      if (chart && drawn) chart.update(option, theme);
      if (chart) drawn = option;
    });

    const observer = new ResizeObserver(() => untrack(() => this.#mounted)?.resize());
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
      untrack(() => this.#mounted)?.dispose();
      this.#mounted = undefined;
    };
  };
}
