import { AppError } from '../core/errors.ts';
import { chooseMembers, type Member } from './archive-members.ts';
import { workbookFormat } from './formats.ts';
import type { ArchiveListing, ReportBytes } from './reader-contract.ts';
import { Scratch } from './scratch.ts';
import { unzip } from './unzip.ts';
import { readZipDirectory } from './zip-directory.ts';

/** A zip whose members are files of their own. */
export class OpenArchive {
  readonly listing: ArchiveListing;
  readonly #file: File;
  readonly #members: readonly Member[];

  private constructor(file: File, members: readonly Member[], passedOver: string[]) {
    this.#file = file;
    this.#members = members;
    this.listing = { members: members.map(({ label, entry }) => ({ label, bytes: entry.bytes })), passedOver };
  }

  /**
   * Nothing for a workbook, which is a zip too, and for what should be one by its name.
   * @throws AppError `archive-broken`, and what `chooseMembers` refuses.
   */
  static async open(file: File): Promise<OpenArchive | undefined> {
    const entries = await readZipDirectory(file);
    const isWorkbook = entries && workbookFormat(entries.map(({ name }) => name)) !== undefined;
    if (isWorkbook || /\.(xlsx|xlsm|xlsb|ods)$/i.test(file.name)) return undefined;
    if (!entries) throw new AppError('archive-broken', { file: file.name });
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    const { members, passedOver } = chooseMembers(file, entries, quota - usage);
    return new OpenArchive(file, members, passedOver);
  }

  readonly unpack = (member: number, scratchId: string, report: ReportBytes): Promise<File> => {
    const { label, entry } = this.#members[member]!;
    return unzip(this.#file, entry, label, new Scratch(scratchId), report);
  };
}
