import { getContext, setContext } from 'svelte';
import type { Conflicts } from '../core/append-plan.ts';
import type { TableInfo } from '../core/table-info.ts';
import type { ToastQueue } from '../ui/toast-queue.svelte.ts';
import type { CallOptions } from '../workbench/client.ts';
import { explainError } from './describe-error.ts';
import type { FileImport } from './importing.svelte.ts';
import type { Session } from './session.svelte.ts';
import { meantFor, standsFor, type StandsFor } from './stands-for.ts';

export type AgainKind = 'replace' | 'append';

/** What is asked before a file takes the place of a table or goes behind it. */
export interface AskedAgain {
  kind: AgainKind;
  target: TableInfo;
  item: FileImport;
  /** What the file has brought for it; nothing while it is read, or when it was refused. */
  table: TableInfo | undefined;
  /** The file came for this alone: it goes again when it is not wanted. */
  isPicked: boolean;
}

/** Files that come again, as a person decides it: shown before anything changes, and undone. */
export class AgainDesk {
  asked = $state.raw<AskedAgain | undefined>();
  /** For what the file is that is being chosen. */
  picking = $state.raw<Pick<AskedAgain, 'kind' | 'target'> | undefined>();
  /** Ids of tables that stay beside those that they look like. */
  #kept = $state.raw<readonly string[]>([]);
  readonly #session: Session;
  readonly #toasts: ToastQueue;

  constructor(session: Session, toasts: ToastQueue) {
    this.#session = session;
    this.#toasts = toasts;
  }

  /** The table that one of a file's tables may be meant for, as long as nothing is decided. */
  offerFor(item: FileImport, table: TableInfo): StandsFor | undefined {
    const isDecided = item.isJoined || this.#kept.includes(table.id ?? '') || table.sample !== undefined;
    return isDecided ? undefined : standsFor(table, this.#session.tables);
  }

  keepBoth(table: TableInfo): void {
    if (table.id !== undefined) this.#kept = [...this.#kept, table.id];
  }

  ask(kind: AgainKind, target: TableInfo, item: FileImport, table: TableInfo): void {
    this.asked = { kind, target, item, table, isPicked: false };
  }

  /** The file is read as any other, and then asked about. */
  async take(file: File): Promise<void> {
    const { picking } = this;
    this.picking = undefined;
    if (!picking) return;
    const { importing } = this.#session;
    try {
      const coming = this.#session.importFiles([file]);
      const item = importing.files.findLast((one) => one.file === file)!;
      this.asked = { ...picking, item, table: undefined, isPicked: true };
      await coming;
      if (this.asked?.item === item) this.asked = { ...this.asked, table: meantFor(picking.target, item.tables) };
      else await this.#withdraw(item);
    } catch (error) {
      this.asked = undefined;
      this.#fail(error);
    }
  }

  /** Whether its file is read still, or was read and is about to be asked about. */
  isComing({ item, table }: AskedAgain): boolean {
    return item.status === 'waiting' || item.status === 'reading' || (!table && item.tables.length > 0);
  }

  async leave(): Promise<void> {
    const { asked } = this;
    this.asked = undefined;
    if (!asked?.isPicked) return;
    // Who waits for what is coming withdraws it then.
    if (this.isComing(asked)) asked.item.cancel();
    else await this.#withdraw(asked.item);
  }

  async replace(options: CallOptions): Promise<void> {
    await this.#do('again.replace.done', (target, table, isPicked) =>
      this.#session.workbench.replaceTable(target.name, table.name, isPicked, options),
    );
  }

  async append(how: { key: string[]; conflicts: Conflicts }, options: CallOptions): Promise<void> {
    await this.#do('again.append.done', (target, table, isPicked) =>
      this.#session.workbench.appendTable(target.name, table.name, how, isPicked, options),
    );
  }

  async #do(
    done: 'again.replace.done' | 'again.append.done',
    work: (target: TableInfo, table: TableInfo, isPicked: boolean) => Promise<{ table: TableInfo; undo: string }>,
  ): Promise<void> {
    const { target, table, item, kind, isPicked } = this.asked!;
    const { speech } = this.#session;
    const came = await work(target, table!, isPicked);
    const takeBack = item.became(table!, came.table, kind === 'append');
    this.asked = undefined;
    await this.#session.refresh();
    const undo = async (): Promise<void> => {
      try {
        await this.#session.workbench.undoImportAgain(came.undo);
        await this.#session.refresh();
        takeBack(this.#session.tables.find(({ id }) => id === table!.id));
        if (item.tables.length === 0) this.#session.importing.remove(item);
        this.#toasts.show({ text: speech.say('again.undone', { table: target.name }) });
      } catch (error) {
        this.#fail(error);
      }
    };
    this.#toasts.show({
      text: speech.say(done, { file: item.name, table: target.name }),
      action: { label: speech.say('ui.undo'), run: () => void undo() },
    });
  }

  async #withdraw(item: FileImport): Promise<void> {
    try {
      for (const { name } of item.tables) await this.#session.workbench.withdrawTable(name);
      this.#session.importing.remove(item);
      await this.#session.refresh();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#toasts.show({ text: explainError(error, this.#session.speech), tone: 'failed' });
  }
}

const KEY = Symbol('again-desk');

export function provideAgainDesk(desk: AgainDesk): AgainDesk {
  return setContext(KEY, desk);
}

export function useAgainDesk(): AgainDesk {
  return getContext<AgainDesk>(KEY);
}
