import type { Json, Row } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import { addDays, dayToIso, isoToDay } from '../../core/time.ts';
import type { RawColumn } from '../../learning/encoding.ts';
import type { AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { checkCustomerFilter } from '../../semantics/customer-filter.ts';
import { readAttributes } from './attributes.ts';
import {
  behaviourQuery,
  contactFeatures,
  contactsQuery,
  contactTables,
  customerIdsQuery,
  itemFeatures,
  periodQuery,
  purchaseFeatures,
  returnFeatures,
  type Feature,
  type Selection,
} from './behaviour-queries.ts';
import type { Dataset } from './dataset.ts';
import { unanswerable } from './unanswerable.ts';

export interface Behaviour extends Dataset {
  kind: 'behaviour';
  windowDays: number;
  eligibleDays: number;
  cutOff: string;
  /** Training cut-offs, the latest first. */
  trainingCutOffs: string[];
  spacingDays: number;
  /** Days since the last purchase, per row: the rule the model is held against. */
  recency: Float64Array;
  /** The day up to which purchases are known; its customers are the ones to act on. */
  today: string;
  /** Attributes that are dates, with how many lie on or after the cut-off. */
  datedAfter: { column: string; rows: number }[];
  excluded: string[];
}

/** Customers at several cut-offs: what they did before, and whether they bought in the window after. */
export async function readBehaviour(
  context: AskContext,
  parameters: Record<string, Json>,
): Promise<Behaviour | Unanswerable> {
  const { database, mapping, signal } = context;
  const selection = parameters as Selection;
  await checkCustomerFilter(database, mapping, selection.where);
  await context.progress({ phase: 'reading-features', done: 0, total: 3 });
  const [period] = await database.rows<{ first_day: number | null; last_day: number | null }>(periodQuery(selection), {
    signal,
  });
  if (period.first_day === null || period.last_day === null) return unanswerable('no-purchases');
  const plan = planCutOffs(period.first_day, period.last_day, parameters);
  if ('reason' in plan) return plan;

  const { trainingCutOffs, cutOff, today, windowDays, eligibleDays } = plan;
  const dates = [...trainingCutOffs, cutOff, today];
  const knownDays = isoToDay(trainingCutOffs[trainingCutOffs.length - 1]) - period.first_day;
  const byOrder = [mapping.orders, mapping.order_items].every((table) => table && 'order_id' in table.columns);
  const features = {
    purchases: purchaseFeatures(knownDays),
    ...(mapping.order_items && { items: { features: itemFeatures, byOrder } }),
  };
  const query = behaviourQuery(selection, { dates, windowDays, eligibleDays }, features);
  const { cut, customer, left_them: left, ...values } = await database.numbers(query, { signal });
  await context.progress({ phase: 'reading-features', done: 1, total: 3 });
  const ids = await database.texts(customerIdsQuery(selection), { signal });
  if (ids.length === 0) return unanswerable('no-purchases');
  const columns: RawColumn[] = [...features.purchases, ...returnFeatures, ...(features.items?.features ?? [])].map(
    ({ name, scale }) => ({ name, kind: 'number', values: values[name], scale }),
  );
  columns.push(...(await readContacts(context, selection, dates, cut, customer)));
  await context.progress({ phase: 'reading-features', done: 2, total: 3 });
  const attributes = mapping.customers
    ? await readAttributes(context, selection, { dates, cut, customer })
    : { columns: [], datedAfter: [], excluded: [], known: [] };
  const exclude = parameters.exclude as string[];
  const known = [...new Set([...columns.map(({ name }) => name), ...attributes.known])];
  const unknown = exclude.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const table = { ...message('churn-risk.features') };
    return unanswerable('column-missing', { table, column: unknown, columns: known });
  }
  const used = [...columns, ...attributes.columns].filter(({ name }) => !exclude.includes(name));
  await context.progress({ phase: 'reading-features', done: 3, total: 3 });

  const rowsOf = (isWanted: (cut: number) => boolean) =>
    Uint32Array.from([...cut.keys()].filter((row) => isWanted(cut[row])));
  const test = trainingCutOffs.length;
  return {
    kind: 'behaviour',
    columns: used,
    labels: Uint8Array.from(left),
    customers: Int32Array.from(customer),
    describe: (row) => describe(ids[customer[row]], values, row),
    divisions: [{ training: rowsOf((at) => at < test), test: rowsOf((at) => at === test) }],
    current: rowsOf((at) => at > test),
    ...plan,
    recency: values.recency,
    datedAfter: attributes.datedAfter,
    excluded: attributes.excluded,
  };
}

