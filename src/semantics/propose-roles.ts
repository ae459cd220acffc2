import { message } from '../core/message.ts';
import type { BusinessTable } from './business-tables.ts';
import type { ColumnTraits } from './column-traits.ts';
import { headerText, matchHeader } from './header-match.ts';
import { headerWords, LABEL_WORDS, VARIANT_VALUES } from './header-words.ts';
import {
  hasMadeUpHeaders,
  proposeColumns,
  proposeOrdersByValues,
  type ColumnProposal,
  type ColumnProposals,
} from './propose-columns.ts';

/** A raw table as detection sees it. */
export interface Candidate {
  name: string;
  columns: readonly ColumnTraits[];
}

/** Completes or refuses what the headers propose for one business table; undefined: this raw table plays no such role. */
type Role = (candidate: Candidate, columns: ColumnProposals) => ColumnProposals | undefined;

const SURE = 0.6;

/** One row = one customer: an id that does not repeat, or no id at all. */
function isOneRowPerCustomer(columns: ColumnProposals): boolean {
  const id = columns.get('customer_id')?.traits;
  return id === undefined || id.uniqueness === 1;
}

function isSure(proposal: ColumnProposal | undefined): boolean {
  return proposal !== undefined && proposal.confidence >= SURE;
}

const row = (): ColumnProposal => ({ source: { row: true }, confidence: 0.7, reason: message('mapping.reason.row') });

const roles: Record<BusinessTable, Role> = {
  orders: ({ columns: raw }, columns) => {
    const found = hasMadeUpHeaders(raw) ? proposeOrdersByValues(raw) : columns;
    if (!found.has('customer_id') || !found.has('ordered_at')) return undefined;
    if (isRegister(found)) return undefined;
    const amount = proposeAmount(raw, found);
    return amount && found.set('amount', amount);
  },

  order_items: ({ columns: raw }, columns) => {
    const amount = !columns.has('amount') && multiply(raw);
    return amount ? columns.set('amount', amount) : columns;
  },

  products: (_, columns) => {
    const id = columns.get('product_id');
    if (!isSure(id) || columns.size < 2) return undefined;
    // Prices vary from line to line of an order log: they describe the sale there.
    if (id!.traits!.uniqueness < 1) columns.delete('price');
    return columns.has('name') || columns.has('category') ? columns : undefined;
  },

  customers: (candidate, columns) => {
    const id = columns.get('customer_id');
    if (!isSure(id) || isExperiment(candidate)) return undefined;
    const describes = [...columns.keys()].some((name) => name !== 'customer_id' && name !== 'channel');
    if (id!.traits!.uniqueness === 1) {
      return describes || candidate.columns.some(({ kind, distinct }) => kind === 'text' && distinct <= 12)
        ? columns
        : undefined;
    }
    columns.delete('channel');
    // A log says something of its customers only in passing; dates and names in it belong to what happened.
    const steady = ['country', 'region', 'city', 'gender', 'birth_date', 'segment', 'email'].some((name) =>
      columns.has(name),
    );
    return steady ? lessSure(columns, 0.7) : undefined;
  },

  events: (_, columns) => columns,
  touches: (_, columns) => (['campaign', 'opened', 'clicked'].some((name) => columns.has(name)) ? columns : undefined),
  conversations: (_, columns) =>
    ['conversation_id', 'agent', 'text', 'csat'].some((name) => columns.has(name)) ? columns : undefined,

  surveys: (_, columns) => {
    const score = columns.get('score');
    if (!isSure(score) || !columns.has('answered_at') || score!.traits!.low < 0) return undefined;
    if (!isSure(columns.get('customer_id'))) columns.delete('customer_id');
    const kind = columns.get('kind') ?? surveyKind(score!.traits!);
    return kind && columns.set('kind', kind);
  },

  leads: (_, columns) => columns,
  subscriptions: (_, columns) =>
    ['plan', 'ended_at', 'monthly_amount'].some((name) => columns.has(name)) ? columns : undefined,

  labels: (candidate, columns) => {
    if (!isSure(columns.get('customer_id'))) columns.delete('customer_id');
    if (isExperiment(candidate)) return undefined;
    const found = proposeColumns('customers', candidate.columns).get('customer_id');
    const id = isSure(found) ? found! : row();
    if (id.traits && id.traits.uniqueness < 1) return undefined;
    const label = proposeLabel(candidate.columns);
    return label && columns.set('customer_id', id).set('label', label);
  },

  initiatives: (candidate, columns) => {
    const hasCustomer = isSure(proposeColumns('customers', candidate.columns).get('customer_id'));
    const name = columns.get('initiative')?.traits;
    return hasCustomer || (name && name.uniqueness < 1) ? undefined : columns;
  },

  assignments: (candidate, columns) => {
    const variant = columns.get('variant')?.traits;
    if (!variant || !isExperiment(candidate)) return undefined;
    columns.get('variant')!.reason = message('mapping.reason.variant', {
      header: variant.name,
      values: variant.values.slice(0, 3),
    });
    if (namesGroups(variant)) columns.get('variant')!.confidence += 0.2;
    if (!columns.has('customer_id')) columns.set('customer_id', row());
    if (!columns.has('initiative')) {
      const reason = message('mapping.reason.tableName', { table: candidate.name });
      columns.set('initiative', { source: { value: candidate.name }, confidence: 0.5, reason });
    }
    return columns;
  },

  journeys: (_, columns) => {
    const path = columns.get('path')?.traits;
    if (!path || path.kind !== 'text') return undefined;
    return columns;
  },

  costs: (candidate, columns) => {
    const hasCustomer = proposeColumns('customers', candidate.columns).has('customer_id');
    const header = headerText(columns.get('amount')?.traits?.name ?? '');
    return !hasCustomer && /cost|expense|spend|gasto|despesa|custo/.test(`${header} ${candidate.name}`)
      ? columns
      : undefined;
  },

  series: (_, columns) => columns,
};

