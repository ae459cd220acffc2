import type { Row } from '../../core/json.ts';
import type { AskContext } from '../../semantics/ask-context.ts';
import { plainCurrency } from '../../semantics/currencies.ts';
import { countCosts, type CostEntry, type Costs } from './costs.ts';
import { costCurrenciesQuery, costsQuery } from './queries.ts';

/** What an initiative has cost; or why that is not known. */
export async function readCosts(
  { database, mapping, signal }: AskContext,
  { initiative, start, end, share }: { initiative: string; start: string; end: string; share: number },
): Promise<Costs | { refused: 'no-costs' } | { refused: 'cost-currencies'; currencies: string[] }> {
  if (mapping.costs?.columns.initiative === undefined) return { refused: 'no-costs' };
  if (mapping.costs.columns.currency !== undefined) {
    const found = await database.texts(costCurrenciesQuery(initiative, plainCurrency), { signal });
    const currencies = found.filter((currency) => currency !== null);
    if (currencies.length > 1) return { refused: 'cost-currencies', currencies };
  }
  const entries = await database.rows<CostEntry & Row>(costsQuery(initiative), { signal });
  const costs = countCosts(entries, { start, end, share });
  return costs && costs.total > 0 ? costs : { refused: 'no-costs' };
}
