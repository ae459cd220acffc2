import type { ReportBytes } from './reader-contract.ts';
import { decoderOf } from './text-decoder.ts';

export interface TextEncodingChoice {
  encoding: string;
  /** Bytes that are not of the encoding end the reading; otherwise each is U+FFFD. */
  strict: boolean;
}

/**
 * The text of a file as it is read, without a byte order mark.
 * @throws TypeError when `strict` and the bytes are not of the encoding.
 */
export async function* readText(
  file: Blob,
  { encoding, strict }: TextEncodingChoice,
  report: ReportBytes,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding, strict);
  let done = 0;
  for await (const bytes of readBytes(file.stream())) {
    done += bytes.length;
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
    await report(done, file.size);
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The chunks of a stream; it is cancelled when the reader stops early. */
export async function* readBytes(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
