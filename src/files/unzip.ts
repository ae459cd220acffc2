import { AppError } from '../core/errors.ts';
import type { ReportBytes } from './reader-contract.ts';
import type { Scratch } from './scratch.ts';
import type { ZipEntry } from './zip-directory.ts';
import { canUnpack, memberBytes } from './zip-member.ts';

const methodNames: Record<number, string> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
  99: 'AES',
};

/**
 * Unpacks one member into a scratch file, as a stream, and never more than the directory says it holds. It is called
 * `label`, whatever the archive calls it.
 * @throws AppError `archive-encrypted`, `archive-method` (naming it), `archive-member-broken`, `storage-full`.
 */
export async function unzip(
  archive: File,
  entry: ZipEntry,
  label: string,
  scratch: Scratch,
  report: ReportBytes,
): Promise<File> {
  if (entry.encrypted) throw new AppError('archive-encrypted', { file: label });
  if (!canUnpack(entry)) {
    throw new AppError('archive-method', { file: label, method: methodNames[entry.method] ?? String(entry.method) });
  }
  const out = await scratch.create();
  let done = 0;
  try {
    for await (const bytes of memberBytes(archive, entry)) {
      done += bytes.length;
      out.writeBytes(bytes);
      await report(done, entry.bytes);
    }
  } catch (error) {
    await out.close();
    if (!(error instanceof TypeError)) throw error;
    throw new AppError('archive-member-broken', { file: label }, { cause: error });
  }
  return new File([await out.close()], label);
}
