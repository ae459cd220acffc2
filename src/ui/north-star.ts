import { getContext, setContext } from 'svelte';

/** A metric that stays in sight, with the value that is wanted, in the metric's unit. */
export interface Pin {
  metric: string;
  target: number | null;
}

/** The metrics that are pinned. */
export interface NorthStar {
  readonly pinned: readonly Pin[];
  save: (pins: Pin[]) => void;
}

/** Three to five: fewer miss something, more give no direction. */
export const FEWEST_PINS = 3;
export const MOST_PINS = 5;

const KEY = Symbol('north-star');

export function provideNorthStar(northStar: NorthStar): void {
  setContext(KEY, northStar);
}

/** Undefined where nothing can be pinned. */
export function useNorthStar(): NorthStar | undefined {
  return getContext<NorthStar | undefined>(KEY);
}

/** Pins a metric after the others, or takes it off; unchanged when there are enough. */
export function togglePin(pinned: readonly Pin[], metric: string): Pin[] {
  if (pinned.some((pin) => pin.metric === metric)) return pinned.filter((pin) => pin.metric !== metric);
  return pinned.length >= MOST_PINS ? [...pinned] : [...pinned, { metric, target: null }];
}
