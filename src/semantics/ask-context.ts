import type { Check, Choices, Estimate, Evidence } from '../core/answer.ts';
import type { Json, Row } from '../core/json.ts';
import type { Message } from '../core/message.ts';
import type { ReportProgress } from '../core/progress.ts';
import type { Database } from '../database/database.ts';
import type { FrozenBaseline } from './baseline.ts';
import type { Mapping } from './mapping.ts';
import type { Settings } from './settings.ts';

/** What the worker hands to a question's `answer`. */
export interface AskContext {
  /** Records every query it runs for the evidence. */
  database: Database;
  mapping: Mapping;
  settings: Settings;
  /** The baseline that was frozen last. */
  baseline?: FrozenBaseline;
  progress: ReportProgress;
  signal: AbortSignal;
}

/** The data cannot answer: an `answer` returns it, and the worker makes it a Refusal. */
export interface Unanswerable {
  reason: string;
  message: Message;
  remedy: Message;
  choices?: Choices;
}

/** What a question's `answer` gives; the worker adds what it alone knows (queries, inputs, versions, time). */
export interface Answered {
  verdict: Message;
  eligibility: Message;
  estimates: Estimate[];
  tables: Record<string, Row[]>;
  checks: Check[];
  evidence: Pick<Evidence, 'steps' | 'methods' | 'assumptions'>;
  /** Parameters that were worked out from the data, e.g. the end of observation. */
  parameters?: Record<string, Json>;
}

/** The same, with the values to choose from where there are several. */
export function offering(refusal: Unanswerable, parameter: string, values: string[]): Unanswerable {
  return values.length > 1 ? { ...refusal, choices: { parameter, values } } : refusal;
}

export function isUnanswerable(result: Answered | Unanswerable): result is Unanswerable {
  return 'reason' in result;
}
