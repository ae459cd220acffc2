/**
 * Stores the whole build on the first visit, so that the page starts with the network cut. Imports nothing: the build hands it the
 * list of files. A new build waits until the page says `skip-waiting`.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
declare const __FILES__: readonly { url: string; hash: string }[];
declare const __BUILD__: string;
declare const __SECURITY_HEADERS__: Readonly<Record<string, string>>;

const HASH_HEADER = 'X-Redito-Hash';
const scope = self.registration.scope;
/** Several copies may stand in different folders of one host: each keeps to its own caches. */
const cachePrefix = `redito ${new URL(scope).pathname} `;
const cacheName = cachePrefix + __BUILD__;
const root = new URL('index.html', scope).href;
/** Where DuckDB would look for extensions: there are none, and only a 404 ends its search cleanly. */
const extensions = new URL('duckdb-extensions/', scope).href;
const hashes = new Map(__FILES__.map(({ url, hash }) => [new URL(url, scope).href, hash]));

self.addEventListener('install', (event) => event.waitUntil(storeBuild()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') event.waitUntil(self.skipWaiting());
  if (event.data === 'build') event.ports[0]?.postMessage({ hash: __BUILD__, files: __FILES__ });
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return event.respondWith(Response.error());
  const address = url.origin + url.pathname;
  if (address.startsWith(extensions)) return event.respondWith(new Response(null, { status: 404 }));
  const file = address === scope ? root : address;
  if (request.method === 'GET' && hashes.has(file)) event.respondWith(answerFromStore(file, request));
});

async function ownCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
}

async function storeBuild(): Promise<void> {
  const cache = await caches.open(cacheName);
  const known = await Promise.all((await ownCaches()).map((name) => caches.open(name)));
  await Promise.all([...hashes].map(([address, hash]) => storeFile(cache, known, address, hash)));
}

/** Takes a file that has not changed from an earlier build's cache: DuckDB's WASM alone is 36 MB. */
async function storeFile(cache: Cache, known: readonly Cache[], address: string, hash: string): Promise<void> {
  for (const earlier of known) {
    const stored = await earlier.match(address);
    if (stored?.headers.get(HASH_HEADER) !== hash) continue;
    return earlier === cache ? undefined : keep(cache, address, stored, hash);
  }
  const named = new URL(address).pathname.includes('/assets/');
  const response = await fetch(address, { cache: named ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  await keep(cache, address, response, hash);
}

/** Always under this build's headers: an earlier build may have had another policy. */
function keep(cache: Cache, address: string, { body, headers }: Response, hash: string): Promise<void> {
  return cache.put(address, new Response(body, { headers: storedHeaders(headers, hash) }));
}

/** The policy goes with every stored file: workers take theirs from the response, and the host may have sent none. */
function storedHeaders(headers: Headers, hash: string): Record<string, string> {
  const type = headers.get('Content-Type') ?? 'application/octet-stream';
  return { ...__SECURITY_HEADERS__, 'Content-Type': type, [HASH_HEADER]: hash };
}

async function answerFromStore(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? fetch(request);
}

async function takeOver(): Promise<void> {
  const earlier = (await ownCaches()).filter((name) => name !== cacheName);
  await Promise.all(earlier.map((name) => caches.delete(name)));
  await self.clients.claim();
}
