import { getContext, setContext } from 'svelte';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'failed';
  /** Stays until it is dismissed. */
  lasting?: boolean;
  /** One button, e.g. Undo. */
  action?: { label: string; run: () => void };
}

interface Timer {
  handle: ReturnType<typeof setTimeout> | undefined;
}

const SHOWN_MS = 6_000;
/** Time enough to read and to reach the button. */
const SHOWN_WITH_ACTION_MS = 12_000;
const MOST = 4;

/**
 * Short notices that go by themselves; they wait while the pointer or the keyboard is on them. Of those that say the same only
 * the newest is seen; one with an action comes back once the newer one has been acted on: two things that were removed can both
 * be restored.
 */
export class ToastQueue {
  toasts = $state.raw<readonly Toast[]>([]);
  #next = 1;
  readonly #timers: Record<number, Timer> = {};

  show(toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): number {
    const id = this.#next++;
    const shown: Toast = { tone: 'plain', ...toast, id };
    for (const earlier of this.toasts) if (isSame(earlier, shown) && !earlier.action) this.dismiss(earlier.id);
    this.toasts = [...this.toasts, shown].slice(-MOST);
    if (!toast.lasting) this.#start(id, toast.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
    return id;
  }

  /** Those that are to be seen. */
  get seen(): readonly Toast[] {
    return this.toasts.filter((toast, i) => !this.toasts.slice(i + 1).some((later) => isSame(toast, later)));
  }

  /** With all that say the same. */
  close(closed: Toast): void {
    for (const toast of this.toasts) if (isSame(toast, closed)) this.dismiss(toast.id);
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers[id]?.handle);
    delete this.#timers[id];
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  act(toast: Toast): void {
    this.dismiss(toast.id);
    toast.action?.run();
  }

  hold(): void {
    for (const { id } of this.toasts) clearTimeout(this.#timers[id]?.handle);
  }

  release(): void {
    for (const toast of this.toasts) if (!toast.lasting) this.#start(toast.id, SHOWN_MS);
  }

  #start(id: number, milliseconds: number): void {
    clearTimeout(this.#timers[id]?.handle);
    this.#timers[id] = { handle: setTimeout(() => this.dismiss(id), milliseconds) };
  }
}

function isSame(one: Toast, other: Toast): boolean {
  return one.text === other.text && one.tone === other.tone;
}

const KEY = Symbol('toasts');

export function provideToasts(queue: ToastQueue): ToastQueue {
  return setContext(KEY, queue);
}

export function useToasts(): ToastQueue {
  return getContext<ToastQueue>(KEY);
}
