import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrowMessages } from '../../../src/files/arrow-messages.ts';

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/files/arrow', name));

/** The stream inside a Feather file, between its marks and its table of contents. */
function streamOf(file: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  const contents = new DataView(file.buffer, file.byteOffset + file.length - 10, 4).getInt32(0, true);
  return new Blob([file.slice(8, file.length - 10 - contents)]).stream();
}

async function bodiesOf(file: Uint8Array<ArrayBuffer>): Promise<number[]> {
  const lengths: number[] = [];
  for await (const { kind, bytes } of arrowMessages(streamOf(file))) if (kind !== 'schema') lengths.push(bytes.length);
  return lengths;
}

/** Where the announced length of the first packed buffer of the last batch stands: it is the first of its body. */
function lengthPlace(file: Uint8Array): number {
  const magic = [0x28, 0xb5, 0x2f, 0xfd];
  const at = Buffer.from(file).indexOf(Buffer.from(magic));
  return at - 8;
}

describe('compressed Arrow messages', () => {
  it('have bodies of whole buffers once they are unpacked', async () => {
    const plain = await bodiesOf(new Uint8Array(fixture('plain.feather')));
    for (const name of ['lz4.feather', 'zstd.feather']) {
      const unpacked = await bodiesOf(new Uint8Array(fixture(name)));
      expect(unpacked).toHaveLength(plain.length);
    }
  });

  it.each([1n, 1000n])('are refused when a Zstandard frame gives other than the %d bytes announced', async (length) => {
    const file = new Uint8Array(fixture('zstd.feather'));
    const at = lengthPlace(file);
    expect(at).toBeGreaterThan(8);
    new DataView(file.buffer).setBigInt64(at, length, true);
    await expect(bodiesOf(file)).rejects.toThrow(RangeError);
  });

  it('are refused before anything is unpacked when they announce more than any honest file', async () => {
    const file = new Uint8Array(fixture('zstd.feather'));
    new DataView(file.buffer).setBigInt64(lengthPlace(file), 900_000_000n, true);
    await expect(bodiesOf(file)).rejects.toMatchObject({ code: 'too-large-for-memory' });
  });
});
