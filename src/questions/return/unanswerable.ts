import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import type { Unanswerable } from '../../semantics/ask-context.ts';

/** Why the data cannot answer, and what would help; `text` where one reason has several texts. */
export function unanswerable(reason: string, values: Record<string, Json> = {}, text: string = reason): Unanswerable {
  return {
    reason,
    message: message(`return.refusal.${text}`, values),
    remedy: message(`return.refusal.${text}.remedy`, values),
  };
}
