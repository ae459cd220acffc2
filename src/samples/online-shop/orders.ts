import { randomSource } from '../../statistics/random.ts';
import { choose } from './choose.ts';
import { STREAMS, type Life } from './lives.ts';
import { productAt, type Product } from './products.ts';
import { BASKETS, CATEGORIES, DISCOUNT, MARGIN, SPENDING } from './scenario.ts';

export interface Line {
  product: Product;
  quantity: number;
  unitPrice: number;
  amount: number;
}

export interface Order {
  customer: number;
  /** Index among the customer's purchases. */
  purchase: number;
  day: number;
  amount: number;
  margin: number;
  lines: Line[];
  channel: 'web' | 'app';
  /** What the coupon was worth; it is booked as a cost of the campaign, not taken off the amount. */
  discount: number;
}

/** What every customer buys: amounts by Gamma-Gamma, each spread over one to four lines. In the order of time. */
export function simulateOrders(seed: number, lives: readonly Life[]): Order[] {
  const random = randomSource(seed, STREAMS.orders);
  const orders: Order[] = [];
  lives.forEach((life, customer) => {
    const prefersApp = random.uniform() < 0.45;
    life.purchases.forEach((day, purchase) => {
      const total = Math.max(0.5, random.gamma(SPENDING.p) / life.amountRate);
      const lines: Line[] = [];
      const weights = Array.from({ length: 1 + Math.min(3, random.poisson(0.8)) }, () => 0.3 + random.uniform());
      const sum = weights.reduce((a, b) => a + b, 0);
      for (const weight of weights) {
        const category = CATEGORIES[choose(random, BASKETS[life.segment])];
        const share = (total * weight) / sum;
        const quantity = share < 150 && random.uniform() < 0.2 ? 2 : 1;
        const unitPrice = Math.max(0.01, Math.round((share / quantity) * 100) / 100);
        const amount = Math.round(unitPrice * quantity * 100) / 100;
        lines.push({ product: productAt(category, unitPrice), quantity, unitPrice, amount });
      }
      const add = (value: (line: Line) => number) =>
        Math.round(lines.reduce((all, line) => all + value(line), 0) * 100) / 100;
      const amount = add((line) => line.amount);
      const redeems =
        life.discount === true && day >= DISCOUNT.startDay && day < DISCOUNT.startDay + DISCOUNT.validDays;
      orders.push({
        ...{ customer, purchase, day, amount, lines },
        margin: add((line) => line.amount * MARGIN[line.product.category]),
        channel: random.uniform() < (prefersApp ? 0.8 : 0.1) ? 'app' : 'web',
        discount: redeems ? Math.round(amount * DISCOUNT.rate * 100) / 100 : 0,
      });
    });
  });
  return orders.sort((a, b) => a.day - b.day);
}
