import { contentHash } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import { columnTraits, type ColumnTraits } from '../semantics/column-traits.ts';
import type { RawTable } from '../semantics/raw-tables.ts';

/** What was worked out of raw tables: their rows never change, but another table may take the name of one that went. */
export class KnownTables {
  readonly #database: Database;
  #hashes = new Map<string, string>();
  #traits = new Map<string, ColumnTraits[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Hash of a table's content. */
  async hash(table: string, signal?: AbortSignal): Promise<string> {
    // Forgotten meanwhile, it is kept where nobody looks any more.
    const hashes = this.#hashes;
    const known = hashes.get(table) ?? (await contentHash(this.#database, table, signal));
    hashes.set(table, known);
    return known;
  }

  readonly traits = async (table: RawTable): Promise<ColumnTraits[]> => {
    const traits = this.#traits;
    const known = traits.get(table.name) ?? (await columnTraits(this.#database, table));
    traits.set(table.name, known);
    return known;
  };

  forget(): void {
    this.#hashes = new Map();
    this.#traits = new Map();
  }
}
