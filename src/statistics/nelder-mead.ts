/**
 * Maximises a function without derivatives by the simplex method of Nelder & Mead (1965), the fallback where Newton's
 * method gets nowhere.
 *
 * @param objective what is not finite counts as worse than anything
 * @param start finite; the first simplex has edges of length `size` (default 1)
 * @param options `tolerance` default 1e-9, on the spread of the values; `evaluations` default 4,000
 * @returns the best point seen; not necessarily a maximum
 * @example maximiseByNelderMead(([x, y]) => -((x - 1) ** 2) - y * y, [0, 3]) // about [1, 0]
 */
export function maximiseByNelderMead(
  objective: (at: number[]) => number,
  start: readonly number[],
  options: { size?: number; tolerance?: number; evaluations?: number } = {},
): number[] {
  const { size = 1, tolerance = 1e-9, evaluations = 4000 } = options;
  let used = 0;
  const vertex = (at: number[]) => {
    used++;
    const value = objective(at);
    return { at, value: Number.isFinite(value) ? value : -Infinity };
  };
  const simplex = [vertex([...start]), ...start.map((_, i) => vertex(start.map((x, j) => (i === j ? x + size : x))))];

  while (used < evaluations) {
    simplex.sort((x, y) => y.value - x.value);
    const best = simplex[0];
    const worst = simplex[simplex.length - 1];
    if (best.value - worst.value < tolerance) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, { at }) => sum + at[i], 0) / others.length);
    const along = (factor: number) => vertex(centre.map((c, i) => c + factor * (c - worst.at[i])));

    const reflected = along(1);
    if (reflected.value > best.value) {
      const expanded = along(2);
      simplex[simplex.length - 1] = expanded.value > reflected.value ? expanded : reflected;
    } else if (reflected.value > others[others.length - 1].value) {
      simplex[simplex.length - 1] = reflected;
    } else {
      const contracted = reflected.value > worst.value ? along(0.5) : along(-0.5);
      if (contracted.value > Math.max(worst.value, reflected.value)) simplex[simplex.length - 1] = contracted;
      else {
        for (let i = 1; i < simplex.length; i++) {
          simplex[i] = vertex(simplex[i].at.map((x, j) => best.at[j] + 0.5 * (x - best.at[j])));
        }
      }
    }
  }
  return simplex.reduce((x, y) => (y.value > x.value ? y : x)).at;
}
