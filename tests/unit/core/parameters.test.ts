import { describe, expect, it } from 'vitest';
import { toErrorData } from '../../../src/core/errors.ts';
import {
  choiceParameter,
  commonParameters,
  datedParameters,
  listParameter,
  numberParameter,
  readParameters,
} from '../../../src/core/parameters.ts';

const parameters = [
  numberParameter({ name: 'windowDays', default: 90, minimum: 1, integer: true }),
  choiceParameter({ name: 'period', default: 'month', choices: ['week', 'month'] }),
  listParameter({ name: 'exclude' }),
  ...datedParameters,
  ...commonParameters,
];

describe('readParameters', () => {
  it('fills in the defaults and leaves out what has none', () => {
    expect(readParameters(parameters, {})).toEqual({ windowDays: 90, period: 'month', level: 0.9, seed: 1 });
  });

  it('keeps what was given', () => {
    const given = { windowDays: 30, period: 'week', exclude: ['a'], from: '2011-01-01', level: 0.95, seed: 7 };
    expect(readParameters(parameters, given)).toEqual(given);
  });

  it('refuses what is no set of parameters, and says what was given even when that is no JSON', () => {
    const big = { exclude: [1n] };
    for (const given of [null, [], 5, 'x', undefined, big]) {
      expect(() => readParameters(parameters, given)).toThrow('parameter-invalid');
    }
  });

  it.each([
    [{ windowDay: 30 }, 'parameter-unknown', 'windowDay'],
    [{ windowDays: 1.5 }, 'parameter-invalid', 'windowDays'],
    [{ windowDays: 0 }, 'parameter-invalid', 'windowDays'],
    [{ windowDays: '30' }, 'parameter-invalid', 'windowDays'],
    [{ windowDays: NaN }, 'parameter-invalid', 'windowDays'],
    [{ period: 'year' }, 'parameter-invalid', 'period'],
    [{ from: '10/09/2011' }, 'parameter-invalid', 'from'],
    [{ from: '2011-02-31' }, 'parameter-invalid', 'from'],
    [{ to: '2011-02-29' }, 'parameter-invalid', 'to'],
    [{ exclude: [1] }, 'parameter-invalid', 'exclude'],
    [{ level: 1 }, 'parameter-invalid', 'level'],
  ])('refuses %j with %s and names the parameter', (given, code, parameter) => {
    const thrown = (() => {
      try {
        return readParameters(parameters, given);
      } catch (error) {
        return toErrorData(error);
      }
    })();
    expect(thrown).toMatchObject({ code, details: { parameter } });
  });
});
