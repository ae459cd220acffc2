import type { ThreadRequests } from '../../../core/thread-requests.ts';

/** What the service worker says of the build it serves. */
export interface Build {
  hash: string;
  files: { url: string; hash: string }[];
}

/** Everything that can be held against this page later, and nothing of what is in the tables. */
export interface ProofRecord {
  format: 'redito-proof';
  version: 1;
  /** ISO 8601, UTC. */
  madeAt: string;
  address: string;
  browser: string;
  versions: Record<string, string>;
  build: Build | 'not served by the stored program';
  policy: { inPage: string | null; header: string | null };
  requests: { own: number; foreign: string[]; blocked: ThreadRequests['blocked']; threads: Record<string, number> };
  /** What came of the attempt to reach another address. */
  breakOut: 'not tried' | { stoppedBy: string };
  /** In the order of import. The hash is of the values, from which they cannot be found. */
  tables: { rows: number; columns: number; hash: string }[];
}

export interface SealedRecord {
  blob: Blob;
  /** Of the file's bytes: 64 hex digits, as `sha256sum` gives them. */
  sha256: string;
}

export async function sealRecord(record: ProofRecord): Promise<SealedRecord> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { blob: new Blob([bytes], { type: 'application/json' }), sha256 };
}

const PATIENCE_MS = 3_000;

/** Undefined where no service worker serves this page: in development, and in some private windows. */
export async function readBuild(container: ServiceWorkerContainer | undefined): Promise<Build | undefined> {
  const registration = await container?.getRegistration();
  const worker = registration?.active;
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<Build>) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.postMessage('build', [port2]);
  });
}
