import type { Answer } from '../core/answer.ts';

/** The report of a workspace as it is kept there. Hostile when read back: `validate.ts`. */
export interface StoredReport {
  title: string;
  language: 'en' | 'es';
  /** What counts fewer customers than this does not leave. */
  smallest: number;
  ids: 'drop' | 'hash';
  /** Hashes the ids; the same salt gives the same hashes. */
  salt: string;
  items: StoredItem[];
  /** Answers that could not be read, as they were kept: another version may be able to. */
  unread?: unknown[];
}

export interface StoredItem {
  id: string;
  /** ISO date and time. */
  addedAt: string;
  /** Of its amounts: ISO 4217 or `none`. */
  currency: string;
  /** Takes the place of the question's title; empty: that one. */
  title: string;
  note: string;
  /** As it was when it was added. Long lists of customers have stayed behind. */
  answer: Answer;
}
