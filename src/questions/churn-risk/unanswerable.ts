import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import type { Unanswerable } from '../../semantics/ask-context.ts';

/** Why the data cannot answer, and what would help: `churn-risk.refused.<reason>` and the same with `.remedy`. */
export function unanswerable(reason: string, values: Record<string, Json> = {}): Unanswerable {
  return {
    reason,
    message: message(`churn-risk.refused.${reason}`, values),
    remedy: message(`churn-risk.refused.${reason}.remedy`, values),
  };
}
