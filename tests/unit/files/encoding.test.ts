import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding, knownEncoding } from '../../../src/files/encoding.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);

describe('detectEncoding', () => {
  it('believes a byte order mark', () => {
    expect(detectEncoding([new Uint8Array([0xef, 0xbb, 0xbf, 0x61])])).toEqual({ encoding: 'utf-8', bomBytes: 3 });
    expect(detectEncoding([new Uint8Array([0xff, 0xfe, 0x61, 0])]).encoding).toBe('utf-16le');
    expect(detectEncoding([new Uint8Array([0xfe, 0xff, 0, 0x61])]).encoding).toBe('utf-16be');
  });

  it('recognises UTF-16 without a mark by its NULs', () => {
    expect(detectEncoding([utf16('id;name\n1;Ana\n')]).encoding).toBe('utf-16le');
  });

  it('takes what is not UTF-8 for windows-1252', () => {
    expect(detectEncoding([new Uint8Array([0x45, 0x73, 0x70, 0x61, 0xf1, 0x61])]).encoding).toBe('windows-1252');
    expect(detectEncoding([utf8('abc'), new Uint8Array([0x80, 0x41, 0x93])]).encoding).toBe('windows-1252');
  });

  it('recognises UTF-8 wherever its pieces are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, cut) => {
        const bytes = utf8(`x${text}`);
        const at = cut % bytes.length;
        expect(detectEncoding([bytes.subarray(0, at), bytes.subarray(at)]).encoding).toBe('utf-8');
      }),
    );
  });

  it('refuses UTF-32 and labels that do not exist', () => {
    expect(() => detectEncoding([new Uint8Array([0xff, 0xfe, 0, 0])])).toThrow('encoding-unsupported');
    expect(() => knownEncoding('klingon')).toThrow('encoding-unknown');
    expect(knownEncoding('latin1')).toBe('windows-1252');
  });
});
