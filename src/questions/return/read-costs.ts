import type { Row } from '../../core/json.ts';
import type { AskContext } from '../../semantics/ask-context.ts';
import { plainCurrency } from '../../semantics/currencies.ts';
import { countCosts, type CostEntry, type Costs } from './costs.ts';
import { costCurrenciesQuery, costsQuery } from './queries.ts';

/** Why there are no costs to take off, with what the sentence needs. */
export type CostRefusal =
  | { refused: 'no-costs' }
  | { refused: 'cost-currencies'; currencies: string[] }
  | { refused: 'currencies-differ'; orders: string; costs: string };

/**
 * What an initiative has cost; or why that is not known.
 * @param currency of the orders
 */
export async function readCosts(
  { database, mapping, signal }: AskContext,
  {
    initiative,
    currency,
    ...about
  }: { initiative: string; currency: string | undefined; start: string; end: string; share: number },
): Promise<Costs | CostRefusal> {
  if (mapping.costs?.columns.initiative === undefined) return { refused: 'no-costs' };
  if (mapping.costs.columns.currency !== undefined) {
    const found = await database.texts(costCurrenciesQuery(initiative, plainCurrency), { signal });
    const currencies = found.filter((currency) => currency !== null);
    if (currencies.length > 1) return { refused: 'cost-currencies', currencies };
    const [own] = currencies;
    if (own !== undefined && currency !== undefined && own !== currency) {
      return { refused: 'currencies-differ', orders: currency, costs: own };
    }
  }
  const entries = await database.rows<CostEntry & Row>(costsQuery(initiative), { signal });
  const costs = countCosts(entries, about);
  return costs && costs.total > 0 ? costs : { refused: 'no-costs' };
}
