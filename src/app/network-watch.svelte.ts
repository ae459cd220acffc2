import { getContext, setContext } from 'svelte';

export interface OriginRequests {
  origin: string;
  own: boolean;
  requests: number;
}

interface Blocked {
  url: string;
  directive: string;
}

/** Every request of this page by where it went, and every one that the policy stopped. Counts from the page's start. */
export class NetworkWatch {
  readonly own: string;
  #counts = $state.raw<ReadonlyMap<string, number>>(new Map());
  #foreign = $state.raw<readonly { url: string; instant: boolean }[]>([]);
  #blocked = $state.raw<readonly Blocked[]>([]);
  readonly #violations = new Map<string, number>();

  /** Requests that went to another origin. A stopped one may leave a record too: without any duration. */
  readonly foreign: readonly string[] = $derived(
    this.#foreign
      .filter(({ url, instant }) => !(instant && this.#blocked.some((blocked) => blocked.url === url)))
      .map(({ url }) => url),
  );
  readonly foreignCount: number = $derived(this.foreign.length);
  readonly blockedCount: number = $derived(this.#blocked.length);
  readonly ownCount: number = $derived.by(() => this.#counts.get(this.own) ?? 0);

  /** Own origin first. */
  readonly origins: readonly OriginRequests[] = $derived.by(() => {
    const counts = new Map([[this.own, this.ownCount]]);
    for (const url of this.foreign) counts.set(originOf(url), (counts.get(originOf(url)) ?? 0) + 1);
    return [...counts].map(([origin, requests]) => ({ origin, own: origin === this.own, requests }));
  });

  constructor(own: string = location.origin) {
    this.own = own;
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
    return () => {
      observer.disconnect();
      document.removeEventListener('securitypolicyviolation', onViolation);
    };
  }

  record(entries: readonly Pick<PerformanceResourceTiming, 'name' | 'duration' | 'responseStatus'>[]): void {
    const counts = new Map(this.#counts);
    const foreign = [...this.#foreign];
    for (const { name, duration, responseStatus } of entries) {
      const origin = originOf(name);
      // What the page holds itself (data:, blob:) is no request.
      if (!/^(https?|wss?):/.test(name)) continue;
      counts.set(origin, (counts.get(origin) ?? 0) + 1);
      if (origin !== this.own) foreign.push({ url: name, instant: duration === 0 && !responseStatus });
    }
    this.#counts = counts;
    this.#foreign = foreign;
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
    if (this.#blocked.filter(({ url }) => url === blockedURI).length >= times) return;
    this.#blocked = [...this.#blocked, { url: blockedURI, directive: effectiveDirective }];
  }

  directiveThatBlocked(url: string): string | undefined {
    return this.#blocked.find((blocked) => blocked.url === url)?.directive;
  }
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
