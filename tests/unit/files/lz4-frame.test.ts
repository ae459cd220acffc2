import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decompress } from 'fzstd';
import { describe, expect, it } from 'vitest';
import { unpackLz4 } from '../../../src/files/lz4-frame.ts';
import { noise, repetitiveText } from '../../fixtures/files/frames/contents.mjs';

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/files/frames', name)));

describe('unpackLz4', () => {
  it.each(['linked.lz4', 'checked.lz4'])('unpacks %s as the reference program packed it', (name) => {
    const text = repetitiveText();
    expect(text.equals(unpackLz4(read(name), text.length))).toBe(true);
  });

  it('takes blocks that became no shorter as they stand', () => {
    const bytes = noise();
    expect(bytes.equals(unpackLz4(read('noise.lz4'), bytes.length))).toBe(true);
  });

  it('refuses another length than was announced, and what is no frame', () => {
    expect(() => unpackLz4(read('noise.lz4'), 2999)).toThrow(RangeError);
    expect(() => unpackLz4(read('noise.lz4'), 3001)).toThrow(RangeError);
    expect(() => unpackLz4(read('text.zst'), 300_000)).toThrow(RangeError);
    expect(() => unpackLz4(new Uint8Array(), 0)).toThrow(RangeError);
  });

  it('ends with an error, or with as many bytes, for a frame cut or changed anywhere', () => {
    const frame = read('linked.lz4');
    for (let i = 0; i < 400; i += 1) {
      const at = (i * 7919) % frame.length;
      const changed = i % 2 === 0 ? frame.slice(0, at) : frame.slice();
      if (i % 2 === 1) changed[at]! ^= 1 << (i % 8);
      try {
        expect(unpackLz4(changed, 300_000)).toHaveLength(300_000);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
  });
});

describe('the library for Zstandard', () => {
  it('unpacks as the reference program packed', () => {
    const text = repetitiveText();
    expect(text.equals(decompress(read('text.zst'), new Uint8Array(text.length)))).toBe(true);
  });
});
