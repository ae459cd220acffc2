const KEY = 'redito.persistence-asked';

/** Whether the browser may clear what is stored when the disk gets full. It is asked once, when the analyst says so. */
export class Persistence {
  /** Undefined where the browser does not tell. */
  isKept = $state<boolean>();
  /** The analyst has answered: no page brings it up again by itself. */
  wasAsked = $state(remembered());

  async look(): Promise<void> {
    this.isKept = await navigator.storage?.persisted?.();
  }

  /** Some browsers ask the analyst now, others decide by themselves. */
  async ask(): Promise<void> {
    this.answered();
    this.isKept = await navigator.storage.persist();
  }

  answered(): void {
    this.wasAsked = true;
    try {
      localStorage.setItem(KEY, 'yes');
    } catch {
      // Storage is switched off: it is brought up again in another tab.
    }
  }

  /** Everything is forgotten: what comes afterwards is new. */
  forget(): void {
    this.wasAsked = false;
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Storage is switched off: there is nothing to remove.
    }
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
