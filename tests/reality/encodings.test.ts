import { openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeSample } from '../../src/files/sample.ts';
import { decoderOf } from '../../src/files/text-decoder.ts';
import { data, isThere } from './app/corpora/corpus.ts';

const corpus = join(data, 'import_encodings_chardet');

/** What is called otherwise, or has several names, in the Encoding Standard. */
const LABELS: Record<string, string> = {
  MacRoman: 'macintosh',
  MacCyrillic: 'x-mac-cyrillic',
  CP932: 'shift_jis',
  CP949: 'euc-kr',
  'utf-8-sig': 'utf-8',
  'UTF-16': 'utf-16le',
  'UTF-32': 'utf-32le',
  'UTF-32LE': 'utf-32le',
  'UTF-32BE': 'utf-32be',
};
/** Not in the Encoding Standard, and refused by name. */
const UNKNOWN = ['EUC-TW', 'IBM855', 'Johab', 'iso-2022-kr'];
const WITHOUT_HELP = /^(ascii|utf-8|utf-8-sig|UTF-(16|32)(LE|BE)?|iso-8859-1|windows-1252|MacRoman)$/;

const labelOf = (folder: string): string => LABELS[folder] ?? folder.replace(/^((iso-8859|windows)-\d+)-[a-z]+$/, '$1');

interface Sample {
  folder: string;
  name: string;
}

function samplesOf(isWanted: (folder: string) => boolean): Sample[] {
  return readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isWanted(entry.name))
    .flatMap(({ name: folder }) => readdirSync(join(corpus, folder)).map((name) => ({ folder, name })));
}

async function read({ folder, name }: Sample, chosen?: string): Promise<{ encoding: string; text: string }> {
  const { encoding } = await takeSample(await openAsBlob(join(corpus, folder, name)), chosen);
  return { encoding, text: decoderOf(encoding, false).decode(readFileSync(join(corpus, folder, name))) };
}

/** Of the file's bytes in the encoding that its folder is called, by a decoder that is not ours. */
function expected({ folder, name }: Sample): string {
  const bytes = readFileSync(join(corpus, folder, name));
  const label = labelOf(folder);
  if (!label.startsWith('utf-32')) return new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : label).decode(bytes);
  const isBig = label === 'utf-32be' || bytes[0] === 0;
  const points = Array.from({ length: bytes.length / 4 }, (_, i) =>
    isBig ? bytes.readUInt32BE(4 * i) : bytes.readUInt32LE(4 * i),
  );
  return String.fromCodePoint(...points).replace(/^\uFEFF/, '');
}

describe.skipIf(!isThere)('takeSample', () => {
  it('finds the encoding of western European and Unicode texts by itself', async () => {
    const samples = samplesOf((folder) => WITHOUT_HELP.test(folder));
    const wrong: string[] = [];
    for (const sample of samples) {
      const { encoding, text } = await read(sample);
      if (text !== expected(sample)) wrong.push(`${sample.folder}/${sample.name} as ${encoding}`);
    }
    console.log(`Without help: ${samples.length - wrong.length} of ${samples.length} texts. ${wrong.join(', ')}`);
    expect(samples.length).toBeGreaterThan(30);
    expect(wrong.length / samples.length).toBeLessThanOrEqual(0.05);
  });

  it('reads all others on one choice', async () => {
    const samples = samplesOf((folder) => !WITHOUT_HELP.test(folder) && !UNKNOWN.includes(folder));
    for (const sample of samples) {
      const { text } = await read(sample, labelOf(sample.folder));
      expect(text, `${sample.folder}/${sample.name}`).toBe(expected(sample));
    }
    console.log(`On one choice: ${samples.length} of ${samples.length} texts.`);
    expect(samples.length).toBeGreaterThan(200);
  });

  it('refuses by name what browsers do not know', async () => {
    for (const label of UNKNOWN) {
      const [sample] = samplesOf((folder) => folder === label);
      await expect(read(sample!, label), label).rejects.toMatchObject({
        code: 'encoding-unknown',
        details: { encoding: label },
      });
    }
  });
});