interface Plan {
  windowDays: number;
  eligibleDays: number;
  spacingDays: number;
  cutOff: string;
  trainingCutOffs: string[];
  today: string;
}

/**
 * Where to cut. The test window has to lie inside the data. Training cut-offs go back in time in steps of `spacingDays`
 * from the last one whose window was over at the test cut-off, as long as half a window of history lies before them.
 */
export function planCutOffs(firstDay: number, lastDay: number, parameters: Record<string, Json>): Plan | Unanswerable {
  const windowDays = Number(parameters.windowDays);
  const spacingDays = Number(parameters.spacingDays ?? Math.max(1, Math.round(windowDays / 3)));
  const cutOff = String(parameters.cutOff ?? dayToIso(lastDay - windowDays));
  const firstIso = dayToIso(firstDay);
  const lastIso = dayToIso(lastDay);
  const facts = { windowDays, cutOff, first: firstIso, last: lastIso };
  if (isoToDay(cutOff) + windowDays > lastDay + 1) return unanswerable('window-beyond-data', facts);
  const earliest = firstDay + Math.ceil(windowDays / 2);
  const trainingCutOffs = Array.from({ length: Number(parameters.cutOffs) }, (_, k) =>
    addDays(cutOff, -windowDays - k * spacingDays),
  ).filter((date) => isoToDay(date) >= earliest);
  if (trainingCutOffs.length === 0) {
    const neededDays = 2 * windowDays + Math.ceil(windowDays / 2);
    return unanswerable('history-too-short', { ...facts, days: isoToDay(cutOff) + windowDays - firstDay, neededDays });
  }
  const eligibleDays = Number(parameters.eligibleDays);
  return { windowDays, eligibleDays, spacingDays, cutOff, trainingCutOffs, today: addDays(lastIso, 1) };
}

/** Counts and recency of contacts, 0 and missing for customers without any. */
async function readContacts(
  { database, mapping, signal }: AskContext,
  selection: Selection,
  dates: readonly string[],
  cut: Float64Array,
  customer: Float64Array,
): Promise<RawColumn[]> {
  const key = (at: number, who: number) => who * dates.length + at;
  const rowOf = new Map(Array.from(cut, (at, row) => [key(at, customer[row]), row]));
  const columns: RawColumn[] = [];
  for (const contact of contactTables) {
    if (!mapping[contact.table]) continue;
    const {
      cut: cuts,
      customer: who,
      ...values
    } = await database.numbers(contactsQuery(selection, contact, dates), {
      signal,
    });
    for (const { name, scale } of contactFeatures(contact.table) satisfies Feature[]) {
      const column = new Float64Array(cut.length).fill(name.endsWith('_count') ? 0 : NaN);
      cuts.forEach((at, i) => {
        const row = rowOf.get(key(at, who[i]));
        if (row !== undefined) column[row] = values[name][i];
      });
      columns.push({ name, kind: 'number', values: column, scale });
    }
  }
  return columns;
}

function describe(id: string | null, values: Record<string, Float64Array>, row: number): Row {
  return {
    customer_id: id,
    recency: Math.round(values.recency[row] * 10) / 10,
    frequency: values.frequency[row],
    spend: Math.round(values.spend[row] * 100) / 100,
  };
}
