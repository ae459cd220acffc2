import type { Database } from '../../database/database.ts';
import { columnTraits, type ColumnTraits } from '../column-traits.ts';
import { matchHeader } from '../header-match.ts';
import { headerWords } from '../header-words.ts';
import { identifier, join, sql } from '../../database/sql.ts';
import { rawName, type RawTable } from '../raw-tables.ts';
import type { PeopleRole } from './people.ts';

const customers = headerWords.customers!;

/** What people call these columns beyond what a table of customers has, in English, Spanish and Portuguese. */
const WORDS: Record<PeopleRole, { sure: string; maybe?: string }> = {
  id: {
    sure: `${customers.customer_id!.sure};crm id;contact number;person id;id crm`,
    maybe: 'id;uid;cid;codigo;code;number;numero',
  },
  email: {
    sure: `${customers.email!.sure};mail;email 1;e mail 1;correo e;contact email;primary email;email principal;endereco de email`,
  },
  phone: {
    sure:
      'phone;phone number;mobile;mobile phone;mobile number;cell;cell phone;cellphone;telephone;tel;contact phone;primary phone;phone 1;whatsapp;' +
      'telefono;telefono movil;movil;celular;numero de telefono;telefono contacto;telefono 1;tlf;tfno;fono;telefone;telemovel;numero de telefone;telefone celular',
  },
  name: {
    sure: `${customers.name!.sure};person name;contact name;member name;nombre y apellidos;apellidos y nombre;apellidos nombre;titular;nome e sobrenome;display name`,
  },
  given: {
    sure: 'first name;given name;firstname;forename;primer nombre;nombre de pila;nombres;primeiro nome;prenome;fname',
  },
  family: {
    sure: 'last name;family name;surname;lastname;surnames;apellido;apellidos;primer apellido;sobrenome;apelido;ultimo nome;lname',
  },
  birth: {
    sure: `${customers.birth_date!.sure.replace(';birth year;year birth', '')};born;nacido;fnac;fecha nac;f nacimiento;data nasc;nascimento`,
  },
};

/** Which column plays which role and how sure that is, 0 to 1. */
export interface ProposedColumn {
  role: PeopleRole;
  column: string;
  confidence: number;
}

const SURE_BY_VALUES = 0.85;
const LEAST = 0.5;
/** Of the first values that are there. */
const MOST_VALUES = 0.6;

/** The columns of a raw table that tell who somebody is, by their headers and their first values. */
export async function proposePeople(database: Database, table: RawTable): Promise<ProposedColumn[]> {
  const traits = await columnTraits(database, table);
  const shapes = await valueShapes(database, table, traits);
  const found = (Object.keys(WORDS) as PeopleRole[]).flatMap((role) =>
    traits.map((trait) => ({ role, column: trait.name, confidence: confidence(role, trait, shapes.get(trait.name)) })),
  );
  const surest = found.filter((one) => one.confidence >= LEAST).sort((a, b) => b.confidence - a.confidence);
  const taken: ProposedColumn[] = [];
  for (const one of surest) {
    if (!taken.some(({ role, column }) => role === one.role || column === one.column)) taken.push(one);
  }
  return withoutHalves(taken);
}

/** Beside a surname, what is called “name” is the given one; a whole name needs no halves. */
function withoutHalves(columns: ProposedColumn[]): ProposedColumn[] {
  const has = (role: PeopleRole): boolean => columns.some((one) => one.role === role);
  if (has('family') && !has('given') && has('name')) {
    return columns.map((one) => (one.role === 'name' ? { ...one, role: 'given' as const } : one));
  }
  if (has('given') && has('family')) return columns.filter(({ role }) => role !== 'name');
  return columns;
}

interface Shape {
  emails: number;
  phones: number;
}

function confidence(role: PeopleRole, trait: ColumnTraits, shape: Shape | undefined): number {
  const header = matchHeader(trait.name, WORDS[role])?.confidence ?? 0;
  switch (role) {
    case 'email':
      return shape && shape.emails >= MOST_VALUES ? Math.max(SURE_BY_VALUES, header) : 0;
    case 'phone':
      return header > 0 && trait.kind !== 'time' && (shape?.phones ?? 0) >= MOST_VALUES ? header : 0;
    case 'birth':
      return trait.kind === 'time' ? header : 0;
    case 'id':
      return trait.kind === 'time' || trait.kind === 'flag' || (shape?.emails ?? 0) > LEAST
        ? 0
        : header * (0.5 + 0.5 * trait.uniqueness);
    default:
      return trait.kind === 'text' && (shape?.emails ?? 0) < LEAST ? header : 0;
  }
}

const LOOKED_AT = 2_000;

async function valueShapes(
  database: Database,
  table: RawTable,
  traits: readonly ColumnTraits[],
): Promise<Map<string, Shape>> {
  const looked = traits.filter(({ kind }) => kind === 'text' || kind === 'number').slice(0, 60);
  if (looked.length === 0) return new Map();
  const measures = looked.flatMap(({ name }, i) => {
    const value = sql`nullif(trim(CAST(${identifier(name)} AS VARCHAR)), '')`;
    const share = (pattern: string) =>
      sql`CAST(count(*) FILTER (regexp_matches(${value}, ${pattern})) AS DOUBLE) / nullif(count(${value}), 0)`;
    return [
      sql`${share('[^\\s@]+@[^\\s@]+\\.[^\\s@]+')} AS ${identifier(`e${i}`)}`,
      sql`${share('^\\D{0,6}(\\d\\D{0,3}){7,15}(\\D{1,8}\\d{1,6})?$')} AS ${identifier(`p${i}`)}`,
    ];
  });
  const [row] = await database.rows<Record<string, number | null>>(
    sql`SELECT ${join(measures)} FROM (SELECT * FROM ${rawName(table.name)} LIMIT ${LOOKED_AT})`,
  );
  return new Map(looked.map(({ name }, i) => [name, { emails: row[`e${i}`] ?? 0, phones: row[`p${i}`] ?? 0 }]));
}
