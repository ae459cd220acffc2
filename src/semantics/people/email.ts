import { sql, type Sql } from '../../database/sql.ts';

/** Wide letters, as Japanese keyboards write them, and their ASCII: what Unicode's NFKC does to them. */
const ASCII = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0x21 + i)).join('');
const WIDE = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0xff01 + i)).join('');

/** An address, alone or inside of `Ana <ana@correo.es>` or `mailto:ana@correo.es`. */
const ADDRESS = '[^\\s<>()\\[\\],;:"]+@[a-z0-9\\x{80}-\\x{10ffff}-]+(\\.[a-z0-9\\x{80}-\\x{10ffff}-]+)+';

/** Mailboxes of a desk and not of a person, and what is written where no address is known. */
const NOBODYS = [
  ...['info', 'contact', 'contacto', 'contato', 'hello', 'hola', 'admin', 'administracion', 'office', 'oficina', 'sales'],
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
  const small = sql`lower(translate(CAST(${value} AS VARCHAR), ${WIDE}, ${ASCII}))`;
  const bare = sql`replace(regexp_replace(${small}, '[\\x{200b}-\\x{200d}\\x{feff}\\x{ad}]', '', 'g'), 'mailto:', ' ')`;
  const address = sql`nullif(regexp_extract(${bare}, ${ADDRESS}), '')`;
  if (!gmail) return address;
  const local = sql`replace(regexp_replace(split_part(${address}, '@', 1), '\\+.*$', ''), '.', '')`;
  return sql`CASE WHEN regexp_matches(${address}, '@(gmail|googlemail)\\.com$') THEN ${local} || '@gmail.com' ELSE ${address} END`;
}

/** Whether a clean address is of a desk (info@…) or of nobody (test@…): two people who have it need not be one. */
export function isNobodysEmail(clean: Sql): Sql {
  return sql`split_part(${clean}, '@', 1) IN ${NOBODYS}`;
}
