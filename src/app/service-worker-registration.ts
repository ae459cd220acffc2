export interface ServiceWorkerCallbacks {
  /** A new build is stored and waits; `apply` switches to it and reloads the page. */
  onUpdate(apply: () => void): void;
  /** The build is stored: from now on the page starts without a network. Called once per visit. */
  onOfflineReady(): void;
}

/** Does nothing in development and where the browser has no service workers (some private windows). */
export async function registerServiceWorker({ onUpdate, onOfflineReady }: ServiceWorkerCallbacks): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  const registration = await container
    .register('./service-worker.js', { updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;

  const offer = (waiting: ServiceWorker) =>
    onUpdate(() => {
      container.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('skip-waiting');
    });
  const watch = (installing: ServiceWorker | null) =>
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && registration.active) offer(installing);
    });

  if (registration.waiting && registration.active) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  document.addEventListener('visibilitychange', () => {
    // Without a network there is nothing newer to find.
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
  await container.ready;
  onOfflineReady();
}
