import { describe, expect, it } from 'vitest';
import { AppError, cancelled } from '../../../../src/core/errors.ts';
import { StepWatch, type SeenFile, type WatchedFile } from '../../../../src/app/in-step/step-watch.ts';

/** Files on a disk that can be written between two looks. */
class Disk {
  files = new Map<string, SeenFile>();
  trouble: Error | undefined;
  #clock = 0;

  write(path: string, text: string): void {
    this.#clock += 1000;
    const file = new File([text], path, { lastModified: this.#clock });
    this.files.set(path, { path, file, size: file.size, lastModified: file.lastModified });
  }

  around = (): Promise<readonly SeenFile[]> =>
    this.trouble ? Promise.reject(this.trouble) : Promise.resolve([...this.files.values()]);
}

interface Watching {
  disk: Disk;
  taken: string[];
  /** What taking a file throws. */
  fail: { next: unknown };
  watch: StepWatch;
  look(isWanted?: boolean): Promise<void>;
}

function watching(known: WatchedFile[] = []): Watching {
  const disk = new Disk();
  const taken: string[] = [];
  const fail: Watching['fail'] = { next: undefined };
  let now = 5000;
  const take = async (seen: SeenFile): Promise<void> => {
    if (fail.next !== undefined) throw fail.next;
    taken.push(`${seen.path}: ${await seen.file.text()}`);
  };
  const watch = new StepWatch(disk.around, take, () => undefined, known);
  return { disk, taken, fail, watch, look: (isWanted) => watch.look(() => (now += 1), isWanted) };
}

const statuses = (watch: StepWatch) => watch.files.map(({ path, status }) => `${path}: ${status}`);

describe('StepWatch', () => {
  it('reads a file once it rests, and again whenever it has changed', async () => {
    const { disk, taken, watch, look } = watching();
    disk.write('a.csv', 'one');
    await look();
    expect([taken, statuses(watch)]).toEqual([[], ['a.csv: resting']]);
    await look();
    await look();
    expect(taken).toEqual(['a.csv: one']);
    expect(watch.files).toMatchObject([{ status: 'read', readAt: 5001, taken: { size: 3 } }]);
    disk.write('a.csv', 'two');
    await look();
    await look();
    expect(taken).toEqual(['a.csv: one', 'a.csv: two']);
  });

  it('leaves a file alone as long as it is being written', async () => {
    const { disk, taken, watch, look } = watching();
    for (const text of ['o', 'on', 'one']) {
      disk.write('a.csv', text);
      await look();
    }
    expect([taken, statuses(watch)]).toEqual([[], ['a.csv: resting']]);
    await look();
    expect(taken).toEqual(['a.csv: one']);
  });

  it('sees another content of the same size', async () => {
    const { disk, taken, look } = watching();
    disk.write('a.csv', 'one');
    await look(true);
    disk.write('a.csv', 'two');
    await look();
    await look();
    expect(taken).toEqual(['a.csv: one', 'a.csv: two']);
  });

  it('reads at once what a person asks for, changed or not', async () => {
    const { disk, taken, look } = watching();
    disk.write('a.csv', 'one');
    await look(true);
    await look(true);
    expect(taken).toEqual(['a.csv: one', 'a.csv: one']);
  });

  it('brings in new files of a folder, and says which are gone', async () => {
    const { disk, taken, watch, look } = watching();
    disk.write('in/a.csv', 'one');
    await look(true);
    disk.write('in/b.csv', 'two');
    disk.files.delete('in/a.csv');
    await look();
    await look();
    expect(taken).toEqual(['in/a.csv: one', 'in/b.csv: two']);
    expect(statuses(watch)).toEqual(['in/a.csv: gone', 'in/b.csv: read']);
  });

  it('tries a file that could not be read again, a few times, and then once it has changed', async () => {
    const { disk, taken, fail, watch, look } = watching();
    disk.write('a.csv', 'one');
    await look(true);
    fail.next = new AppError('file-unreadable', { file: 'a.csv' });
    disk.write('a.csv', 'half of tw');
    for (let i = 0; i < 8; i += 1) await look();
    expect(watch.files).toMatchObject([{ status: 'failed', failure: { code: 'file-unreadable' }, taken: { size: 3 } }]);
    fail.next = undefined;
    await look();
    expect(taken).toEqual(['a.csv: one']);
    disk.write('a.csv', 'two');
    await look();
    await look();
    expect(taken).toEqual(['a.csv: one', 'a.csv: two']);
    expect(watch.files[0]).not.toHaveProperty('failure');
  });

  it('takes at the next look what it could not read at this one', async () => {
    const { disk, taken, fail, look } = watching();
    disk.write('a.csv', 'one');
    fail.next = new DOMException('The file changed while it was read.', 'NotReadableError');
    await look(true);
    fail.next = undefined;
    await look();
    expect(taken).toEqual(['a.csv: one']);
  });

  it('does not read again what a person has cancelled', async () => {
    const { disk, taken, fail, look } = watching();
    disk.write('a.csv', 'one');
    fail.next = cancelled();
    await look(true);
    fail.next = undefined;
    await look();
    expect(taken).toEqual([]);
  });

  it('lets go of a file whose tables are something else by now', async () => {
    const { disk, fail, taken, watch, look } = watching();
    disk.write('a.csv', 'one');
    fail.next = new AppError('step-detached', { file: 'a.csv' });
    await look(true);
    fail.next = undefined;
    disk.write('a.csv', 'two');
    await look();
    await look(true);
    disk.files.clear();
    await look();
    expect([taken, statuses(watch)]).toEqual([[], ['a.csv: detached']]);
  });

  it('says that it may not look, or cannot, and goes on when it can', async () => {
    const { disk, taken, watch, look } = watching();
    disk.write('a.csv', 'one');
    await look(true);
    disk.trouble = new DOMException('', 'NotAllowedError');
    await look();
    expect([watch.status, statuses(watch)]).toEqual(['not-allowed', ['a.csv: read']]);
    disk.trouble = new Error('the network drive is away');
    await look();
    expect(watch.status).toBe('unreachable');
    disk.trouble = new DOMException('', 'NotFoundError');
    await look();
    expect(statuses(watch)).toEqual(['a.csv: gone']);
    disk.trouble = undefined;
    await look();
    expect([watch.status, statuses(watch), taken]).toEqual(['watching', ['a.csv: read'], ['a.csv: one']]);
  });

  it('goes on where it was left, and reads only what has changed since', async () => {
    const first = watching();
    first.disk.write('a.csv', 'one');
    first.disk.write('b.csv', 'two');
    await first.look(true);
    const { disk, taken, look } = watching([...first.watch.files]);
    disk.files = new Map(first.disk.files);
    await look();
    expect(taken).toEqual([]);
    first.disk.write('b.csv', 'more');
    disk.files = new Map(first.disk.files);
    await look();
    await look();
    expect(taken).toEqual(['b.csv: more']);
  });

  it('reads what a person asks for while it looks by itself, once that has ended', async () => {
    const { disk, taken, look } = watching();
    disk.write('a.csv', 'one');
    await look(true);
    const looking = look();
    await Promise.all([look(true), look(true), looking]);
    expect(taken).toEqual(['a.csv: one', 'a.csv: one']);
    await look();
    expect(taken).toHaveLength(2);
  });

  it('looks once at a time', async () => {
    const { disk, taken, look } = watching();
    disk.write('a.csv', 'one');
    await Promise.all([look(true), look(true), look()]);
    expect(taken).toEqual(['a.csv: one']);
  });
});
