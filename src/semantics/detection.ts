import { message } from '../core/message.ts';
import type { Database } from '../database/database.ts';
import { identifier, sql, type Sql } from '../database/sql.ts';
import { businessTableNames, type BusinessTable } from './business-tables.ts';
import { columnTraits, separatorOf, type ColumnTraits } from './column-traits.ts';
import type { Detection, Mapping, Proposal, TableMapping } from './mapping.ts';
import type { ColumnProposals } from './propose-columns.ts';
import { proposeRole, type Candidate } from './propose-roles.ts';
import { rawName, type RawTable } from './raw-tables.ts';
import { missingColumns } from './validate-mapping.ts';

interface RoleProposal {
  table: string;
  columns: ColumnProposals;
  score: number;
}

/**
 * Proposes which raw table and column plays which role, from headers (English, Spanish, Portuguese), types and values of
 * the first rows. Every proposal has a confidence and its reason; the analyst can change each. One raw table may play
 * several roles; of several candidates for a role the surest wins.
 */
export async function detect(
  tables: readonly RawTable[],
  database: Database,
  /** Whoever knows the traits of some already need not have them worked out again. */
  traits: (table: RawTable) => Promise<ColumnTraits[]> = (table) => columnTraits(database, table),
): Promise<Detection> {
  const candidates: Candidate[] = [];
  for (const table of tables) candidates.push({ name: table.name, columns: await traits(table) });

  const mapping: Mapping = {};
  const proposals: Proposal[] = [];
  const orders = rolesOf('orders', candidates)[0];
  for (const business of businessTableNames) {
    const found = rolesOf(business, candidates);
    const best = business === 'customers' && orders ? await acquainted(database, found, orders) : found[0];
    if (!best) continue;
    const columns = business === 'journeys' ? await withSeparator(database, best) : best.columns;
    mapping[business] = tableMapping(best.table, columns);
    for (const [column, { confidence, reason }] of columns) {
      proposals.push({ table: business, column, confidence: Math.min(confidence, 0.99), reason });
    }
  }
  return { mapping, proposals };
}

/** What could play a role, the surest first. */
function rolesOf(business: BusinessTable, candidates: readonly Candidate[]): RoleProposal[] {
  const found = candidates.flatMap((candidate) => {
    const proposal = proposalOf(business, candidate);
    return proposal ? [proposal] : [];
  });
  return found.sort((a, b) => b.score - a.score);
}

/** With each file that comes all tables are looked at again; their traits, and what follows from them, stay the same. */
const known = new WeakMap<readonly ColumnTraits[], Map<string, RoleProposal | undefined>>();

function proposalOf(business: BusinessTable, { name, columns: traits }: Candidate): RoleProposal | undefined {
  const proposals = known.get(traits) ?? new Map<string, RoleProposal | undefined>();
  known.set(traits, proposals);
  const key = JSON.stringify([business, name]);
  if (!proposals.has(key)) {
    const columns = proposeRole(business, { name, columns: traits });
    const isWhole = columns && missingColumns(business, new Set(columns.keys())).length === 0;
    proposals.set(key, isWhole ? { table: name, columns, score: score(business, columns) } : undefined);
  }
  return proposals.get(key);
}

/** The first table of customers that knows any who ordered: files of different origin may lie side by side. */
async function acquainted(
  database: Database,
  customers: readonly RoleProposal[],
  orders: RoleProposal,
): Promise<RoleProposal | undefined> {
  for (const candidate of customers) {
    if (candidate.table === orders.table || (await shareCustomers(database, candidate, orders))) return candidate;
  }
  return undefined;
}

async function shareCustomers(database: Database, one: RoleProposal, other: RoleProposal): Promise<boolean> {
  const [customer, buyer] = [one, other].map(({ table, columns }) => {
    const column = columns.get('customer_id')?.traits?.name;
    return column && idsQuery(table, column);
  });
  if (!customer || !buyer) return true;
  const [{ shared }] = await database.rows<{ shared: boolean }>(
    sql`SELECT EXISTS (SELECT 1 FROM (${customer}) AS a JOIN (${buyer}) AS b ON a.id = b.id) AS shared`,
  );
  return shared;
}

function idsQuery(table: string, column: string): Sql {
  return sql`SELECT DISTINCT CAST(${identifier(column)} AS VARCHAR) AS id FROM ${rawName(table)}`;
}

const OPTIONAL_COUNTS = 0.05;
const ONE_ROW_COUNTS = 0.5;

/** The weakest needed column decides; more columns and one row per thing speak for a table. */
function score(business: BusinessTable, columns: ColumnProposals): number {
  const confidences = [...columns.values()].map(({ confidence }) => confidence);
  const key = { customers: 'customer_id', products: 'product_id' }[business as string];
  const unique = key !== undefined && columns.get(key)?.traits?.uniqueness === 1;
  return Math.min(...confidences) + OPTIONAL_COUNTS * columns.size + (unique ? ONE_ROW_COUNTS : 0);
}

function tableMapping(table: string, columns: ColumnProposals): TableMapping {
  return { table, columns: Object.fromEntries([...columns].map(([column, { source }]) => [column, source])) };
}

async function withSeparator(database: Database, { table, columns }: RoleProposal): Promise<ColumnProposals> {
  const path = columns.get('path')?.traits?.name;
  const separator = path && (await separatorOf(database, table, path));
  if (!separator) return columns;
  const reason = message('mapping.reason.separator', { separator, header: path });
  return new Map([...columns, ['separator', { source: { value: separator }, confidence: 0.9, reason }]]);
}
