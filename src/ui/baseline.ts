import { getContext, setContext } from 'svelte';

/** The range that was frozen last, and how to freeze another one. */
export interface Baselines {
  /** ISO dates; `to` is exclusive. */
  readonly frozen: { from: string; to: string; frozenAt: string; hash: string } | undefined;
  freeze: (from: string, to: string) => Promise<void>;
  /** Why it could not be frozen, and what to do. */
  explain: (error: unknown) => string;
}

const KEY = Symbol('baselines');

export function provideBaselines(baselines: Baselines): void {
  setContext(KEY, baselines);
}

/** Undefined where nothing can be frozen. */
export function useBaselines(): Baselines | undefined {
  return getContext<Baselines | undefined>(KEY);
}
