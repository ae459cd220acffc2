/** What one thread has asked the network for since it began. */
export interface ThreadRequests {
  /** Names the thread: workers of one kind come and go. */
  id: string;
  thread: string;
  requests: { url: string; instant: boolean }[];
  blocked: { url: string; directive: string }[];
}

/** Workers tell of their requests there, and again when they are asked with `TELL`. */
export const REQUESTS_CHANNEL = 'redito-requests';
export const TELL = 'tell';

/** A record of a request that the policy stopped has no duration and no status. */
export function asRequest({
  name,
  duration,
  responseStatus,
}: Pick<PerformanceResourceTiming, 'name' | 'duration' | 'responseStatus'>): ThreadRequests['requests'][number] {
  return { url: name, instant: duration === 0 && !responseStatus };
}

/** To be called once, at the beginning of a worker: the page counts its own requests only. */
export function tellRequests(thread: string): void {
  const told: ThreadRequests = { id: `${thread} ${performance.timeOrigin}`, thread, requests: [], blocked: [] };
  const channel = new BroadcastChannel(REQUESTS_CHANNEL);
  const tell = (): void => channel.postMessage(told);
  channel.onmessage = ({ data }) => data === TELL && tell();
  new PerformanceObserver((list) => {
    told.requests.push(...(list.getEntriesByType('resource') as PerformanceResourceTiming[]).map(asRequest));
    tell();
  }).observe({ type: 'resource', buffered: true });
  globalThis.addEventListener('securitypolicyviolation', (event) => {
    const { blockedURI, effectiveDirective } = event as SecurityPolicyViolationEvent;
    told.blocked.push({ url: blockedURI, directive: effectiveDirective });
    tell();
  });
}
