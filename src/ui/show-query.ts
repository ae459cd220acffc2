import { getContext, setContext } from 'svelte';

const KEY = Symbol('show-query');

/** What every chart below this component does for “show the query”. */
export function provideShowQuery(show: () => void): void {
  setContext(KEY, show);
}

export function useShowQuery(): (() => void) | undefined {
  return getContext<(() => void) | undefined>(KEY);
}
