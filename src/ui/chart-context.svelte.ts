import { createSubscriber, MediaQuery } from 'svelte/reactivity';
import type { ChartContext, ChartTheme } from './chart-context.ts';
import type { Speech } from './speech.svelte.ts';
import { useSpeech } from './speech.svelte.ts';
import { currentTheme, readTheme, type ThemeName } from './theme.ts';

const themes: Partial<Record<ThemeName, ChartTheme>> = {};

function cachedTheme(name: ThemeName): ChartTheme {
  return (themes[name] ??= readTheme(name));
}

const followTheme = createSubscriber((update) => {
  const observer = new MutationObserver(update);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
});

const narrowPage = new MediaQuery('(max-width: 559.9px)');

/** What chart builders know of the page; follows theme, language, currency and width. */
class PageChartContext implements ChartContext {
  readonly #speech: Speech;

  constructor(speech: Speech) {
    this.#speech = speech;
  }

  get theme(): ChartTheme {
    followTheme();
    return cachedTheme(currentTheme());
  }

  get narrow(): boolean {
    return narrowPage.current;
  }

  get say(): ChartContext['say'] {
    return this.#speech.say;
  }

  get number(): ChartContext['number'] {
    return this.#speech.number;
  }

  get date(): ChartContext['date'] {
    return this.#speech.date;
  }
}

/** Call while a component is set up. */
export function useChart(): ChartContext {
  return new PageChartContext(useSpeech());
}
