import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer } from '../../fixtures/files/importer.ts';

const made = import.meta.glob<string>('../../fixtures/files/archives/*.zip', {
  query: '?url',
  import: 'default',
  eager: true,
});

async function archive(name: string): Promise<File> {
  const response = await fetch(made[`../../fixtures/files/archives/${name}`]!);
  return new File([await response.blob()], name);
}

const zip = (name: string, members: Record<string, Uint8Array>): File =>
  new File([zipSync(members) as Uint8Array<ArrayBuffer>], name);

describe('filesOf', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  const outcomes = async (file: File): Promise<string[]> =>
    (await importer.importMembers(file)).map(({ label, outcome }) => `${label}: ${outcome}`);

  it('brings in an archive’s files one after the other, and names what holds no data', async () => {
    const members = await importer.importMembers(await archive('folders.zip'));
    expect(members.map(({ label, outcome }) => [label, outcome])).toEqual([
      ['folders.zip/2024/may.csv', 'may 2'],
      ['folders.zip/2024/north/june.csv', 'june 1'],
      ['folders.zip/2023/may.csv', 'may_2 1'],
    ]);
    expect(members[0]!.notices).toEqual([
      { key: 'notice.passed-over', values: { count: 4, files: ['readme.txt', '._may.csv', '.DS_Store', 'logo.png'] } },
    ]);
    expect(await importer.rows('june')).toEqual([[3, 4.5, 0]]);
  });

  it('says where a table comes from, and takes options for a member or for all', async () => {
    const table = zip('word.zip', { 'a/x.csv': strToU8('1;2\n3;4\n'), 'b/x.csv': strToU8('1;2\n3;4\n') });
    const members = await importer.importMembers(table, {
      'word.zip': { headerRow: 'none' },
      'word.zip/b/x.csv': { headerRow: 0 },
    });
    expect(members.map(({ outcome }) => outcome)).toEqual(['x 2', 'x_2 1']);
  });

  it('reads zip64 archives, stored members, and names of the DOS age', async () => {
    expect(await outcomes(await archive('zip64.zip'))).toEqual([
      'zip64.zip/may.csv: may_3 2',
      'zip64.zip/june.csv: june_2 1',
    ]);
    expect(await outcomes(await archive('stored.zip'))).toEqual(['stored.zip/may.csv: may_4 2']);
    expect(await outcomes(await archive('old-names.zip'))).toEqual([
      'old-names.zip/año.csv: año 2',
      'old-names.zip/café.csv: café 2',
    ]);
  });

  it('takes a name for nothing but a label', async () => {
    expect(await outcomes(await archive('tricks.zip'))).toEqual([
      'tricks.zip/climbs.csv: climbs 2',
      'tricks.zip/absolute.csv: absolute 2',
      'tricks.zip/windows/drive.csv: drive 2',
      'tricks.zip/newline.csv: newline 2',
      'tricks.zip/reversegpj.csv: reversegpj 2',
      'tricks.zip/__proto__.csv: __proto__ 2',
      'tricks.zip/twice.csv: twice 2',
      'tricks.zip/twice.csv: twice_2 1',
    ]);
  });

  it('refuses what cannot be unpacked on its own, and the rest comes in', async () => {
    expect(await outcomes(await archive('damaged.zip'))).toEqual([
      'damaged.zip/may.csv: archive-member-broken',
      'damaged.zip/june.csv: june_3 1',
    ]);
    expect(await outcomes(await archive('bzip2.zip'))).toEqual(['bzip2.zip/may.csv: archive-method']);
    expect(await outcomes(await archive('encrypted.zip'))).toEqual(['encrypted.zip: archive-encrypted']);
    expect(await outcomes(zip('mixed.zip', { 'empty.csv': strToU8(''), 'good.csv': strToU8('a,b\n1,2\n') }))).toEqual([
      'mixed.zip/empty.csv: file-empty',
      'mixed.zip/good.csv: good 1',
    ]);
  });

  it('opens an archive in an archive, and no deeper', async () => {
    expect(await outcomes(await archive('nested.zip'))).toEqual([
      'nested.zip/inner.zip/deep/may.csv: may_5 2',
      'nested.zip/june.csv: june_4 1',
    ]);
    expect(await outcomes(await archive('nested-deeper.zip'))).toEqual([
      'nested-deeper.zip/inner.zip/innermost.zip: archive-nested',
      'nested-deeper.zip/june.csv: june_5 1',
    ]);
  });

  it('refuses bombs before anything is unpacked', async () => {
    expect(await outcomes(await archive('overlapping.zip'))).toEqual(['overlapping.zip/all.zip: archive-bomb']);
    const zeros = zipSync({ 'zeros.csv': new Uint8Array(300 << 20) }, { level: 6 });
    const before = importer.phases.length;
    expect(await outcomes(new File([zeros as Uint8Array<ArrayBuffer>], 'zeros.zip'))).toEqual([
      'zeros.zip: archive-bomb',
    ]);
    expect(importer.phases.length).toBe(before);
  });

  it('refuses what has no directory, or nothing that could be a table', async () => {
    const whole = await archive('folders.zip');
    expect(await outcomes(new File([whole.slice(0, 500)], 'cut.zip'))).toEqual(['cut.zip: archive-broken']);
    expect(await outcomes(zip('pictures.zip', { 'a.png': strToU8('x'), 'README.md': strToU8('x') }))).toEqual([
      'pictures.zip: archive-empty',
    ]);
    expect(await outcomes(zip('none.zip', {}))).toEqual(['none.zip: archive-empty']);
  });

  it('ends with Cancel in the middle of a member, and leaves nothing unpacked', async () => {
    const controller = new AbortController();
    const rows = `a,b\n${Array.from({ length: 2_000_000 }, (_, i) => `${i},${i * 7}\n`).join('')}`;
    const big = zip('big.zip', { 'one.csv': strToU8(rows), 'two.csv': strToU8(rows) });
    const from = importer.phases.length;
    const importing = importer.importMembers(big, {}, controller.signal);
    await expect.poll(() => importer.phases.length).toBeGreaterThan(from + 2);
    controller.abort();
    const members = await importing;
    expect(members.at(-1)!.outcome).toBe('cancelled');
    expect((await importer.traces()).scratch).toEqual([]);
  });

  it('leaves a workbook to its reader', async () => {
    const named = new File([await archive('damaged.zip')], 'broken.xlsx');
    expect(await outcomes(named)).toEqual(['broken.xlsx: spreadsheet-broken']);
  });
});
