/** Purchases of a range: how many, what they brought, and units and amounts of the products in them. */
export interface Basket {
  orders: number;
  paid: number;
  /** Units per product; both baskets have the same products in the same order. */
  quantities: ArrayLike<number>;
  /** Amount per product. */
  amounts: ArrayLike<number>;
}

export interface AverageOrderChange {
  /** More or fewer units in an order. */
  items: number;
  /** The same products at other prices. */
  price: number;
  /** Dearer or cheaper products. */
  mix: number;
  /** What the products do not explain: shipping, coupons, lines without a product. */
  other: number;
  unitsPerOrder: [early: number, late: number];
  pricePerUnit: [early: number, late: number];
  /** Per order, what the products do not explain. */
  otherPerOrder: [early: number, late: number];
}

interface Prices {
  units: number;
  /** Of all products together. */
  mean: number;
  /** Per product; NaN where none was sold. */
  each: Float64Array;
  /** Of the units; 0 where none was sold. */
  shares: Float64Array;
}

/**
 * What changed the average order between two ranges: units in an order, prices, and the mix of products. Decomposition
 * with midpoint weights, `bennet1920`: the average order is units per order q times the mean price P, and P the sum over
 * products of share s times price p, so items = Δq · P̄, price = q̄ · Σ s̄ Δp, mix = q̄ · Σ p̄ Δs (a bar is the mean of both
 * ranges).
 *
 * @param early orders ≥ 1; quantities and amounts in any unit and in money
 * @param late the same products in the same order
 * @returns money per order. items + price + mix + other is the change of paid ÷ orders but for rounding; changing places
 *   of the ranges changes signs. A product sold in one range only has that price in both, so all of it is mix. Products
 *   without a positive quantity (returned lines, discounts) belong to `other`. Undefined when a range has no units.
 * @throws RangeError when a range has no orders or the baskets differ in length
 *
 * Fixture: `average-order.py`. Cost: linear in the products.
 *
 * @example decomposeAverageOrder({ orders: 1, paid: 10, quantities: [2], amounts: [10] },
 *   { orders: 1, paid: 18, quantities: [3], amounts: [18] }) // items 5.5, price 2.5, mix 0, other 0
 */
export function decomposeAverageOrder(early: Basket, late: Basket): AverageOrderChange | undefined {
  if (!(early.orders >= 1 && late.orders >= 1)) throw new RangeError('a range without orders has no average order');
  if (new Set([early, late].flatMap(({ quantities, amounts }) => [quantities.length, amounts.length])).size > 1) {
    throw new RangeError('as many quantities and amounts in both ranges');
  }
  const [a, b] = [pricesOf(early), pricesOf(late)];
  if (!(a.units > 0 && b.units > 0)) return undefined;
  const unitsPerOrder: [number, number] = [a.units / early.orders, b.units / late.orders];
  const otherPerOrder: [number, number] = [
    early.paid / early.orders - unitsPerOrder[0] * a.mean,
    late.paid / late.orders - unitsPerOrder[1] * b.mean,
  ];
  let [price, mix] = [0, 0];
  for (let i = 0; i < a.each.length; i++) {
    if (a.shares[i] === 0 && b.shares[i] === 0) continue;
    const before = a.shares[i] === 0 ? b.each[i] : a.each[i];
    const after = b.shares[i] === 0 ? a.each[i] : b.each[i];
    price += ((a.shares[i] + b.shares[i]) / 2) * (after - before);
    mix += ((before + after) / 2) * (b.shares[i] - a.shares[i]);
  }
  const units = (unitsPerOrder[0] + unitsPerOrder[1]) / 2;
  return {
    items: (unitsPerOrder[1] - unitsPerOrder[0]) * ((a.mean + b.mean) / 2),
    price: units * price,
    mix: units * mix,
    other: otherPerOrder[1] - otherPerOrder[0],
    unitsPerOrder,
    pricePerUnit: [a.mean, b.mean],
    otherPerOrder,
  };
}

function pricesOf({ quantities, amounts }: Basket): Prices {
  let [units, amount] = [0, 0];
  const isSold = (i: number): boolean => quantities[i] > 0;
  for (let i = 0; i < quantities.length; i++) {
    if (!isSold(i)) continue;
    units += quantities[i];
    amount += amounts[i];
  }
  const each = Float64Array.from(quantities, (quantity, i) => (isSold(i) ? amounts[i] / quantity : NaN));
  const shares = Float64Array.from(quantities, (quantity, i) => (isSold(i) ? quantity / units : 0));
  return { units, mean: amount / units, each, shares };
}
