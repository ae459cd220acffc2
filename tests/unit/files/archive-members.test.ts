import { crc32 as nodeCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { chooseMembers } from '../../../src/files/archive-members.ts';
import { crc32 } from '../../../src/files/crc32.ts';
import type { ZipEntry } from '../../../src/files/zip-directory.ts';

const entry = (change: Partial<ZipEntry>): ZipEntry => ({
  name: 'a.csv',
  method: 8,
  encrypted: false,
  crc32: 0,
  packedBytes: 100,
  bytes: 1000,
  offset: 0,
  ...change,
});
const archive = new File([new Uint8Array(1000)], 'a.zip');

function refusal(entries: ZipEntry[], freeBytes: number = Infinity): Partial<AppError> {
  try {
    chooseMembers(archive, entries, freeBytes);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
  return {};
}

describe('chooseMembers', () => {
  it('passes over folders without a word, and what holds no data by name', () => {
    const entries = [
      entry({ name: 'x/' }),
      entry({ name: 'x/a.csv', offset: 200 }),
      entry({ name: 'x/b.png', offset: 400 }),
    ];
    const { members, passedOver } = chooseMembers(archive, entries, Infinity);
    expect(members.map(({ label }) => label)).toEqual(['a.zip/x/a.csv']);
    expect(passedOver).toEqual(['b.png']);
  });

  it('refuses members that share bytes, in whatever order they are listed', () => {
    expect(refusal([entry({ offset: 129 }), entry({ offset: 0 })]).code).toBe('archive-bomb');
    expect(refusal([entry({ offset: 130 }), entry({ offset: 0 })])).toEqual({});
  });

  it('refuses more than a thousand times its size once that is large, and no small one', () => {
    expect(refusal([entry({ bytes: 300e6 })]).code).toBe('archive-bomb');
    expect(refusal([entry({ bytes: 200e6 })])).toEqual({});
  });

  it('refuses what does not fit into the room there is, with the arithmetic', () => {
    expect(refusal([entry({ bytes: 100 << 20 }), entry({ bytes: 50 << 20, offset: 200 })], 120 << 20)).toEqual({
      code: 'archive-too-large',
      details: { file: 'a.zip', megabytes: 150, free: 120 },
    });
  });

  it('refuses ten thousand and one members', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => entry({ offset: i * 130 }));
    expect(refusal(many).code).toBe('archive-too-many');
    expect(refusal(many.slice(1))).toEqual({});
  });
});

describe('crc32', () => {
  it('is that of zlib, however the bytes are cut', () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 256);
    expect(crc32(bytes, 0)).toBe(nodeCrc32(bytes));
    expect(crc32(bytes.subarray(4321), crc32(bytes.subarray(0, 4321), 0))).toBe(nodeCrc32(bytes));
  });
});
