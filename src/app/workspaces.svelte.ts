import type { ErrorData } from '../core/errors.ts';
import type { CallOptions, Workbench } from '../workbench/client.ts';
import type { Opened, WorkspaceInfo } from '../workbench/contract.ts';

const KEY = 'redito.workspace';

/** The workspaces of this browser, the one that this tab has open, and what is done to them as wholes. */
export class Workspaces {
  /** None when they cannot be stored. */
  all = $state.raw<readonly WorkspaceInfo[]>([]);
  openId = $state<string>();
  #sought = $state<string>();
  readonly #workbench: Workbench;
  readonly #changeTo: (opened: Opened) => Promise<void>;

  constructor(workbench: Workbench, changeTo: (opened: Opened) => Promise<void>) {
    this.#workbench = workbench;
    this.#changeTo = changeTo;
  }

  /** Two tabs can have two of them open: each opens its own again when it is reloaded. */
  get wanted(): string | undefined {
    try {
      return sessionStorage.getItem(KEY) ?? undefined;
    } catch {
      // Storage is switched off: the one that was opened last.
      return undefined;
    }
  }

  get open(): WorkspaceInfo | undefined {
    return this.all.find(({ id }) => id === this.openId);
  }

  /** Id of the one that this tab would have, also while another tab has it. */
  get soughtId(): string | undefined {
    return this.#sought ?? this.openId;
  }

  /** It could not be opened. */
  seek({ details }: ErrorData): void {
    if (typeof details['workspace'] === 'string') this.#sought = details['workspace'];
  }

  take({ workspaces, workspace, isReadOnly }: Opened): void {
    // A copy is none of them: what it was made of is still what this tab would have.
    if (isReadOnly) return;
    this.all = workspaces;
    this.openId = workspace;
    this.#sought = undefined;
    this.#want(workspace);
  }

  /** Also while none is open: to open another one. */
  async list(): Promise<void> {
    this.all = await this.#workbench.workspaces();
  }

  save(options: CallOptions = {}): Promise<Blob> {
    return this.#workbench.saveWorkspace(options);
  }

  async openFile(file: Blob, options: CallOptions = {}): Promise<void> {
    await this.#changeTo(await this.#workbench.openWorkspaceFile(file, options));
  }

  async undoOpenFile(): Promise<void> {
    await this.#changeTo(await this.#workbench.undoOpenWorkspaceFile());
  }

  async create(name: string): Promise<void> {
    await this.#changeTo(await this.#workbench.createWorkspace(name));
  }

  async switchTo(id: string): Promise<void> {
    await this.#changeTo(await this.#workbench.switchWorkspace(id));
  }

  async rename(id: string, name: string): Promise<void> {
    this.all = await this.#workbench.renameWorkspace(id, name);
  }

  /** The page stays where it is when another one than its own goes. */
  async remove(id: string): Promise<void> {
    const isOpen = id === this.openId;
    const opened = await this.#workbench.deleteWorkspace(id);
    if (isOpen) await this.#changeTo(opened);
    else this.take(opened);
  }

  /** The next start opens this one, or the one that was opened last. */
  want(id: string): void {
    this.#want(id);
  }

  #want(id: string | undefined): void {
    try {
      if (id === undefined || this.all.length < 2) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, id);
    } catch {
      // Storage is switched off: see above.
    }
  }
}
