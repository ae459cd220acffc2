import type { SimulatedSample } from '../sample.ts';
import { simulateCosts } from './costs.ts';
import { simulateLives } from './lives.ts';
import { mapping } from './mapping.ts';
import { simulateMemberships } from './memberships.ts';
import { simulateOrders } from './orders.ts';
import { simulatePeople } from './people.ts';
import { simulateService } from './service.ts';
import { shopTables } from './tables.ts';
import { simulateTouches } from './touches.ts';
import { truthOf } from './truth.ts';
import { simulateVisits } from './visits.ts';

/**
 * An online shop over 24 months whose customers, initiatives and costs are simulated; the same seed gives the same bytes.
 * @param seed whole number in [0, 2³²)
 * @throws RangeError for another seed
 */
export function simulateOnlineShop(seed: number): SimulatedSample {
  const lives = simulateLives(seed);
  const people = simulatePeople(seed, lives);
  const orders = simulateOrders(seed, lives);
  const service = simulateService(seed, lives, people);
  const costs = simulateCosts(seed, lives, orders);
  const tables = shopTables({
    ...{ lives, people, orders, service, costs },
    visits: () => simulateVisits(seed, orders),
    touches: () => simulateTouches(seed, lives),
    memberships: () => simulateMemberships(seed, lives),
  });
  return { tables, mapping, currency: 'EUR', truth: truthOf(lives, costs, service.nps) };
}
