/** SQL that is safe to run: values have become literals, names have been quoted. Made only by this file. */
export class Sql {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type SqlValue = Sql | string | number | bigint | boolean | null | readonly (string | number)[];

/**
 * SQL from a template: values become literals (lists become `(a, b)`), nested `Sql` is kept, names need `identifier()`.
 *
 * @example sql`select ${identifier('a b')} from t where city = ${"O'Hara"}`.text
 *          // select "a b" from t where city = 'O''Hara'
 */
export function sql(strings: TemplateStringsArray, ...values: SqlValue[]): Sql {
  let text = strings[0];
  values.forEach((value, i) => {
    text += literal(value) + strings[i + 1];
  });
  return new Sql(text);
}

/** A table or column name, quoted; several parts give a qualified name. */
export function identifier(...parts: string[]): Sql {
  return new Sql(parts.map((part) => `"${part.replaceAll('\0', '').replaceAll('"', '""')}"`).join('.'));
}

export function join(parts: readonly Sql[], separator: string = ', '): Sql {
  return new Sql(parts.map((part) => part.text).join(separator));
}

export const nothing = new Sql('');

/**
 * What the analyst typed: an expression of a mapping, a condition, a query. The caller has to make sure that it is one
 * expression (`checkExpression`) or that it may be any statement (the SQL page).
 */
export function typedByAnalyst(text: string): Sql {
  return new Sql(text);
}

function literal(value: SqlValue): string {
  if (value instanceof Sql) return value.text;
  if (value === null) return 'NULL';
  if (Array.isArray(value)) return `(${value.map((item: string | number) => literal(item)).join(', ')})`;
  switch (typeof value) {
    case 'number':
      if (Number.isNaN(value)) return `'nan'::DOUBLE`;
      if (!Number.isFinite(value)) return value > 0 ? `'infinity'::DOUBLE` : `'-infinity'::DOUBLE`;
      return String(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return `'${String(value).replaceAll('\0', '').replaceAll("'", "''")}'`;
  }
}
