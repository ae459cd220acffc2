import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonSplitter } from '../../../src/files/json-splitter.ts';
import { flattenRecord, parseJson } from '../../../src/files/json-values.ts';

function split(text: string, cuts: number[] = []): { texts: string[]; isList: boolean; isComplete: boolean } {
  const texts: string[] = [];
  const splitter = new JsonSplitter((record) => texts.push(record));
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  [...places, text.length].reduce((from, to) => {
    splitter.push(text.slice(from, to));
    return to;
  }, 0);
  const { isComplete } = splitter;
  splitter.end();
  return { texts, isList: splitter.isList, isComplete };
}

const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 6 });

describe('JsonSplitter', () => {
  it('finds the records of a list and of lines, wherever the text is cut', () => {
    fc.assert(
      fc.property(records, fc.array(fc.nat(), { maxLength: 6 }), fc.boolean(), (values, cuts, pretty) => {
        const space = pretty ? 2 : 0;
        const list = split(JSON.stringify(values, null, space), cuts);
        expect(list.texts.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
        expect(list).toMatchObject({ isList: true, isComplete: true });
        const lines = split(values.map((value) => JSON.stringify(value, null, space)).join('\n'), cuts);
        expect(lines.texts.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  it('says when a text ends too early', () => {
    expect(split('[{"a":1},{"a":').isComplete).toBe(false);
    expect(split('{"a":"x').isComplete).toBe(false);
  });
});

describe('flattenRecord', () => {
  it('names what is inside with dots and keeps lists as JSON', () => {
    expect(flattenRecord(parseJson('{"id":1,"who":{"name":"Ana","tags":["x",1]},"none":null,"yes":true}'))).toEqual([
      ['id', '1'],
      ['who.name', 'Ana'],
      ['who.tags', '["x",1]'],
      ['none', ''],
      ['yes', 'true'],
    ]);
  });

  it('has no trouble with hostile names', () => {
    expect(flattenRecord(parseJson('{"__proto__":1,"constructor":{"prototype":2}}'))).toEqual([
      ['__proto__', '1'],
      ['constructor.prototype', '2'],
    ]);
  });

  it('knows no record in a scalar', () => {
    expect(flattenRecord(3)).toBeUndefined();
    expect(flattenRecord(null)).toBeUndefined();
  });
});
