import { getContext, setContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import { languages, type Language } from '../i18n/translate.ts';
import type { Speech } from '../ui/speech.svelte.ts';
import { recall, remember } from './remembered.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];
const LANGUAGE_KEY = 'redito.language';
const THEME_KEY = 'redito.theme';

/** What belongs to the person and this browser, not to the workspace: language and theme. */
export class Preferences {
  #theme = $state<ThemeChoice>(remembered(THEME_KEY, THEMES) ?? 'system');
  readonly #dark = new MediaQuery('(prefers-color-scheme: dark)');
  readonly #speech: Speech;

  constructor(speech: Speech) {
    this.#speech = speech;
    speech.language = remembered(LANGUAGE_KEY, languages) ?? browserLanguage();
  }

  get theme(): ThemeChoice {
    return this.#theme;
  }

  set theme(choice: ThemeChoice) {
    this.#theme = choice;
    remember(THEME_KEY, choice);
  }

  /** The theme in force. */
  get shownTheme(): 'light' | 'dark' {
    if (this.#theme !== 'system') return this.#theme;
    return this.#dark.current ? 'dark' : 'light';
  }

  get language(): Language {
    return this.#speech.language;
  }

  set language(language: Language) {
    this.#speech.language = language;
    remember(LANGUAGE_KEY, language);
  }
}

function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

function remembered<T extends string>(key: string, choices: readonly T[]): T | undefined {
  const value = recall(key);
  return choices.find((choice) => choice === value);
}

const KEY = Symbol('preferences');

export function providePreferences(preferences: Preferences): Preferences {
  return setContext(KEY, preferences);
}

export function usePreferences(): Preferences {
  return getContext<Preferences>(KEY);
}
