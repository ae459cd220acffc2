import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, MarkupScanner } from '../../../src/files/workbook-markup.ts';

/** What is told of a document that comes in the given pieces; texts that follow each other are one. */
function told(pieces: readonly string[]): string[] {
  const events: string[] = [];
  const add = (event: string): void => {
    const last = events.at(-1);
    if (event.startsWith('=') && last?.startsWith('=')) events[events.length - 1] = last + event.slice(1);
    else events.push(event);
  };
  const scanner = new MarkupScanner({
    open: (name, attributes) => add(`<${name}|${attribute(attributes, 'a') ?? ''}`),
    text: (text) => add(`=${text}`),
    close: (name) => add(`>${name}`),
  });
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return events;
}

const DOCUMENT =
  '<?xml version="1.0"?><!-- <no> --><x:a xmlns:x="u" a = "1 &gt; &#x30;"><b a=\'>"/\'/>t&amp;u\r\n<![CDATA[<c>&amp;]]>&#10;&unknown;</x:a>';

describe('MarkupScanner', () => {
  it('tells of tags, attributes, texts, entities and CDATA', () => {
    expect(told([DOCUMENT])).toEqual(['<a|1 > 0', '<b|>"/', '>b', '=t&u\n<c>&amp;\n&unknown;', '>a']);
  });

  it('tells the same in whatever pieces the document comes', () => {
    const cuts = fc.array(fc.nat(DOCUMENT.length), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (at) => {
        const ends = [...at.sort((a, b) => a - b), DOCUMENT.length];
        const pieces = ends.map((end, i) => DOCUMENT.slice(ends[i - 1] ?? 0, end));
        expect(told(pieces)).toEqual(told([DOCUMENT]));
      }),
    );
  });

  it('refuses a document that defines entities', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';
    expect(() => told([bomb])).toThrow('spreadsheet-bomb');
  });

  it('refuses a document that ends within a tag', () => {
    expect(() => told(['<a><b'])).toThrow(TypeError);
  });
});

describe('attribute', () => {
  it('finds the name and not the end of another one, nor a word in a value', () => {
    expect(attribute(' xr="no" r="A1"', 'r')).toBe('A1');
    expect(attribute(" office:date-value='d' office:value='5'", 'office:value')).toBe('5');
    expect(attribute(' s="1"', 'r')).toBeUndefined();
  });
});
