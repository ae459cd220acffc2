import { getContext, setContext } from 'svelte';

/** Draws a new salt for hashing ids. */
export type FreshSalt = () => string;

const KEY = Symbol('fresh-salt');

export function provideFreshSalt(fresh: FreshSalt): void {
  setContext(KEY, fresh);
}

export function useFreshSalt(): FreshSalt {
  return getContext<FreshSalt>(KEY);
}
