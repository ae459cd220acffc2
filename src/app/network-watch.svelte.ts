import { getContext, setContext } from 'svelte';
import { asRequest, REQUESTS_CHANNEL, TELL, type ThreadRequests } from '../core/thread-requests.ts';
import type { ProofRecord } from './pages/proof/proof-record.ts';

export interface OriginRequests {
  origin: string;
  own: boolean;
  requests: number;
}

type Blocked = ThreadRequests['blocked'][number];

/** Every request of this page and its workers by where it went, and every one that the policy stopped, from their start on. */
export class NetworkWatch {
  readonly own: string;
  #page = $state.raw<ThreadRequests['requests']>([]);
  /** As the workers last told, by thread. */
  #workers = $state.raw<ReadonlyMap<string, ThreadRequests>>(new Map());
  #stopped = $state.raw<readonly Blocked[]>([]);
  readonly #violations = new Map<string, number>();

  readonly #all = $derived([...this.#page, ...[...this.#workers.values()].flatMap(({ requests }) => requests)]);
  readonly #blocked: readonly Blocked[] = $derived([
    ...this.#stopped,
    ...[...this.#workers.values()].flatMap(({ blocked }) => onceEach(blocked)),
  ]);

  /** Requests that went to another origin. A stopped one may leave a record too: without any duration. */
  readonly foreign: readonly string[] = $derived(
    this.#all
      .filter(({ url }) => originOf(url) !== this.own)
      .filter(({ url, instant }) => !(instant && this.#blocked.some((blocked) => blocked.url === url)))
      .map(({ url }) => url),
  );
  readonly foreignCount: number = $derived(this.foreign.length);
  readonly blockedCount: number = $derived(this.#blocked.length);
  readonly ownCount: number = $derived(this.#all.filter(({ url }) => originOf(url) === this.own).length);

  /** Own origin first. */
  readonly origins: readonly OriginRequests[] = $derived.by(() => {
    const counts = new Map([[this.own, this.ownCount]]);
    for (const url of this.foreign) counts.set(originOf(url), (counts.get(originOf(url)) ?? 0) + 1);
    return [...counts].map(([origin, requests]) => ({ origin, own: origin === this.own, requests }));
  });

  constructor(own: string = location.origin) {
    this.own = own;
  }

  /** All of it as plain data, without what was asked for at this address. */
  get summary(): ProofRecord['requests'] {
    const threads = new Map([['page', this.#page.length]]);
    for (const { thread, requests } of this.#workers.values()) {
      threads.set(thread, (threads.get(thread) ?? 0) + requests.length);
    }
    const { ownCount, foreign } = this;
    return { own: ownCount, foreign: [...foreign], blocked: [...this.#blocked], threads: Object.fromEntries(threads) };
  }

  /** @returns what ends the watch */
  start(): () => void {
    performance.setResourceTimingBufferSize(2000);
    const observer = new PerformanceObserver((list) => {
      this.record(list.getEntriesByType('resource') as PerformanceResourceTiming[]);
    });
    observer.observe({ type: 'resource', buffered: true });
    const onViolation = (event: SecurityPolicyViolationEvent): void => this.recordViolation(event);
    document.addEventListener('securitypolicyviolation', onViolation);
    const channel = new BroadcastChannel(REQUESTS_CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<ThreadRequests | typeof TELL>) => data !== TELL && this.hear(data);
    channel.postMessage(TELL);
    return () => {
      observer.disconnect();
      document.removeEventListener('securitypolicyviolation', onViolation);
      channel.close();
    };
  }

  record(entries: readonly Pick<PerformanceResourceTiming, 'name' | 'duration' | 'responseStatus'>[]): void {
    this.#page = [...this.#page, ...entries.map(asRequest).filter(isRequest)];
  }

  /** All that a worker has asked for so far. */
  hear(told: ThreadRequests): void {
    this.#workers = new Map(this.#workers).set(told.id, { ...told, requests: told.requests.filter(isRequest) });
  }

  /** The header and the `<meta>` are two policies and tell of the same request twice. */
  recordViolation({
    blockedURI,
    effectiveDirective,
    originalPolicy,
  }: Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'effectiveDirective' | 'originalPolicy'>): void {
    const seen = `${blockedURI} ${originalPolicy}`;
    const times = (this.#violations.get(seen) ?? 0) + 1;
    this.#violations.set(seen, times);
    if (this.#stopped.filter(({ url }) => url === blockedURI).length >= times) return;
    this.#stopped = [...this.#stopped, { url: blockedURI, directive: effectiveDirective }];
  }

  directiveThatBlocked(url: string): string | undefined {
    return this.#stopped.find((blocked) => blocked.url === url)?.directive;
  }
}

/** What the page holds itself (data:, blob:) is no request. */
function isRequest({ url }: { url: string }): boolean {
  return /^(https?|wss?):/.test(url);
}

/** Of a worker's violations each is told once. */
function onceEach(blocked: readonly Blocked[]): Blocked[] {
  return [...new Map(blocked.map((one) => [one.url, one])).values()];
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

const KEY = Symbol('network watch');

/** For the page's life. */
export function provideNetworkWatch(watch: NetworkWatch): NetworkWatch {
  watch.start();
  return setContext(KEY, watch);
}

export function useNetworkWatch(): NetworkWatch {
  return getContext<NetworkWatch>(KEY);
}
