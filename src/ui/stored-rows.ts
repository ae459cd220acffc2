import { getContext, setContext } from 'svelte';
import type { Json } from '../core/json.ts';

/** Reads rows of a table that an answer has left in the workspace (`TableRef.stored`). */
export type ReadStored = (stored: string, offset: number, limit: number) => Promise<{ rows: Json[][] }>;

const KEY = Symbol('stored-rows');

export function provideStoredRows(read: ReadStored): void {
  setContext(KEY, read);
}

export function useStoredRows(): ReadStored {
  return getContext<ReadStored>(KEY);
}
