import { describe, expect, it } from 'vitest';
import { markedParts } from '../../../src/i18n/marked-text.ts';

describe('markedParts', () => {
  it('marks the key number and loses no letter', () => {
    expect(markedParts('Of 100, <k>41%</k> stay.')).toEqual([
      { text: 'Of 100, ', key: false },
      { text: '41%', key: true },
      { text: ' stay.', key: false },
    ]);
  });

  it('takes other markup as text', () => {
    expect(markedParts('<b>x</b>')).toEqual([{ text: '<b>x</b>', key: false }]);
  });
});
