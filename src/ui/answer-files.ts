import { getContext, setContext } from 'svelte';
import type { TableRef } from '../core/answer.ts';
import type { Json, Row } from '../core/json.ts';
import type { ChartSpec } from './chart-spec.ts';

/** A card as a report would show it: small counts withheld, and what would tell them. */
export interface SafeCard {
  columns: string[];
  rows: Json[][];
  /** Left out where too much is withheld to draw anything. */
  option?: ChartSpec['option'];
  /** Counts under this one are withheld. */
  smallest: number;
}

/** The files of an answer's page: by themselves they keep the rules of reports. */
export interface AnswerFiles {
  /** Undefined when nothing of the card may leave. */
  card(id: string): Promise<SafeCard | undefined>;
  /** A list of single customers as CSV: ids left out or hashed, as reports have them. */
  list(table: Row[] | TableRef, rows: Row[]): Promise<Blob>;
}

const KEY = Symbol('answer-files');

export function provideAnswerFiles(files: AnswerFiles): void {
  setContext(KEY, files);
}

/** Undefined where cards show no answer: what they show is all there is. */
export function useAnswerFiles(): AnswerFiles | undefined {
  return getContext<AnswerFiles | undefined>(KEY);
}
