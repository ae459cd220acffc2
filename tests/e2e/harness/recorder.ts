import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorder {
  /** As a browser's proxy. */
  address: string;
  /** Where anything wanted to go: what arrives here left the page, whoever sent it. */
  seen: string[];
  close(): Promise<void>;
}

/** A proxy that notes every request and answers none: pages, workers, service workers, sockets and prefetches all end here. */
export async function startRecorder(): Promise<Recorder> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
