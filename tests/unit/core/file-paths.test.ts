import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsNoData, pathLabel } from '../../../src/core/file-paths.ts';

describe('pathLabel', () => {
  it('keeps folders and names as they stand', () => {
    expect(pathLabel('2024/ventas de año/May.CSV')).toBe('2024/ventas de año/May.CSV');
  });

  it('drops steps upward, roots and drives', () => {
    expect(pathLabel('../../etc/./passwd')).toBe('etc/passwd');
    expect(pathLabel('/C:\\..\\orders\\may.csv')).toBe('orders/may.csv');
  });

  it('drops control characters and marks of direction', () => {
    expect(pathLabel('a\0b\u202ecsv.exe\n')).toBe('abcsv.exe');
  });

  it('never climbs, whatever it is given, and is never long', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '/', '\\', '.', 'a', 'C:', '\0', ' ')), (parts) => {
        const label = pathLabel(parts.join(''));
        expect(label.split('/').filter((step) => step === '..' || step === '.')).toEqual([]);
        expect(label.startsWith('/')).toBe(false);
        expect(pathLabel(label)).toBe(label);
      }),
    );
    expect(pathLabel('x'.repeat(10_000)).length).toBeLessThan(500);
  });
});

describe('holdsNoData', () => {
  it.each([
    '__MACOSX/a/._x.csv',
    'a/.DS_Store',
    '.hidden/x.csv',
    'Thumbs.db',
    'README',
    'Léeme.txt',
    'a/logo.PNG',
    '_SUCCESS',
  ])('passes over %s', (path) => expect(holdsNoData(path)).toBe(true));

  it.each(['orders.csv', 'a/readme orders.csv', 'part-0001', 'log.txt', 'report.xlsx', 'licences.csv', 'data'])(
    'keeps %s',
    (path) => expect(holdsNoData(path)).toBe(false),
  );
});
