import { describe, expect, it } from 'vitest';
import { AppError, cancelled, fromErrorData, isCancelled, toErrorData } from '../../../src/core/errors.ts';

describe('toErrorData', () => {
  it('survives structured clone and is rebuilt on the other side', () => {
    const error = new AppError('table-unknown', { table: 'orders' });
    const rebuilt = fromErrorData(structuredClone(toErrorData(error)));
    expect(rebuilt).toBeInstanceOf(AppError);
    expect(rebuilt).toMatchObject({ code: 'table-unknown', details: { table: 'orders' } });
  });

  it('never masks what failed unexpectedly', () => {
    expect(toErrorData(new TypeError('x is not a function'))).toMatchObject({
      code: 'unexpected',
      details: { reason: 'x is not a function' },
    });
    expect(toErrorData('a text').details).toEqual({ reason: 'a text' });
  });
});

describe('isCancelled', () => {
  it('tells a cancellation from a failure', () => {
    expect([cancelled(), new AppError('x'), new Error('cancelled')].map(isCancelled)).toEqual([true, false, false]);
  });
});
