import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonSplitter } from '../../../src/files/json-splitter.ts';

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

  it('hands out what stands where a record should: a comma too many, what follows the list', () => {
    expect(split('[{"a":1},]').texts).toEqual(['{"a":1}', ',']);
    expect(split('[,{"a":1},,{"a":2}]').texts).toEqual([',', '{"a":1}', ',', '{"a":2}']);
    expect(split('[{"a":1}] rest').texts).toEqual(['{"a":1}', 'rest']);
    expect(split('[]').texts).toEqual([]);
  });

  it('takes lists that follow each other for one', () => {
    expect(split('[{"a":1}]\n[{"a":2}]').texts).toEqual(['{"a":1}', '{"a":2}']);
  });

  it('loses one line when a line is torn, wherever the text is cut', () => {
    const lines = ['{"a":1}', '{"a":"2}', '{"a":{"b":3}', '{"a":4}'];
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 6 }), (cuts) => {
        expect(split(lines.join('\n'), cuts).texts).toEqual(lines);
      }),
    );
  });

  it('loses the first line when that is the torn one', () => {
    const lines = ['{"a":{"b":3}', '{"a":4}', '{"a":[', '{"a":5}'];
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 6 }), (cuts) => {
        expect(split(lines.join('\n'), cuts).texts).toEqual(lines);
      }),
    );
  });

  it('keeps a value whole that goes over lines, wherever they break', () => {
    const breaks = fc.func(fc.constantFrom('', '\n', '\n\n', ' ', '\n '));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), breaks, fc.array(fc.nat()), (value, space, cuts) => {
        const text = JSON.stringify(value).replace(
          /"(?:[^"\\]|\\.)*"|[[\]{},:]/g,
          (token, at: number) => token + space(at),
        );
        expect(split(text, cuts).texts).toEqual([text.trimEnd()]);
      }),
    );
    expect(split('{"data":\n[{"id":1},\n{"id":2}]}').texts).toEqual(['{"data":\n[{"id":1},\n{"id":2}]}']);
  });

  it('says when a text ends too early', () => {
    expect(split('[{"a":1},{"a":').isComplete).toBe(false);
    expect(split('{"a":"x').isComplete).toBe(false);
  });
});