/** The columns that a raw table proposes for a business table, or undefined. */
export function proposeRole(business: BusinessTable, candidate: Candidate): ColumnProposals | undefined {
  return roles[business](candidate, proposeColumns(business, candidate.columns));
}

/** A list of people with a date each is no order log, unless it names its orders or says that they were bought. */
function isRegister(columns: ColumnProposals): boolean {
  const once = columns.get('customer_id')!.traits?.uniqueness === 1;
  return once && !columns.has('order_id') && !isSure(columns.get('ordered_at')) && !isSure(columns.get('amount'));
}

function proposeAmount(raw: readonly ColumnTraits[], columns: ColumnProposals): ColumnProposal | undefined {
  const amount = columns.get('amount');
  if (isSure(amount)) return amount;
  const product = multiply(raw);
  if (product) return product;
  if (amount) return amount;
  const used = new Set([...columns.values()].map(({ traits }) => traits));
  const hasNumbers = raw.some((traits) => traits.kind === 'number' && !used.has(traits));
  const repeats = (columns.get('customer_id')!.traits?.uniqueness ?? 1) < 1;
  // Dates of purchases without money still tell who comes back.
  return hasNumbers || !repeats
    ? undefined
    : { source: { value: 0 }, confidence: 0.3, reason: message('mapping.reason.noAmount') };
}

function multiply(raw: readonly ColumnTraits[]): ColumnProposal | undefined {
  const found = proposeColumns('order_items', raw);
  const quantity = found.get('quantity');
  const price = found.get('unit_price');
  if (!quantity || !price) return undefined;
  const expression = `${written(quantity)} * ${written(price)}`;
  const reason = message('mapping.reason.product', { quantity: quantity.traits!.name, price: price.traits!.name });
  return { source: { expression }, confidence: Math.min(quantity.confidence, price.confidence) * 0.95, reason };
}

function written({ traits }: ColumnProposal): string {
  const name = traits!.name;
  return /^[A-Za-z_]\w*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function surveyKind(score: ColumnTraits): ColumnProposal | undefined {
  const header = headerText(score.name);
  const named = ['nps', 'csat', 'ces'].find((kind) => header.split(' ').includes(kind));
  const kind = named ?? (score.high <= 5 ? 'csat' : score.high <= 10 ? 'nps' : undefined);
  if (!kind) return undefined;
  const reason = named
    ? message('mapping.reason.kindHeader', { header: score.name, kind: kind.toUpperCase() })
    : message('mapping.reason.kindRange', { low: score.low, high: score.high, kind: kind.toUpperCase() });
  return { source: { value: kind }, confidence: named ? 0.9 : 0.5, reason };
}

function proposeLabel(raw: readonly ColumnTraits[]): ColumnProposal | undefined {
  const candidates = raw.flatMap((traits) => {
    const match = traits.distinct === 2 ? matchHeader(traits.name, LABEL_WORDS) : undefined;
    if (!match) return [];
    const reason = message('mapping.reason.label', { header: traits.name, values: traits.values });
    return [{ source: traits.name, confidence: match.confidence, reason, traits }];
  });
  return candidates.sort((a, b) => b.confidence - a.confidence)[0];
}

/** Who was put into which group of what, and nothing measured; not whom a campaign has reached. */
function isAssignmentList(found: ColumnProposals, columns: Candidate['columns']): boolean {
  const { traits } = found.get('variant')!;
  if (!isSure(found.get('customer_id')) || !isSure(found.get('variant'))) return false;
  if (traits!.kind !== 'text' || traits!.distinct < 2 || traits!.distinct > MOST_GROUPS) return false;
  const touches = proposeColumns('touches', columns);
  if (['channel', 'opened', 'clicked'].some((name) => touches.has(name))) return false;
  return isSure(found.get('assigned_at')) || (isSure(found.get('initiative')) && namesGroups(traits!));
}

/** Of all initiatives of a list together. */
const MOST_GROUPS = 50;

/** One row = one customer, with a column of groups and something measured; or a list of assignments. */
function isExperiment({ columns }: Candidate): boolean {
  const found = proposeColumns('assignments', columns);
  const variant = found.get('variant');
  if (!variant) return false;
  if (isAssignmentList(found, columns)) return true;
  if (!isOneRowPerCustomer(found)) return false;
  const { distinct, kind } = variant.traits!;
  if (distinct < 2 || distinct > 10 || kind === 'time') return false;
  const named = namesGroups(variant.traits!);
  const measured = columns.some(
    (traits) => traits !== variant.traits && (traits.kind === 'number' || traits.kind === 'flag'),
  );
  return measured && (named || matchHeader(variant.traits!.name, headerWords.assignments!.variant)!.confidence > SURE);
}

function namesGroups({ values }: ColumnTraits): boolean {
  return values.some((value) => VARIANT_VALUES.test(headerText(value)) || VARIANT_VALUES.test(value.toLowerCase()));
}

function lessSure(columns: ColumnProposals, factor: number): ColumnProposals {
  for (const proposal of columns.values()) proposal.confidence *= factor;
  return columns;
}
