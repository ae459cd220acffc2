import type { Json } from '../../core/json.ts';
import type { QuestionContract } from '../../core/question.ts';
import type { Filter } from '../session.svelte.ts';

/**
 * What is asked: the address first, then the filters of the top bar that the question knows. A raw table that is named has
 * neither dates nor the customers' attributes, so the filters leave it alone.
 */
export function givenParameters(
  { parameters }: Pick<QuestionContract, 'parameters'>,
  address: Record<string, Json>,
  filter: Filter,
): Record<string, Json> {
  if ('table' in address) return address;
  const names = new Set(parameters.map(({ name }) => name));
  const filters = Object.entries(filter).filter(([name, value]) => names.has(name) && value);
  return { ...Object.fromEntries(filters), ...address };
}
