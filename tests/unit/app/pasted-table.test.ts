import { describe, expect, it } from 'vitest';
import { pastedTables } from '../../../src/app/pasted-table.ts';

describe('pastedTables', () => {
  it('takes a spreadsheet’s cells as they were copied', () => {
    expect(pastedTables('a\tb\r\n1\t2\r\n', '<table><tr><td>x')).toEqual(['a\tb\r\n1\t2\r\n']);
  });

  it('takes delimited text as it stands', () => {
    expect(pastedTables('a,b\n1,2\n', '')).toEqual(['a,b\n1,2\n']);
    expect(pastedTables('a\tb\n1\n', '')).toEqual(['a\tb\n1\n']);
  });

  it('knows no table in a sentence, or in one line', () => {
    expect(pastedTables('just words', '')).toEqual([]);
    expect(pastedTables('a,b', '<p>a,b</p>')).toEqual([]);
  });
});
