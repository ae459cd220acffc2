import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { headersFor, readHeaderRules } from './headers.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The path that is asked for; undefined when the address is none. */
function pathOf(url = '/') {
  try {
    // Joined as text: `//host/x` would be taken for another host.
    const path = decodeURIComponent(new URL(`http://localhost${url}`).pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    // Such as `/%`: an answer, not the end of the server.
    return undefined;
  }
}

function find(directory, path) {
  const file = join(directory, normalize(path.endsWith('/') ? `${path}index.html` : path));
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() && !file.endsWith('_headers') ? { file, stats } : undefined;
  } catch {
    // A file taken for a folder, a name too long: there is nothing there.
    return undefined;
  }
}

/**
 * Serves a build as a static host does: the headers of its `_headers`, 404 for what is not there, no fallback page.
 * @param {string} directory
 * @param {{ port?: number, tries?: number, base?: string }} options port 0 takes any; `tries` goes on to the next ports;
 *   `base` puts the build into a folder, e.g. `/team/redito/`
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve(directory, { port = 0, tries = 1, base = '/' } = {}) {
  const rules = readHeaderRules(join(directory, '_headers'));
  const server = createServer((request, response) => {
    const path = pathOf(request.url);
    if (path === undefined) {
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Bad request\n');
      return;
    }
    const found = path.startsWith(base) ? find(directory, `/${path.slice(base.length)}`) : undefined;
    const headers = headersFor(rules, `/${path.slice(base.length)}`);
    if (!found) {
      // What comes later must not be taken for missing as long as a file may be kept.
      const kept = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
      response.writeHead(404, { ...headers, ...kept }).end('Not found\n');
      return;
    }
    const tag = `"${found.stats.size.toString(36)}-${Math.trunc(found.stats.mtimeMs).toString(36)}"`;
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, { ...headers, ETag: tag }).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': TYPES[extname(found.file)] ?? 'application/octet-stream',
      'Content-Length': found.stats.size,
      ETag: tag,
    });
    if (request.method === 'HEAD') response.end();
    else {
      createReadStream(found.file)
        .on('error', () => response.destroy())
        .pipe(response);
    }
  });
  const free = await listen(server, port, tries);
  return {
    address: `http://localhost:${free}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server, first, tries) {
  for (let port = first; ; port += 1) {
    try {
      return await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, 'localhost', () => {
          server.off('error', reject);
          resolve(server.address().port);
        });
      });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port + 1 >= first + tries) throw error;
    }
  }
}
