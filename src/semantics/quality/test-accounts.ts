import { identifier, join, sql, type Sql } from '../../database/sql.ts';
import { hasColumns, type ExaminedTable } from './examined.ts';

/**
 * Addresses that reach nobody (RFC 2606 reserves `example.*`, `.test`, `.invalid`, `.example` and `.localhost`), and mailboxes
 * that are called “test” in English or Spanish.
 */
const DOMAIN = '@(.*\\.)?(example\\.(com|org|net)|test|invalid|example|localhost)$';
const MAILBOX =
  '^(test|testing|tester|prueba|pruebas|demo|dummy|fake|qa)([._+-]?[0-9]*)@|[._+-](test|prueba)[0-9]*@|@(test|prueba|mailinator)\\.';

/** A name that is nothing but such a word, or begins with it. A family called Testa or Demo Gómez is none. */
const NAME =
  '^(test|testing|tester|prueba|pruebas|dummy|fake|asdf+|qwerty|xxx+|(test|dummy|fake) (account|user|customer)|(cuenta|cliente|usuario) (de )?(prueba|pruebas|test)|(test|prueba) ?[0-9]+)$';

const ID = '^(test|testing|prueba|pruebas|dummy|fake)([ ._-]?[0-9]*|[._-].*)$';

const plain = (name: string): Sql => sql`lower(trim(strip_accents(${identifier(name)})))`;

/** From this share of addresses on that reach nobody, they were made up for all: an anonymised or simulated table. */
export const MADE_UP_SHARE = 0.2;

/** The address reaches nobody. */
export const hasReservedDomain: Sql = sql`coalesce(regexp_matches(${plain('email')}, ${DOMAIN}), false)`;

/**
 * Whether a row of customers is one of the people who built the shop; undefined where nothing could show it.
 * @param byDomain whether an address that reaches nobody says so
 */
export function isTestAccount(table: ExaminedTable, byDomain: boolean): Sql | undefined {
  const parts = [
    ...(hasColumns(table, 'email') && byDomain ? [hasReservedDomain] : []),
    ...(hasColumns(table, 'email') ? [sql`coalesce(regexp_matches(${plain('email')}, ${MAILBOX}), false)`] : []),
    ...(hasColumns(table, 'name') ? [sql`coalesce(regexp_matches(${plain('name')}, ${NAME}), false)`] : []),
    ...(hasColumns(table, 'customer_id') ? [hasTestId] : []),
  ];
  return parts.length > 0 ? sql`(${join(parts, ' OR ')})` : undefined;
}

export const hasTestId: Sql = sql`coalesce(regexp_matches(${plain('customer_id')}, ${ID}), false)`;
