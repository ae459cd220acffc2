import { solve, type Constraint } from 'yalps';

/** Places whose counts add up to a number that is known. */
export interface KnownSum {
  places: readonly number[];
  sum: number;
}

/** Counts are whole, sums of them carry the noise of fractions. */
const NOISE = 1e-6;

/**
 * Which of the hidden counts that are asked about follow from known sums: those for which one value is left, whatever is
 * combined with whatever (a linear program for the least and the largest one; in a table of two ways its solutions are whole).
 * What is not `marked` may be any number from 0; what is, lies from 1 to `most`. One that cannot be worked out counts as found.
 */
export function foundBySubtraction(
  asked: readonly number[],
  sums: readonly KnownSum[],
  { marked, most }: { marked: ReadonlySet<number>; most: number },
): Set<number> {
  const places = new Set([...asked, ...sums.flatMap((known) => known.places)]);
  const constraints = new Map<string, Constraint>();
  const variables = new Map([...places].map((place) => [place, new Map([[nameOf(place), 1]])]));
  for (const place of marked) constraints.set(nameOf(place), { min: 1, max: most });
  for (const [i, known] of sums.entries()) {
    constraints.set(`sum ${i}`, { equal: known.sum });
    for (const place of known.places) variables.get(place)!.set(`sum ${i}`, 1);
  }
  const end = (place: number, direction: 'minimize' | 'maximize'): number => {
    const { status, result } = solve({ direction, objective: nameOf(place), constraints, variables });
    if (status === 'unbounded') return Infinity;
    return status === 'optimal' ? result : NaN;
  };
  const isOpen = (place: number): boolean =>
    Math.floor(end(place, 'maximize') + NOISE) > Math.ceil(end(place, 'minimize') - NOISE);
  return new Set(asked.filter((place) => !isOpen(place)));
}

const nameOf = (place: number): string => `place ${place}`;
