import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import type { Unanswerable } from '../../semantics/ask-context.ts';

/** Why the data cannot answer, and what would help. */
export function unanswerable(reason: string, values: Record<string, Json> = {}): Unanswerable {
  return {
    reason,
    message: message(`return.refusal.${reason}`, values),
    remedy: message(`return.refusal.${reason}.remedy`, values),
  };
}
