import { afterEach, describe, expect, it, vi } from 'vitest';

const SCOPE = 'https://example.test/';

/** One cache with one file, as an earlier build left it. */
function earlierCache(headers: Record<string, string>) {
  return { match: () => Promise.resolve(new Response('code', { headers })), put: vi.fn() };
}

afterEach(() => void vi.unstubAllGlobals());

describe('the service worker', () => {
  it('takes an unchanged file from an earlier build, under the headers of its own', async () => {
    const own = {
      match: () => Promise.resolve(undefined),
      put: vi.fn((_url: string, _response: Response) => undefined),
    };
    const stores: Record<string, unknown> = {
      'redito / old': earlierCache({
        'X-Redito-Hash': 'same',
        'Content-Type': 'text/javascript',
        'Content-Security-Policy': 'old',
      }),
      'redito / new': own,
    };
    const listeners = new Map<string, (event: { waitUntil: (work: Promise<void>) => void }) => void>();
    vi.stubGlobal('self', {
      registration: { scope: SCOPE },
      addEventListener: (name: string, listener: never) => listeners.set(name, listener),
    });
    vi.stubGlobal('caches', {
      keys: () => Promise.resolve(Object.keys(stores)),
      open: (name: string) => Promise.resolve(stores[name]),
    });
    vi.stubGlobal('__FILES__', [{ url: 'assets/a.js', hash: 'same' }]);
    vi.stubGlobal('__BUILD__', 'new');
    vi.stubGlobal('__SECURITY_HEADERS__', { 'Content-Security-Policy': 'new' });
    await import('../../../src/service-worker.ts');

    let work: Promise<void> | undefined;
    listeners.get('install')?.({ waitUntil: (given) => (work = given) });
    await work;
    const [address, response] = own.put.mock.lastCall!;
    expect(address).toBe(`${SCOPE}assets/a.js`);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-security-policy': 'new',
      'content-type': 'text/javascript',
      'x-redito-hash': 'same',
    });
    expect(await response.text()).toBe('code');
  });
});
