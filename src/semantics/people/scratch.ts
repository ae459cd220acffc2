import type { Database } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { dropLabels } from './components.ts';
import { dropCompared, PAIRS } from './pairs.ts';
import { dropPreview } from './people-effect.ts';
import { dropSides } from './sides.ts';

/** Drops what a tab that was killed while it compared people has left. */
export async function dropPeopleScratch(database: Database): Promise<void> {
  await dropSides(database);
  await dropCompared(database);
  await dropLabels(database);
  await dropPreview(database);
}

/** The pairs that were found go. */
export async function dropPairs(database: Database): Promise<void> {
  await database.run(sql`DROP TABLE IF EXISTS ${PAIRS}`);
}
