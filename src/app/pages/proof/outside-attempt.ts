import type { NetworkWatch } from '../../network-watch.svelte.ts';

/** A name that by RFC 2606 never exists: were the policy gone, there would still be nobody to receive anything. */
export const OUTSIDE = 'https://outside.invalid/';

export type Attempt = { outcome: 'blocked'; directive: string } | { outcome: 'not-blocked' };

/** Tries to reach another origin, as code that wanted to send data away would have to. */
export async function tryOutside(network: NetworkWatch): Promise<Attempt> {
  await fetch(OUTSIDE, { mode: 'no-cors' }).catch(() => undefined);
  // The report of the violation comes in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const directive = network.directiveThatBlocked(OUTSIDE);
  return directive ? { outcome: 'blocked', directive } : { outcome: 'not-blocked' };
}
