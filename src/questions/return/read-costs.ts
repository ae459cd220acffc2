import type { Row } from '../../core/json.ts';
import type { AskContext } from '../../semantics/ask-context.ts';
import { plainCurrency } from '../../semantics/currencies.ts';
import { countCosts, type CostEntry, type Costs } from './costs.ts';
import { costCurrenciesQuery, costsQuery } from './queries.ts';

/** Why there are no costs to take off, with what the sentence needs; `text` where one reason has several texts. */
export type CostRefusal =
  | { refused: 'no-costs' }
  | { refused: 'no-costs'; text: 'costs-after'; amount: number; end: string }
  | { refused: 'no-costs'; text: 'costs-cancel-out'; amount: number }
  | { refused: 'cost-currencies'; currencies: string[] }
  | { refused: 'currencies-differ'; orders: string; costs: string };

interface About {
  initiative: string;
  /** Of the orders; undefined where they name none. */
  currency: string | undefined;
  start: string;
  end: string;
  share: number;
}

/** What an initiative has cost; or why that is not known. */
export async function readCosts(context: AskContext, { currency, ...about }: About): Promise<Costs | CostRefusal> {
  const { database, mapping, signal } = context;
  const { initiative, end } = about;
  if (mapping.costs?.columns.initiative === undefined) return { refused: 'no-costs' };
  const entries = await database.rows<CostEntry & Row>(costsQuery(initiative), { signal });
  if (entries.length === 0) return { refused: 'no-costs' };
  const mismatch = await findMismatch(context, initiative, currency);
  if (mismatch) return mismatch;
  const costs = countCosts(entries, about);
  if (!costs) {
    const amount = entries.reduce((sum, entry) => sum + entry.amount, 0);
    return { refused: 'no-costs', text: 'costs-after', amount, end };
  }
  return costs.total > 0 ? costs : { refused: 'no-costs', text: 'costs-cancel-out', amount: costs.total };
}

/** Costs in several currencies, or in another than the orders. Where one side names none, it is that of the settings. */
async function findMismatch(
  { database, mapping, settings, signal }: AskContext,
  initiative: string,
  currency: string | undefined,
): Promise<CostRefusal | undefined> {
  const found = mapping.costs?.columns.currency
    ? await database.texts(costCurrenciesQuery(initiative, plainCurrency), { signal })
    : [];
  const currencies = found.filter((name) => name !== null);
  if (currencies.length > 1) return { refused: 'cost-currencies', currencies };
  const usual = settings.currency === 'none' ? undefined : settings.currency;
  const [orders, costs] = [currency ?? usual, currencies.at(0) ?? usual];
  if (orders === undefined || costs === undefined || orders === costs) return undefined;
  return { refused: 'currencies-differ', orders, costs };
}
