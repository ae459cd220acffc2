import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geographicFormat, largestList, openEnvelope } from '../../../src/files/json-envelope.ts';
import { compactAt } from '../../../src/files/json-text.ts';
import { nameOf, recordFields } from '../../../src/files/json-values.ts';

const named = (text: string, nested: 'columns' | 'text' = 'columns') =>
  recordFields(text, nested)?.map(([path, value]) => [nameOf(path), value]);

describe('recordFields', () => {
  it('names what is inside with dots and keeps lists as JSON', () => {
    expect(named('{"id":1,"who":{"name":"Ana","tags":["x", 1]},"none":null,"yes":true}')).toEqual([
      ['id', '1'],
      ['who.name', 'Ana'],
      ['who.tags', '["x",1]'],
      ['none', ''],
      ['yes', 'true'],
    ]);
  });

  it('keeps what is inside as JSON when that was chosen', () => {
    expect(named('{"id":1,"who": {"name": "A na", "n": {"x": [1, 2]}}}', 'text')).toEqual([
      ['id', '1'],
      ['who', '{"name":"A na","n":{"x":[1,2]}}'],
    ]);
  });

  it('keeps the digits of numbers as they are written', () => {
    expect(named('{"a":12345678901234567890,"b":0.10,"c":-1E-7,"d":[9007199254740993]}')).toEqual([
      ['a', '12345678901234567890'],
      ['b', '0.10'],
      ['c', '-1E-7'],
      ['d', '[9007199254740993]'],
    ]);
  });

  it('keeps keys in their order, repeated ones too, and tells a.b from b in a', () => {
    expect(named('{"2":1,"1":2,"2":3}')).toEqual([
      ['2', '1'],
      ['1', '2'],
      ['2', '3'],
    ]);
    const paths = recordFields('{"a.b":1,"a":{"b":2}}', 'columns')!.map(([path]) => path);
    expect(new Set(paths).size).toBe(2);
    expect(paths.map(nameOf)).toEqual(['a.b', 'a.b']);
  });

  it('has no trouble with hostile names', () => {
    expect(named('{"__proto__":1,"constructor":{"prototype":{"x":2}},"toString":3}')).toEqual([
      ['__proto__', '1'],
      ['constructor.prototype.x', '2'],
      ['toString', '3'],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('keeps what is a million levels deep as text', () => {
    const deep = '['.repeat(1e6) + ']'.repeat(1e6);
    expect(named(`{"a":${deep}}`)).toEqual([['a', deep]]);
    const objects = `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`;
    expect(named(objects)![0]![0]).toBe('a.a.a.a.a.a.a');
  });

  it('names the values of a list by their place', () => {
    expect(named('[1,"x",{"a":[]}]')).toEqual([
      ['column0', '1'],
      ['column1', 'x'],
      ['column2', '{"a":[]}'],
    ]);
  });

  it('knows no record in a scalar, and no JSON in what is none', () => {
    expect(recordFields('3', 'columns')).toBeUndefined();
    expect(recordFields('null', 'columns')).toBeUndefined();
    for (const text of ['{"a":NaN}', '{"a":1,}', "{'a':1}", '{a:1}', '', ',']) {
      expect(() => recordFields(text, 'columns')).toThrow(SyntaxError);
    }
  });

  it('has every value of a record, whatever it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (record, pretty) => {
        const text = JSON.stringify(record, null, pretty ? 1 : 0);
        const fields = recordFields(text, 'text')!;
        expect(fields.map(([path]) => path).sort()).toEqual(Object.keys(JSON.parse(text) as object).sort());
        for (const [path, value] of fields) {
          const held: unknown = Object.getOwnPropertyDescriptor(JSON.parse(text), path)?.value;
          if (typeof held === 'string') expect(value).toBe(held);
          else if (held === null) expect(value).toBe('');
          else expect(JSON.parse(value)).toEqual(held);
        }
      }),
    );
  });
});

describe('compactAt', () => {
  it('takes the blanks between parts out, and none inside strings', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 3);
        expect(compactAt(text, 0, text.length)).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe('openEnvelope', () => {
  it('finds the lists of records in an answer, and the largest of them', () => {
    const text = '{"ok":true,"errors":[{"e":1}],"result":{"page":1,"items":[{"a":1},{"a":2}],"tags":["x"]},"none":[]}';
    const { lists, keys } = openEnvelope(text);
    expect(lists.map(({ path, count }) => [path, count])).toEqual([
      ['errors', 1],
      ['result.items', 2],
    ]);
    expect(largestList(lists)?.path).toBe('result.items');
    expect(keys).toEqual(['ok', 'errors', 'result', 'none']);
  });

  it('finds none in a record or in a list', () => {
    expect(openEnvelope('{"a":1,"b":[1,{"c":2}]}').lists).toEqual([]);
    expect(openEnvelope('[{"a":1}]').lists).toEqual([]);
  });
});

describe('geographicFormat', () => {
  it('knows maps by their type and shapes, not by a column of that name', () => {
    expect(geographicFormat('{"type":"FeatureCollection","features":[]}')).toBe('GeoJSON');
    expect(geographicFormat('{"type": "Feature", "geometry": null, "properties": {}}')).toBe('GeoJSON');
    expect(geographicFormat('{"type":"Topology","objects":{},"arcs":[]}')).toBe('TopoJSON');
    expect(geographicFormat('{"type":"Feature","name":"wheel"}')).toBeUndefined();
    expect(geographicFormat('{"type":"order","geometry":1}')).toBeUndefined();
  });
});
