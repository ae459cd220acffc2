import { getContext, setContext } from 'svelte';
import type { Json } from '../core/json.ts';

/** Tables that an answer has left in the workspace (`TableRef.stored`). */
export interface StoredRows {
  read: (stored: string, offset: number, limit: number) => Promise<{ rows: Json[][] }>;
  /** Why rows could not be read, and what to do. */
  explain: (error: unknown) => string;
}

const KEY = Symbol('stored-rows');

export function provideStoredRows(stored: StoredRows): void {
  setContext(KEY, stored);
}

export function useStoredRows(): StoredRows {
  return getContext<StoredRows>(KEY);
}
