import { describe, expect, it } from 'vitest';
import { pairRows, recordName } from '../../../../../src/app/pages/people/pair-rows.ts';

const words = (list: { text: string; marked: boolean }[]) =>
  list.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(' ');

describe('pairRows', () => {
  const left = {
    key: 'A',
    values: { id: 'A', given: 'Ana', family: 'García López', email: 'ana@correo.es', birth: '1980-03-12' },
  };
  const right = {
    key: '1',
    values: { id: '1', name: 'GARCIA, ANA', email: 'ANA@correo.es', birth: '1980-12-03', phone: '600' },
  };
  const rows = pairRows({ left, right, agreed: ['email', 'name'] });

  it('puts two columns of a name beside one', () => {
    expect(rows.map(({ role }) => role)).toEqual(['id', 'email', 'phone', 'name', 'birth']);
    expect(words(rows[3]!.left)).toBe('Ana García [López]');
  });

  it('marks the words that the other one lacks, whatever their case, accents and order', () => {
    expect(words(rows[3]!.right)).toBe('GARCIA, ANA');
    expect(rows[3]!.agreement).toBe('alike');
    expect([words(rows[4]!.left), words(rows[4]!.right)]).toEqual(['[1980-03-12]', '[1980-12-03]']);
  });

  it('says what is the same, what differs, and nothing of what one of them lacks or of ids', () => {
    expect(rows.map(({ agreement }) => agreement)).toEqual([undefined, 'same', undefined, 'alike', 'differs']);
  });
});

describe('recordName', () => {
  it('is the name, else the address, else the id', () => {
    expect(recordName({ key: '1', values: { given: 'Ana', family: 'Gil' } })).toBe('Ana Gil');
    expect(recordName({ key: '1', values: { email: 'a@b.es' } })).toBe('a@b.es');
    expect(recordName({ key: '1', values: {} })).toBe('1');
  });
});
