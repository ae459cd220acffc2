import { afterEach, describe, expect, it, vi } from 'vitest';
import { NetworkWatch } from '../../../src/app/network-watch.svelte.ts';
import { OUTSIDE, tryOutside } from '../../../src/app/pages/proof/outside-attempt.ts';

const left = { duration: 12, responseStatus: 200 };
const stopped = { duration: 0, responseStatus: 0 };
const violation = (blockedURI: string, originalPolicy: string) => ({
  blockedURI,
  effectiveDirective: 'connect-src',
  originalPolicy,
});

let stop = (): void => undefined;
afterEach(() => stop());

describe('NetworkWatch', () => {
  it('counts the requests of the page before and after it starts, by origin', async () => {
    await fetch('/icon.svg');
    const watch = new NetworkWatch();
    stop = watch.start();
    await vi.waitFor(() => expect(watch.ownCount).toBeGreaterThan(0));
    const before = watch.ownCount;
    await fetch('/icon.svg');
    await vi.waitFor(() => expect(watch.ownCount).toBeGreaterThan(before));
    expect(watch.foreignCount).toBe(0);
    expect(watch.origins.map(({ origin }) => origin)).toEqual([location.origin]);
  });

  it('counts a request that left', () => {
    const watch = new NetworkWatch('https://own.example');
    watch.record([
      { name: 'https://own.example/a', ...left },
      { name: 'https://other.example/b?c', ...left },
      { name: 'data:text/plain,x', ...left },
    ]);
    expect(watch.foreign).toEqual(['https://other.example/b?c']);
    expect(watch.origins).toEqual([
      { origin: 'https://own.example', own: true, requests: 1 },
      { origin: 'https://other.example', own: false, requests: 1 },
    ]);
  });

  it('does not take a stopped request for one that left, in either order', () => {
    const watch = new NetworkWatch('https://own.example');
    watch.record([{ name: 'https://a.example/', ...stopped }]);
    watch.recordViolation(violation('https://a.example/', 'p'));
    watch.recordViolation(violation('https://b.example/', 'p'));
    watch.record([{ name: 'https://b.example/', ...stopped }]);
    expect([watch.foreignCount, watch.blockedCount]).toEqual([0, 2]);
  });

  it('counts a request that left although one to the same address was stopped before', () => {
    const watch = new NetworkWatch('https://own.example');
    watch.recordViolation(violation('https://a.example/', 'p'));
    watch.record([{ name: 'https://a.example/', ...left }]);
    expect(watch.foreignCount).toBe(1);
  });

  it('counts a stop once although two policies tell of it', () => {
    const watch = new NetworkWatch('https://own.example');
    for (const policy of ['header', 'meta', 'header', 'meta'])
      watch.recordViolation(violation('https://a.example/', policy));
    expect(watch.blockedCount).toBe(2);
  });
});

describe('tryOutside', () => {
  it('is stopped by the policy and does not count as having left', async () => {
    const watch = new NetworkWatch();
    stop = watch.start();
    expect(await tryOutside(watch)).toEqual({ outcome: 'blocked', directive: 'connect-src' });
    expect([watch.foreignCount, watch.blockedCount]).toEqual([0, 1]);
    expect(watch.directiveThatBlocked(OUTSIDE)).toBe('connect-src');
  });

  it('says so when nothing stops it', async () => {
    expect(await tryOutside(new NetworkWatch())).toEqual({ outcome: 'not-blocked' });
  });
});
