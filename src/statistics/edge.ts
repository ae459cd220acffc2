/** Enough for any double that is not next to 0. */
const HALVINGS = 200;

/**
 * Where a condition that holds at one place ceases on the way to another, by halving.
 *
 * @param holds true at `inside`; on the way it changes at most once
 * @returns the last place at which it holds, to the last bit (next to 0: within 2⁻²⁰⁰ of the way); `end` where it holds
 *          at every number before that
 *
 * @example edge((x) => x * x < 2, 0, 2) // 1.414213562373095
 */
export function edge(holds: (x: number) => boolean, inside: number, end: number): number {
  let [near, far] = [inside, end];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (near + far) / 2;
    if (middle === near || middle === far) break;
    if (holds(middle)) near = middle;
    else far = middle;
  }
  return far === end ? end : near;
}
