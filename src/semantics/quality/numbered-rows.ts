import type { Database } from '../../database/database.ts';
import { sql, type Sql } from '../../database/sql.ts';
import type { BusinessTable } from '../business-tables.ts';
import type { Mapping } from '../mapping.ts';
import type { AppliedPeople } from '../people/people.ts';
import { personsOf } from '../people/person-ids.ts';
import { rawTables } from '../raw-tables.ts';
import { resolveTable } from '../resolve-table.ts';
import { numberedQuery } from '../views.ts';
import type { ExaminedTable } from './examined.ts';

/**
 * The rows of business tables with the number that each has in its file. Looking up how the columns are written reads the table,
 * so it is done when it is needed, and once.
 * @param people who was joined up when the views were made
 */
export function numberedRows(
  database: Database,
  mapping: Mapping,
  tables: ReadonlyMap<BusinessTable, ExaminedTable>,
  people?: AppliedPeople,
): (business: BusinessTable) => Promise<Sql> {
  const known = new Map<BusinessTable, Promise<Sql>>();
  const look = async (business: BusinessTable): Promise<Sql> => {
    const raw = (await rawTables(database)).find(({ name }) => name === mapping[business]?.table);
    const rows = tables.get(business)?.rawRows;
    const read = await resolveTable(database, business, mapping[business]!, raw!);
    const resolved = await personsOf(database, read, people);
    return sql`(${numberedQuery({ ...resolved, ...(rows && { rows }) })})`;
  };
  return (business) => {
    const found = known.get(business) ?? look(business);
    known.set(business, found);
    found.catch(() => known.delete(business));
    return found;
  };
}
