import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer } from '../../fixtures/files/importer.ts';

const FOLDER = 'changing-file-test';

describe('a file that changes after it was looked at', () => {
  let importer: Importer;
  let handle: FileSystemFileHandle;

  beforeAll(async () => {
    importer = await Importer.open();
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
    handle = await folder.getFileHandle('orders.csv', { create: true });
  });
  afterAll(async () => {
    await importer.close();
    await (await navigator.storage.getDirectory()).removeEntry(FOLDER, { recursive: true });
  });

  async function write(rows: number): Promise<void> {
    const writing = await handle.createWritable();
    await writing.write(`id,amount\n${Array.from({ length: rows }, (_, i) => `${i},${i}.5`).join('\n')}\n`);
    await writing.close();
  }

  it('is read as it was or not at all, under its own name and under that of its folder', async () => {
    for (const name of ['orders.csv', 'exports/orders.csv']) {
      await write(200_000);
      const file = await handle.getFile();
      const seen = name === file.name ? file : new File([file], name);
      await write(100);
      const came = await importer.import(seen).then(
        ([table]) => table!.rows,
        () => 'refused',
      );
      expect(['refused', 200_000]).toContain(came);
    }
  });
});
