import type { Message } from '../core/message.ts';
import type { ReportProgress } from '../core/progress.ts';
import type { Database } from '../database/database.ts';
import type { Mapping } from './mapping.ts';
import type { Settings } from './settings.ts';

/** What the worker hands to a question's `answer`. */
export interface AskContext {
  /** Records every query it runs for the evidence. */
  database: Database;
  mapping: Mapping;
  settings: Settings;
  progress: ReportProgress;
  signal: AbortSignal;
}

/** The data cannot answer: an `answer` returns it, and the worker makes it a Refusal. */
export interface Unanswerable {
  reason: string;
  message: Message;
  remedy: Message;
}
