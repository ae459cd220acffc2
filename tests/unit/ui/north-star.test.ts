import { describe, expect, it } from 'vitest';
import { MOST_PINS, togglePin } from '../../../src/ui/north-star.ts';

const pins = ['a', 'b', 'c', 'd'].map((metric) => ({ metric, target: 1 }));

describe('togglePin', () => {
  it('adds a metric after the others without a target, and takes it off again', () => {
    const added = togglePin(pins, 'e');
    expect(added.at(-1)).toEqual({ metric: 'e', target: null });
    expect(togglePin(added, 'e')).toEqual(pins);
  });

  it('holds no more than five', () => {
    const full = togglePin(pins, 'e');
    expect(full).toHaveLength(MOST_PINS);
    expect(togglePin(full, 'f')).toEqual(full);
  });
});
