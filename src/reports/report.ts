import type { Answer } from '../core/answer.ts';
import type { Language } from '../i18n/translate.ts';
import type { Withheld } from './suppress.ts';

/** Answers in order, as a reader gets them: nothing in it is still to be withheld. */
export interface Report {
  title: string;
  language: Language;
  /** ISO date. */
  madeAt: string;
  /** Counts of fewer customers are not shown. */
  smallest: number;
  items: ReportItem[];
}

export interface ReportItem {
  /** Of its amounts: ISO 4217 or `none`. */
  currency: string;
  /** As `discloseSafely` gives it. */
  answer: Answer;
  withheld: Withheld;
  /** Takes the place of the question's title. */
  title?: string;
  note?: string;
  figures: Figure[];
  /** So much is withheld that there are no figures. */
  undrawn?: boolean;
}

export interface Figure {
  title: string;
  subtitle: string;
  badge?: 'measured' | 'modelled' | 'counted';
  /** Left out: the table is all there is to see. */
  svg?: string;
  /** The chart could not be drawn without what is withheld. */
  failed?: boolean;
  table?: FigureTable;
}

/** Cells as they are read. */
export interface FigureTable {
  head: { text: string; numeric: boolean }[];
  rows: string[][];
  /** How many rows there are in all. */
  total: number;
}
