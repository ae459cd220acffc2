import type { Json } from '../../core/json.ts';
import { readParameters } from '../../core/parameters.ts';
import { standsAlone, type QuestionContract } from '../../core/question.ts';
import type { Filter } from '../session.svelte.ts';

/** The parameters that the top bar shows, of all questions that have them. */
export const FILTERS = ['from', 'to', 'where'] as const satisfies readonly (keyof Filter)[];

/**
 * What is asked: the address first, then the filters of the top bar that the question knows. A raw table that is named has
 * neither dates nor the customers' attributes, so the filters leave it alone.
 */
export function givenParameters(
  contract: Pick<QuestionContract, 'parameters' | 'standsOn'>,
  address: Record<string, Json>,
  filter: Filter,
): Record<string, Json> {
  if (standsAlone(contract, address)) return address;
  const names = new Set(contract.parameters.map(({ name }) => name));
  const filters = Object.entries(filter).filter(([name, value]) => names.has(name) && value);
  return { ...Object.fromEntries(filters), ...address };
}

/** An address of a question with these parameters and no other filter than theirs. */
export const NO_FILTERS: Readonly<Record<(typeof FILTERS)[number], string>> = { from: '', to: '', where: '' };

/** What is in force, for the form. */
export function withDefaults(
  { parameters }: Pick<QuestionContract, 'parameters'>,
  given: Record<string, Json>,
): Record<string, Json> {
  try {
    return readParameters(parameters, given);
  } catch {
    // An address somebody typed: the failure is shown where the answer would be.
    return given;
  }
}

/**
 * What an address says of the filters goes to the top bar, where it shows and holds for the next question too; empty text takes
 * a filter off. `rest` is what stays in the address. Undefined when there is nothing to move: a raw table keeps its own
 * condition, and what is not valid stays where its failure is told.
 */
export function filtersOf(
  contract: Pick<QuestionContract, 'parameters' | 'standsOn'>,
  address: Record<string, Json>,
): { filter: Filter; rest: Record<string, Json> } | undefined {
  if (standsAlone(contract, address)) return undefined;
  const filter: Filter = {};
  const rest = { ...address };
  for (const name of FILTERS) {
    const parameter = contract.parameters.find((known) => known.name === name);
    const value = address[name];
    const isMoved = value === '' || (parameter && typeof value === 'string' && isValid(parameter, value));
    if (!isMoved) continue;
    filter[name] = value === '' ? undefined : value;
    delete rest[name];
  }
  return Object.keys(filter).length > 0 ? { filter, rest } : undefined;
}

function isValid(parameter: QuestionContract['parameters'][number], value: string): boolean {
  try {
    readParameters([parameter], { [parameter.name]: value });
    return true;
  } catch {
    return false;
  }
}
