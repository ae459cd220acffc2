import type { RejectedRecord, Rejects } from '../core/delimited.ts';

const LISTED = 1000;
const LONGEST_TEXT = 500;

/** Counts records that cannot be used and keeps the first of them. */
export class RejectList implements Rejects {
  count = 0;
  readonly first: RejectedRecord[] = [];

  add(reject: RejectedRecord): void {
    this.count += 1;
    if (this.first.length < LISTED) this.first.push({ ...reject, text: reject.text.slice(0, LONGEST_TEXT) });
  }

  toData(): Rejects {
    return { count: this.count, first: this.first };
  }
}

export const noRejects: Rejects = { count: 0, first: [] };
