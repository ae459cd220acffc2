import { sql, type Sql } from '../../database/sql.ts';
import { bound } from './bound.ts';

/** Wide letters, as Japanese keyboards write them, and their ASCII: what Unicode's NFKC does to them. */
const SMALL = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0x21 + i))
  .join('')
  .toLowerCase();
const WIDE = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0xff01 + i)).join('');

/** An address, alone or inside of `Ana <ana@correo.es>` or `mailto:ana@correo.es`. */
const ADDRESS = '[^\\s<>()\\[\\],;:"]+@[a-z0-9\\x{80}-\\x{10ffff}-]+(\\.[a-z0-9\\x{80}-\\x{10ffff}-]+)+';

const PLAIN = '[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]+';

/** Mailboxes of a desk and not of a person, and what is written where no address is known. */
const NOBODYS = [
  ...[
    'info',
    'contact',
    'contacto',
    'contato',
    'hello',
    'hola',
    'admin',
    'administracion',
    'office',
    'oficina',
    'sales',
  ],
  ...['ventas', 'vendas', 'support', 'soporte', 'suporte', 'service', 'servicio', 'billing', 'facturacion', 'accounts'],
  ...['noreply', 'no-reply', 'no.reply', 'donotreply', 'webmaster', 'postmaster', 'mail', 'email', 'correo', 'shop'],
  ...['tienda', 'loja', 'pedidos', 'orders', 'newsletter', 'team', 'equipo', 'test', 'prueba', 'teste', 'demo', 'none'],
  ...['na', 'n/a', 'null', 'nobody', 'noemail', 'no-email', 'sinemail', 'sin-email', 'sincorreo', 'notiene', 'unknown'],
];

/**
 * The address that a text holds, so that the same mailbox reads the same: blanks and `mailto:` go, capitals and wide letters
 * become small ones. NULL where there is no address.
 * @param gmail dots and what follows a `+` go in addresses of Gmail, which takes no notice of them
 */
export function cleanEmail(value: Sql, gmail: boolean): Sql {
  const narrow = (text: Sql): Sql =>
    sql`regexp_replace(translate(${text}, ${WIDE}, ${SMALL}), '[\\x{200b}-\\x{200d}\\x{feff}\\x{ad}]', '', 'g')`;
  // Almost every value is plain: the rest is looked at more closely.
  const address = bound('text', sql`lower(trim(CAST(${value} AS VARCHAR)))`, (text) => {
    const bare = sql`replace(CASE WHEN ${isAscii(text)} THEN ${text} ELSE ${narrow(text)} END, 'mailto:', ' ')`;
    return sql`CASE WHEN regexp_full_match(${text}, ${PLAIN}) THEN ${text} ELSE nullif(regexp_extract(${bare}, ${ADDRESS}), '') END`;
  });
  if (!gmail) return address;
  return bound('address', address, (whole) => {
    const local = sql`replace(regexp_replace(split_part(${whole}, '@', 1), '\\+.*$', ''), '.', '')`;
    const isGmail = sql`(suffix(${whole}, '@gmail.com') OR suffix(${whole}, '@googlemail.com'))`;
    return sql`CASE WHEN ${isGmail} THEN ${local} || '@gmail.com' ELSE ${whole} END`;
  });
}

/** No letter is written with more than one byte. */
export function isAscii(text: Sql): Sql {
  return sql`strlen(${text}) = length(${text})`;
}

/** Whether a clean address is of a desk (info@…) or of nobody (test@…): two people who have it need not be one. */
export function isNobodysEmail(clean: Sql): Sql {
  return sql`split_part(${clean}, '@', 1) IN ${NOBODYS}`;
}
