import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding, knownEncoding } from '../../../src/files/encoding.ts';
import { decoderOf } from '../../../src/files/text-decoder.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);

describe('detectEncoding', () => {
  it('believes a byte order mark', () => {
    expect(detectEncoding([new Uint8Array([0xef, 0xbb, 0xbf, 0x61])])).toBe('utf-8');
    expect(detectEncoding([new Uint8Array([0xff, 0xfe, 0x61, 0])])).toBe('utf-16le');
    expect(detectEncoding([new Uint8Array([0xfe, 0xff, 0, 0x61])])).toBe('utf-16be');
  });

  it('recognises UTF-16 without a mark by its NULs', () => {
    expect(detectEncoding([utf16('id;name\n1;Ana\n')])).toBe('utf-16le');
  });

  it('takes what is not UTF-8 for windows-1252', () => {
    expect(detectEncoding([new Uint8Array([0x45, 0x73, 0x70, 0x61, 0xf1, 0x61])])).toBe('windows-1252');
    expect(detectEncoding([utf8('abc'), new Uint8Array([0x80, 0x41, 0x93])])).toBe('windows-1252');
  });

  it('recognises UTF-8 wherever its pieces are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, cut) => {
        const bytes = utf8(`x${text}`);
        const at = cut % bytes.length;
        expect(detectEncoding([bytes.subarray(0, at), bytes.subarray(at)])).toBe('utf-8');
      }),
    );
  });

  it('recognises UTF-32 with and without a mark', () => {
    const wide = (text: string): Uint8Array => new Uint8Array(Uint32Array.from(text, (c) => c.codePointAt(0)!).buffer);
    expect(detectEncoding([wide('\uFEFFid;name')])).toBe('utf-32le');
    expect(detectEncoding([wide('id;name\n1;Ana\n')])).toBe('utf-32le');
    expect(detectEncoding([wide('id;name\n1;Ana\n').reverse()])).toBe('utf-32be');
  });

  it('stays with UTF-8 when a few bytes among many characters are broken', () => {
    const accents = utf8('ñandú, camión y café\n'.repeat(20));
    expect(detectEncoding([new Uint8Array([...accents, 0xe9, 0x20, 0x0a])])).toBe('utf-8');
    expect(detectEncoding([new Uint8Array([0x61, 0xe9, 0x20, 0xf1, 0x0a])])).toBe('windows-1252');
  });

  it('tells Mac OS Roman and ISO 8859-15 from windows-1252', () => {
    // `año, México, niño` and `12,50 €` as those encodings write them.
    expect(detectEncoding([new Uint8Array([0x61, 0x96, 0x6f, 0x2c, 0x4d, 0x8e, 0x78, 0x69, 0x63, 0x6f])])).toBe(
      'macintosh',
    );
    expect(detectEncoding([new Uint8Array([0x31, 0x32, 0x2c, 0x35, 0x30, 0x20, 0xa4, 0x0a])])).toBe('iso-8859-15');
    // A dash and a curly apostrophe between letters.
    expect(detectEncoding([new Uint8Array([0x61, 0x96, 0x62, 0x20, 0x64, 0x6f, 0x6e, 0x92, 0x74])])).toBe(
      'windows-1252',
    );
  });
});

describe('knownEncoding', () => {
  it('gives the name of the Encoding Standard and refuses labels that do not exist', () => {
    expect(() => knownEncoding('klingon')).toThrow('encoding-unknown');
    expect(knownEncoding('latin1')).toBe('windows-1252');
    expect(knownEncoding('UTF-32BE')).toBe('utf-32be');
  });
});

describe('decoderOf', () => {
  it('reads UTF-32 cut anywhere as it reads it whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.boolean(), (text, cut, littleEndian) => {
        const points = Array.from(text, (c) => c.codePointAt(0)!).filter((point) => point < 0xd800 || point > 0xdfff);
        const bytes = new Uint8Array(4 * points.length);
        points.forEach((point, i) => new DataView(bytes.buffer).setUint32(4 * i, point, littleEndian));
        const at = cut % (bytes.length + 1);
        const decoder = decoderOf(littleEndian ? 'utf-32le' : 'utf-32be', true);
        const parts = [decoder.decode(bytes.subarray(0, at), { stream: true }), decoder.decode(bytes.subarray(at))];
        expect(parts.join('')).toBe(String.fromCodePoint(...points).replace(/^\uFEFF/, ''));
      }),
    );
  });

  it('says what is no character, or ends with it when it is to be strict', () => {
    const bytes = new Uint8Array([0x61, 0, 0, 0, 0, 0xd8, 0, 0, 0x62]);
    expect(decoderOf('utf-32le', false).decode(bytes)).toBe('a\uFFFD\uFFFD');
    expect(() => decoderOf('utf-32le', true).decode(bytes)).toThrow(TypeError);
  });
});
