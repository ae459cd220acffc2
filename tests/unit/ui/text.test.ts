import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../src/ui/download.ts';
import { fuzzyScore } from '../../../src/ui/fuzzy-match.ts';
import { paletteGroups } from '../../../src/ui/palette-groups.ts';
import { traceLines } from '../../../src/ui/trace-series.ts';

describe('fuzzyScore', () => {
  it('prefers a word’s beginning to its middle, and letters together to letters apart', () => {
    expect(fuzzyScore('val', 'Lifetime value')).toBeGreaterThan(fuzzyScore('val', 'Interval'));
    expect(fuzzyScore('coh', 'Cohorts')).toBeGreaterThan(fuzzyScore('coh', 'c o h'));
  });

  it('finds through accents and capitals', () => {
    expect(fuzzyScore('retencion', 'Retención')).toBeGreaterThan(0);
  });

  it('is nought when a letter is missing', () => {
    expect(fuzzyScore('cohz', 'Cohorts')).toBe(0);
  });
});

describe('paletteGroups', () => {
  const run = (): void => undefined;
  const items = [
    { id: 'a', label: 'Churn', group: 'Pages', run },
    { id: 'b', label: 'channel', group: 'Columns', run },
    { id: 'c', label: 'Data', group: 'Pages', keywords: 'import files', run },
  ];

  it('keeps the order without a text', () => {
    expect(paletteGroups(items, '').map((group) => group.name)).toEqual(['Pages', 'Columns']);
  });

  it('puts the best match first and finds by keywords', () => {
    expect(paletteGroups(items, 'chan')[0]?.items[0]?.id).toBe('b');
    expect(paletteGroups(items, 'import')[0]?.items[0]?.id).toBe('c');
  });
});

describe('traceLines', () => {
  it('draws each series inside the field and leaves out what is not finite', () => {
    const trace = [
      { series: 'a', x: 0, y: 1 },
      { series: 'a', x: 1, y: NaN },
      { series: 'a', x: 2, y: 0.5 },
      { series: 'b', x: 2, y: 0.7 },
    ];
    const lines = traceLines(trace, 100, 50);
    expect(lines.map((line) => [line.series, line.points.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(lines[0]?.path).toBe('M0.0 0.0L100.0 50.0');
  });
});

describe('fileNameOf', () => {
  it('keeps letters and digits of any language', () => {
    expect(fileNameOf('¿Quién se queda? 2026', 'csv')).toBe('quién-se-queda-2026.csv');
    expect(fileNameOf('../..', 'png')).toBe('export.png');
  });
});
