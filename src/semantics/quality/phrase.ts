import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';

/** A message within the values of another one. */
export type Phrase = { key: string; values: Record<string, Json> };

export function phrase(key: string, values: Record<string, Json> = {}): Phrase {
  return message(key, values);
}
