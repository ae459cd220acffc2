import { randomSource } from '../../../src/statistics/random.ts';
import { dayToIso, isoToDay } from '../../../src/core/time.ts';

const FIRST = isoToDay('2023-01-02');
const DAYS = 730;

/** Orders of a shop whose customers buy at their own rates until they leave; the same for the same seed. */
export function madeOrders(customers: number, seed: number): string {
  const random = randomSource(seed);
  const lines = ['order_id;customer_id;order_date;amount'];
  for (let customer = 0; customer < customers; customer += 1) {
    const gap = 20 / random.gamma(0.9);
    const spend = 10 + 15 * random.gamma(3);
    let day = random.uniform() * (DAYS - 90);
    const leaves = random.beta(0.8, 3);
    while (day < DAYS) {
      const amount = (spend * (0.6 + 0.8 * random.uniform())).toFixed(2);
      lines.push(`${lines.length};C${String(customer).padStart(5, '0')};${dayToIso(FIRST + day)};${amount}`);
      if (random.uniform() < leaves) break;
      day += Math.max(1, gap * random.exponential());
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Customers with a yes-or-no outcome that depends on tenure and plan. */
export function madeLabels(customers: number, seed: number): string {
  const random = randomSource(seed);
  const lines = ['customer_id,tenure_months,plan,monthly_charge,churned'];
  for (let customer = 0; customer < customers; customer += 1) {
    const tenure = Math.floor(random.uniform() * 60);
    const plan = ['basic', 'plus', 'pro'][random.integer(3)];
    const charge = 20 + 60 * random.uniform();
    const logit = 0.4 - 0.06 * tenure + (plan === 'pro' ? -1 : 0) + 0.015 * (charge - 50);
    const churned = random.uniform() < 1 / (1 + Math.exp(-logit)) ? 'Yes' : 'No';
    lines.push(`L${customer},${tenure},${plan},${charge.toFixed(2)},${churned}`);
  }
  return `${lines.join('\n')}\n`;
}
