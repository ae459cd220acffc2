export interface TargetPlaces {
  /** Where zero, the value and the target stand, as percentages of the line. */
  zero: number;
  value: number;
  target: number;
}

/** From zero, or from below it when one of them is, to a little beyond the larger. */
export function placeTarget(value: number, target: number): TargetPlaces {
  const from = Math.min(0, value, target);
  const reach = Math.max(0, value, target) - from || 1;
  const place = (x: number): number => ((x - from) / (reach * 1.08)) * 100;
  return { zero: place(0), value: place(value), target: place(target) };
}

export interface TargetGap {
  reached: boolean;
  /** The value relative to the target, 0 when equal; null where a ratio says nothing (targets that are not positive). */
  relative: number | null;
}

export function gapToTarget(value: number, target: number, isBetterLow: boolean): TargetGap {
  return {
    reached: isBetterLow ? value <= target : value >= target,
    relative: target > 0 && value >= 0 ? value / target - 1 : null,
  };
}
