import { randomSource } from '../../statistics/random.ts';
import { pick } from './choose.ts';
import { STREAMS } from './lives.ts';
import type { Order } from './orders.ts';
import { START } from './scenario.ts';

export interface Visit {
  customer: number;
  session: number;
  day: number;
  event: 'product_view' | 'add_to_cart';
  channel: string;
  device: 'phone' | 'computer';
  product: string;
}

const SOURCES = ['search', 'direct', 'e-mail', 'social'];

/** What leads to an order: a look some days before, and the basket of the day. In the order of the orders. */
export function simulateVisits(seed: number, orders: readonly Order[]): Visit[] {
  const random = randomSource(seed, STREAMS.visits);
  const visits: Visit[] = [];
  let session = 0;
  for (const { customer, day, channel: shop, lines } of orders) {
    const device = shop === 'app' || random.uniform() < 0.4 ? 'phone' : 'computer';
    const channel = pick(random, SOURCES);
    const product = lines[0].product.id;
    const before = day - 0.3 - 6 * random.uniform();
    session += 1;
    if (before > START)
      visits.push({ customer, channel, device, product, session, day: before, event: 'product_view' });
    session += 1;
    const basket = Math.max(START, day - 0.004);
    visits.push({ customer, channel, device, product, session, day: basket, event: 'add_to_cart' });
  }
  return visits;
}
