import { message, type Message } from '../core/message.ts';
import type { ReportBytes } from './reader-contract.ts';
import type { Scratch } from './scratch.ts';
import { readText, type TextEncodingChoice } from './text-stream.ts';
import { countUtf8, isMostlyUtf8 } from './utf8-count.ts';

/** A copy of a text in UTF-8, which is the one encoding that the database reads in full. */
export async function transcode(
  file: File,
  choice: TextEncodingChoice,
  scratch: Scratch,
  report: ReportBytes,
): Promise<{ file: File; unreadable: number }> {
  const out = await scratch.create();
  let unreadable = 0;
  try {
    for await (const text of readText(file, choice, report)) {
      unreadable += countUnreadable(text);
      out.write(text);
    }
  } catch (error) {
    await out.close();
    throw error;
  }
  return { file: await out.close(), unreadable };
}

const REPLACEMENT = '\uFFFD';

/** Characters that stand for bytes which are not of the encoding. */
export function countUnreadable(text: string): number {
  return text.includes(REPLACEMENT) ? text.split(REPLACEMENT).length - 1 : 0;
}

export function unreadableNotices(count: number, encoding: string): Message[] {
  return count > 0 ? [message('notice.unreadable', { count, encoding })] : [];
}

/** The encoding of a file whose sample was UTF-8 and whose rest is not, by a look at all of it. */
export async function encodingOfWhole(file: File): Promise<string> {
  const sum = { wide: 0, broken: 0 };
  // Cut at their ends, characters are not counted: one in a chunk more or less decides nothing.
  await file.stream().pipeTo(
    new WritableStream({
      write(bytes) {
        const { wide, broken } = countUtf8([new Uint8Array(), bytes]);
        sum.wide += wide;
        sum.broken += broken;
      },
    }),
  );
  return isMostlyUtf8(sum) ? 'utf-8' : 'windows-1252';
}
