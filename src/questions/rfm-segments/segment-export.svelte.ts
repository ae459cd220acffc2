import type { TableRef } from '../../core/answer.ts';
import { toCsv } from '../../core/csv.ts';
import { hashIds, LEAST_SALT } from '../../core/hash-ids.ts';
import type { Json, Row } from '../../core/json.ts';
import type { StoredRows } from '../../ui/stored-rows.ts';
import { chunksOf } from '../../ui/table-rows.ts';

/** What becomes of the customers' ids in a file. */
export const IDS = ['hash', 'drop', 'keep'] as const;
export type Ids = (typeof IDS)[number];

const COLUMNS = ['segment', 'r', 'f', 'm', 'score', 'recency_days', 'frequency', 'monetary'];
/** So that a file shows what it holds. */
const ID_COLUMN = { keep: ['customer_id'], hash: ['customer_id_hash'], drop: [] };

/** The customers of a segment as CSV, guarded against formulas; `salt` is read where ids are hashed. */
export async function segmentCsv(rows: readonly Row[], ids: Ids, salt: string): Promise<string> {
  const given = rows.map((row) => String(row.customer_id));
  const shown = ids === 'hash' ? await hashIds(given, salt) : given;
  const cells = rows.map((row, i): Json[] => [
    ...(ids === 'drop' ? [] : [shown[i]]),
    ...COLUMNS.map((name) => row[name] ?? null),
  ]);
  return toCsv([...ID_COLUMN[ids], ...COLUMNS], cells);
}

/** The export that the dialog is about. */
export class SegmentExport {
  open = $state(false);
  segment = $state('');
  ids = $state<Ids>('hash');
  salt = $state('');
  saving = $state(false);
  /** What the last attempt threw. */
  failure = $state.raw<unknown>();

  readonly saltIsShort = $derived(this.ids === 'hash' && this.salt.length < LEAST_SALT);

  /** `salt` is taken when there is none yet. */
  start(segment: string, salt: string): void {
    this.segment = segment;
    this.salt ||= salt;
    this.failure = undefined;
    this.open = true;
  }

  /** The file's text; undefined when it could not be made, and `failure` says why. */
  async make(table: Row[] | TableRef, stored: Pick<StoredRows, 'read'>): Promise<string | undefined> {
    const { segment, ids, salt } = this;
    this.saving = true;
    this.failure = undefined;
    try {
      const rows: Row[] = [];
      for await (const chunk of chunksOf(table, stored)) {
        rows.push(...chunk.filter((row) => row.segment === segment));
      }
      return await segmentCsv(rows, ids, salt);
    } catch (error) {
      // The table may have gone with the workspace: the dialog stays open and says so.
      this.failure = error;
      return undefined;
    } finally {
      this.saving = false;
    }
  }
}
