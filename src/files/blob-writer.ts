const PART_BYTES = 8 << 20;

/**
 * Puts a Blob together piece by piece. The browser keeps Blobs on disk when they are large, and, unlike a file of ours, for as
 * long as somebody holds them: it outlives the workspace that it was made of.
 */
export class BlobWriter {
  #parts: Blob[] = [];
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  write(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.#size += bytes.length;
    if (this.#waitingBytes >= PART_BYTES) this.#flush();
  }

  end(type: string): Blob {
    this.#flush();
    return new Blob(this.#parts, { type });
  }

  #flush(): void {
    this.#parts.push(new Blob(this.#waiting as BlobPart[]));
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
