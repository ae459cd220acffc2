import type { Places } from './places.ts';
import type { Workspace } from './workspace.ts';

/** What has come waits so long for what comes next. */
const PATIENCE_MS = 500;

/** To write everything to disk takes as long as to store a small file: several that come one upon the other share it. */
export class SharedSave {
  readonly #places: Places;
  #next: { workspace: Workspace; saved: Promise<void> } | undefined;

  /** @param places of those that will save */
  constructor(places: Places) {
    this.#places = places;
  }

  /** Resolves when all that the workspace holds now is on disk. */
  save(workspace: Workspace): Promise<void> {
    if (this.#next?.workspace !== workspace) this.#next = { workspace, saved: this.#soon(workspace) };
    return this.#next.saved;
  }

  async #soon(workspace: Workspace): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([this.#places.free(), patience]);
    clearTimeout(timer);
    // What comes from here on may be too late for this one.
    if (this.#next?.workspace === workspace) this.#next = undefined;
    await workspace.save();
  }
}
