import { readState } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** The time zone in the settings of the workspace that a database holds; that of no settings where it holds none. */
export async function reportingZone(database: Database): Promise<string> {
  const known = await database.texts(
    sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'redito' AND table_name = 'state'`,
  );
  const settings = known.length > 0 ? await readState<Settings>(database, 'settings') : undefined;
  return (settings ?? defaultSettings).timeZone;
}
