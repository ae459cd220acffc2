import { describe, expect, it } from 'vitest';
import { findHeader } from '../../../src/files/header.ts';

describe('findHeader', () => {
  it('finds names above numbers', () => {
    expect(
      findHeader([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toEqual({ skip: 1, names: ['a', 'b'], width: 2, preamble: 0 });
  });

  it('finds none above numbers that begin at once', () => {
    expect(
      findHeader([
        ['00004', '19970101'],
        ['00021', '19970102'],
      ]),
    ).toEqual({ skip: 0, width: 2, preamble: 0 });
  });

  it('takes a first record of distinct words for names when all is text', () => {
    expect(
      findHeader([
        ['city', 'name'],
        ['Lugo', 'Ana'],
        ['Vigo', 'Eva'],
      ]).names,
    ).toEqual(['city', 'name']);
    expect(
      findHeader([
        ['Lugo', 'Ana'],
        ['Lugo', 'Eva'],
        ['Vigo', 'Ana'],
      ]).names,
    ).toBeUndefined();
    expect(
      findHeader([
        ['😀', 'grinning face'],
        ['😃', 'big eyes'],
      ]).names,
    ).toBeUndefined();
  });

  it('passes over titles above the table', () => {
    expect(findHeader([['Report'], ['Period: 2020'], ['id', 'amount'], ['1', '2'], ['3', '4']])).toEqual({
      skip: 3,
      names: ['id', 'amount'],
      width: 2,
      preamble: 2,
    });
    expect(findHeader([['Report'], ['1', '2'], ['3', '4']])).toEqual({ skip: 1, width: 2, preamble: 1 });
  });

  it('takes what is narrower for a title only where all below it is as wide as the table', () => {
    const body = [['1', '2'], ['3', '4'], ['5'], ['6', '7']];
    expect(findHeader([['lost'], ...body])).toEqual({ skip: 0, width: 2, preamble: 0 });
  });

  it('gives the column of row names, which R leaves without one, an empty name', () => {
    expect(
      findHeader([
        ['x', 'y'],
        ['1', '2', '3'],
        ['2', '5', '6'],
      ]).names,
    ).toEqual(['', 'x', 'y']);
  });

  it('does as the analyst says', () => {
    expect(
      findHeader(
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        'none',
      ),
    ).toEqual({ skip: 0, width: 2, preamble: 0 });
    expect(
      findHeader(
        [
          ['x', 'y'],
          ['a', 'b'],
          ['1', '2'],
        ],
        1,
      ).names,
    ).toEqual(['a', 'b']);
  });
});
