import { getContext, setContext } from 'svelte';
import type { Json } from '../core/json.ts';

/** Where the analyst is: `#/churn-risk?windowDays=60`. The address holds it, so that a link or a reload comes back. */
export class Router {
  page = $state('data');
  parameters = $state.raw<Record<string, Json>>({});

  constructor() {
    this.#read();
    window.addEventListener('hashchange', () => this.#read());
  }

  go(page: string, parameters: Record<string, Json> = {}): void {
    location.hash = hrefOf(page, parameters);
  }

  /**
   * Changes the address without a step to go back to.
   * @param search with its question mark; left out: as it is
   */
  replace(parameters: Record<string, Json>, { page = this.page, search = '' } = {}): void {
    history.replaceState(history.state, '', `${search}${hrefOf(page, parameters)}`);
    this.#read();
  }

  #read(): void {
    const [page, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
    this.page = page || 'data';
    this.parameters = Object.fromEntries([...new URLSearchParams(query)].map(([name, text]) => [name, parse(text)]));
  }
}

export function hrefOf(page: string, parameters: Record<string, Json> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) query.set(name, write(value));
  return `#/${page}${query.size > 0 ? `?${query}` : ''}`;
}

/** Text stays readable in the address unless it would be read back as something else. */
function write(value: Json): string {
  return typeof value === 'string' && typeof parse(value) === 'string' ? value : JSON.stringify(value);
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Not JSON: it is plain text.
    return text;
  }
}

const KEY = Symbol('router');

export function provideRouter(router: Router): Router {
  return setContext(KEY, router);
}

export function useRouter(): Router {
  return getContext<Router>(KEY);
}
