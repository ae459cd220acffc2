import { message, type Message } from '../core/message.ts';
import { businessTables, type BusinessColumn, type BusinessTable } from './business-tables.ts';
import type { ColumnTraits } from './column-traits.ts';
import { matchHeader } from './header-match.ts';
import { headerWords } from './header-words.ts';
import type { Source } from './mapping.ts';

export interface ColumnProposal {
  source: Source;
  confidence: number;
  reason: Message;
  /** The raw column behind it, when it is one. */
  traits?: ColumnTraits;
}

/** What is proposed for the columns of one business table from one raw table. */
export type ColumnProposals = Map<string, ColumnProposal>;

/** Dates written as text or numbers are a little less sure than a column of dates. */
const WRITTEN_TIME = 0.95;
/** Below this a column that is not needed is left out. */
const LEAST_OPTIONAL = 0.5;

const matched = new WeakMap<readonly ColumnTraits[], Map<BusinessTable, ColumnProposals>>();

/** Matches the headers of a raw table to the columns of a business table; a raw column plays one part at most. */
export function proposeColumns(business: BusinessTable, columns: readonly ColumnTraits[]): ColumnProposals {
  // The tables that are there are held against all roles again with every table that comes.
  const known = matched.get(columns) ?? new Map<BusinessTable, ColumnProposals>();
  matched.set(columns, known);
  const proposals = known.get(business) ?? matchColumns(business, columns);
  known.set(business, proposals);
  return new Map(Array.from(proposals, ([column, proposal]) => [column, { ...proposal }]));
}

function matchColumns(business: BusinessTable, columns: readonly ColumnTraits[]): ColumnProposals {
  const words = headerWords[business] ?? {};
  const known: readonly BusinessColumn[] = businessTables[business].columns;
  const candidates = known.flatMap(({ name, type, required }) =>
    columns.flatMap((traits) => {
      const match = words[name] && matchHeader(traits.name, words[name]);
      const confidence = (match?.confidence ?? 0) * fits(traits, name, type);
      if (!match || confidence === 0 || (!required && confidence < LEAST_OPTIONAL)) return [];
      const reason = message('mapping.reason.header', { header: traits.name, name: match.name });
      return [{ name, required, proposal: { source: traits.name, confidence, reason, traits } }];
    }),
  );
  // The surest first; among equals what is needed, then what stands further left.
  candidates.sort(
    (a, b) => b.proposal.confidence - a.proposal.confidence || Number(b.required ?? 0) - Number(a.required ?? 0),
  );
  const chosen: ColumnProposals = new Map();
  const used = new Set<ColumnTraits>();
  for (const { name, proposal } of candidates) {
    if (chosen.has(name) || used.has(proposal.traits)) continue;
    chosen.set(name, proposal);
    used.add(proposal.traits);
  }
  return chosen;
}

const IDS = new Set(['customer_id', 'order_id', 'product_id', 'lead_id', 'conversation_id', 'session_id']);

const WORDS = new Set(['name', 'email', 'comment', 'text', 'description', 'path']);

/** 0 when the values cannot be what the business column holds, otherwise how well they fit. */
function fits(traits: ColumnTraits, column: string, type: BusinessColumn['type']): number {
  if (traits.missing === traits.rows) return 0;
  switch (type) {
    case 'TIMESTAMP':
      if (column === 'birth_date' && traits.kind === 'number')
        return traits.low >= 1900 && traits.high <= 2100 ? 0.9 : 0;
      return traits.kind === 'time' ? (traits.timeWritten ? WRITTEN_TIME : 1) : 0;
    case 'DOUBLE':
      return traits.kind === 'number' ? 1 : 0;
    case 'BOOLEAN':
      return traits.kind === 'flag' || traits.distinct <= 2 ? 1 : 0;
    case 'VARCHAR':
      if (WORDS.has(column)) return traits.kind === 'text' ? 1 : 0;
      if (!IDS.has(column)) return traits.kind === 'time' ? 0 : 1;
      return traits.kind === 'time' || traits.kind === 'flag' || (traits.kind === 'number' && !traits.whole) ? 0 : 1;
  }
}

/** Headers that a reader makes up when a file has none. */
const MADE_UP = /^(column|col|field|campo|columna|c|v|f|var|unnamed)[ _:]*\d+$/i;

export function hasMadeUpHeaders(columns: readonly ColumnTraits[]): boolean {
  return columns.length > 0 && columns.every(({ name }) => MADE_UP.test(name));
}

const BY_VALUES = 0.35;

/** An order log without headers: an id that repeats, the first date, and the number that has decimals. */
export function proposeOrdersByValues(columns: readonly ColumnTraits[]): ColumnProposals {
  const isId = ({ kind, whole }: ColumnTraits): boolean => kind === 'text' || (kind === 'number' && whole);
  const id = columns.find((traits) => isId(traits) && traits.distinct > 1 && traits.uniqueness < 0.9);
  const day = columns.find(({ kind }) => kind === 'time');
  const numbers = columns.filter((traits) => traits.kind === 'number' && traits !== id);
  const amount = numbers.find(({ whole }) => !whole) ?? numbers.at(-1);
  const proposals: ColumnProposals = new Map();
  const propose = (column: string, traits: ColumnTraits | undefined): void => {
    if (!traits) return;
    const reason = message(`mapping.reason.values.${column}`, { header: traits.name });
    proposals.set(column, { source: traits.name, confidence: BY_VALUES, reason, traits });
  };
  propose('customer_id', id);
  propose('ordered_at', day);
  propose('amount', amount);
  return proposals;
}
