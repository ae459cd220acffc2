import type { Row } from '../../core/json.ts';
import { normalQuantile } from '../../statistics/normal-quantile.ts';
import { expectedWhileAlive, probabilityAlive, repeatPurchaseDistribution, type BgNbd } from './bg-nbd.ts';
import { countBy, type Customers } from './customers.ts';

const MOST_BARS = 12;

/**
 * How many customers made 0, 1, 2 … repeat purchases, how many the model expects, and the prediction interval of that count
 * (normal approximation of a sum of independent yes-or-no outcomes, at the estimates); the last row holds the rest.
 */
export function repeatPurchaseRows({ frequency, observed }: Customers, model: BgNbd, level: number): Row[] {
  const sorted = Float64Array.from(frequency).sort();
  const last = Math.min(MOST_BARS, Math.max(3, sorted[Math.floor(0.985 * sorted.length)] + 1));
  const actual = new Float64Array(last + 1);
  frequency.forEach((x) => actual[Math.min(x, last)]++);
  const expected = new Float64Array(last + 1);
  const variance = new Float64Array(last + 1);
  for (const [time, number] of countBy(observed)) {
    const probabilities = repeatPurchaseDistribution(model, time, last - 1);
    const rest = Math.max(0, 1 - probabilities.reduce((sum, p) => sum + p, 0));
    [...probabilities, rest].forEach((p, n) => {
      expected[n] += number * p;
      variance[n] += number * p * (1 - p);
    });
  }
  const z = normalQuantile((1 + level) / 2);
  return Array.from(actual, (customers, purchases) => ({
    purchases,
    or_more: purchases === last,
    actual: customers,
    expected: expected[purchases],
    expected_low: Math.max(0, expected[purchases] - z * Math.sqrt(variance[purchases])),
    expected_high: expected[purchases] + z * Math.sqrt(variance[purchases]),
  }));
}

const MATRIX_ROWS = 10;
const MATRIX_STEPS = 13;

/**
 * P(alive) and expected purchases of a customer observed for the longest time there is, by repeat purchases and time of
 * the last one (middle of the cell), and how many customers are in the cell.
 */
export function matrixRows({ frequency, recency, observed }: Customers, model: BgNbd, horizon: number): Row[] {
  const longest = observed.reduce((x, y) => Math.max(x, y), 0);
  const sorted = Float64Array.from(frequency).sort();
  const most = Math.min(MATRIX_ROWS, Math.max(3, sorted[Math.floor(0.995 * (sorted.length - 1))]));
  const width = longest / MATRIX_STEPS || 1;
  const counts = new Map<string, number>();
  frequency.forEach((x, i) => {
    const step = x === 0 ? 0 : Math.min(MATRIX_STEPS - 1, Math.floor(recency[i] / width));
    if (x <= most) counts.set(`${x}|${step}`, (counts.get(`${x}|${step}`) ?? 0) + 1);
  });
  const rows: Row[] = [];
  for (let x = 0; x <= most; x++) {
    const whileAlive = expectedWhileAlive(model, x, longest, horizon);
    for (let step = 0; step < (x === 0 ? 1 : MATRIX_STEPS); step++) {
      const last = x === 0 ? 0 : (step + 0.5) * width;
      const alive = probabilityAlive(model, x, last, longest);
      rows.push({
        ...{ frequency: x, recency: last, p_alive: alive, expected_purchases: alive * whileAlive },
        customers: counts.get(`${x}|${step}`) ?? 0,
      });
    }
  }
  return rows;
}

/** Share of the customers that would have to change their number of repeat purchases for the two to agree. */
export function misplacedShare(rows: readonly Row[]): number {
  const customers = rows.reduce((sum, { actual }) => sum + Number(actual), 0);
  return (
    rows.reduce((sum, { actual, expected }) => sum + Math.abs(Number(actual) - Number(expected)), 0) / 2 / customers
  );
}
