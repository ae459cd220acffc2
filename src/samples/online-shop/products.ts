import { CATEGORIES, MARGIN, type Category } from './scenario.ts';

export interface Product {
  id: string;
  name: string;
  category: Category;
  price: number;
}

/** From the cheapest to the dearest of a category; prices grow by a constant factor. */
const RANGE: Record<Category, { lowest: number; highest: number; names: readonly string[] }> = {
  fashion: {
    lowest: 6,
    highest: 240,
    names: [
      'Socks',
      'Belt',
      'T-shirt',
      'Scarf',
      'Shirt',
      'Jeans',
      'Dress',
      'Knitwear',
      'Sneakers',
      'Blazer',
      'Boots',
      'Coat',
    ],
  },
  home: {
    lowest: 5,
    highest: 320,
    names: [
      'Candle',
      'Mug',
      'Vase',
      'Cushion',
      'Bed linen',
      'Towel set',
      'Lamp',
      'Pan set',
      'Blanket',
      'Mirror',
      'Rug',
      'Armchair',
    ],
  },
  electronics: {
    lowest: 8,
    highest: 480,
    names: [
      'Cable',
      'Charger',
      'Mouse',
      'Earphones',
      'Power bank',
      'Keyboard',
      'Speaker',
      'Smart plug set',
      'Headphones',
      'E-reader',
      'Smartwatch',
      'Tablet',
    ],
  },
  beauty: {
    lowest: 4,
    highest: 120,
    names: [
      'Soap',
      'Lip balm',
      'Hand cream',
      'Shampoo',
      'Mascara',
      'Face cream',
      'Serum',
      'Make-up set',
      'Sun care set',
      'Perfume',
      'Hair dryer',
      'Care set',
    ],
  },
};

export const products: readonly Product[] = CATEGORIES.flatMap((category) => {
  const { lowest, highest, names } = RANGE[category];
  const factor = (highest / lowest) ** (1 / (names.length - 1));
  return names.map((name, i) => ({
    id: `${category.slice(0, 1).toUpperCase()}${String(i + 1).padStart(2, '0')}`,
    name,
    category,
    price: Math.round(lowest * factor ** i * 100) / 100,
  }));
});

const byCategory = Object.fromEntries(
  CATEGORIES.map((category) => [category, products.filter((product) => product.category === category)]),
) as Record<Category, Product[]>;

/** The product of a category whose price is nearest to an amount, by ratio. */
export function productAt(category: Category, amount: number): Product {
  const range = byCategory[category];
  const { lowest, highest } = RANGE[category];
  const position = (Math.log(amount / lowest) / Math.log(highest / lowest)) * (range.length - 1);
  return range[Math.min(range.length - 1, Math.max(0, Math.round(position)))];
}

export function costOf(product: Product): number {
  return Math.round(product.price * (1 - MARGIN[product.category]) * 100) / 100;
}
