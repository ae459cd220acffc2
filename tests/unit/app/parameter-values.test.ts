import { describe, expect, it } from 'vitest';
import { fromField, toField } from '../../../src/app/question-host/parameter-values.ts';
import { filtersOf, givenParameters, NO_FILTERS } from '../../../src/app/question-host/given-parameters.ts';
import { toErrorData } from '../../../src/core/errors.ts';
import {
  choiceParameter,
  textParameter,
  dateParameter,
  listParameter,
  numberParameter,
  type Parameter,
} from '../../../src/core/parameters.ts';

const number = numberParameter({ name: 'level', minimum: 0, maximum: 1 });
const list = listParameter({ name: 'exclude' });

describe('fromField', () => {
  it('takes nothing typed for the default', () => {
    expect(fromField(number, '  ')).toBeUndefined();
  });

  it('reads numbers, lists and choices', () => {
    expect(fromField(number, '0.95')).toBe(0.95);
    expect(fromField(list, 'a, b c')).toEqual(['a', 'b c']);
    expect(fromField(choiceParameter({ name: 'x', choices: [1, 2] }), '2')).toBe(2);
    expect(fromField(dateParameter({ name: 'cutOff' }), '2011-09-10')).toBe('2011-09-10');
  });

  it.each([
    [number, 'much'],
    [number, '2'],
    [dateParameter({ name: 'cutOff' }), 'yesterday'],
    [{ ...list, name: 'split', type: 'object' } as Parameter, '{everyNth: 5}'],
  ])('refuses what does not fit', (parameter, text) => {
    let thrown: unknown;
    try {
      fromField(parameter, text);
    } catch (error) {
      thrown = error;
    }
    expect(toErrorData(thrown)).toMatchObject({ code: 'parameter-invalid', details: { parameter: parameter.name } });
  });

  it('undoes toField', () => {
    for (const value of [0.5, 1]) expect(fromField(number, toField(value))).toBe(value);
    expect(fromField(list, toField(['a', 'b']))).toEqual(['a', 'b']);
  });
});

describe('givenParameters', () => {
  it('puts the address before the filters, and leaves out filters that a question does not know', () => {
    const parameters = [dateParameter({ name: 'from' }), number];
    const filter = { from: '2011-01-01', where: 'x', to: undefined };
    expect(givenParameters({ parameters }, { level: 0.5 }, filter)).toEqual({ from: '2011-01-01', level: 0.5 });
    expect(givenParameters({ parameters }, { from: '2012-01-01' }, filter)).toEqual({ from: '2012-01-01' });
  });

  it('leaves a raw table that is named without filters', () => {
    const parameters = [dateParameter({ name: 'from' }), textParameter({ name: 'table' })];
    expect(givenParameters({ parameters, standsOn: ['table'] }, { table: 't' }, { from: '2011-01-01' })).toEqual({
      table: 't',
    });
  });
});

describe('filtersOf', () => {
  const parameters = [dateParameter({ name: 'from' }), textParameter({ name: 'where' }), number];

  it('takes what the top bar shows out of the address', () => {
    const address = { from: '2011-01-01', where: 'x > 1', level: 0.5 };
    expect(filtersOf({ parameters }, address)).toEqual({
      filter: { from: '2011-01-01', where: 'x > 1' },
      rest: { level: 0.5 },
    });
    expect(filtersOf({ parameters }, { level: 0.5 })).toBeUndefined();
  });

  it('takes filters off that the address leaves empty', () => {
    expect(filtersOf({ parameters }, { ...NO_FILTERS, where: 'x > 1', level: 0.5 })).toEqual({
      filter: { from: undefined, to: undefined, where: 'x > 1' },
      rest: { level: 0.5 },
    });
  });

  it('leaves what is not valid, unknown or about a raw table where it is', () => {
    expect(filtersOf({ parameters }, { from: 'yesterday', to: '2011-01-01' })).toBeUndefined();
    expect(filtersOf({ parameters }, { where: 5 })).toBeUndefined();
    expect(filtersOf({ parameters, standsOn: ['table'] }, { table: 't', where: 'x > 1' })).toBeUndefined();
  });
});
