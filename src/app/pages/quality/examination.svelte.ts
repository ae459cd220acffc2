import { isCancelled, toErrorData, type ErrorData } from '../../../core/errors.ts';
import type { QualityRule } from '../../../semantics/quality/quality.ts';
import type { RemedyOffer } from '../../../semantics/quality/remedy.ts';
import type { Workbench } from '../../../workbench/client.ts';
import type { QualityPlan, RemedyState, TablePart } from '../../../workbench/contract.ts';
import type { Session } from '../../session.svelte.ts';
import { weightiestFirst } from './finding-weight.ts';

export type ShownFinding = TablePart['findings'][number];

type PlannedTable = QualityPlan['tables'][number];

/** What is known of one table so far. */
export interface ShownTable extends PlannedTable {
  /** 0 to 100: what the findings have left. */
  score: number;
  /** The weightiest first. */
  findings: ShownFinding[];
  passed: QualityRule[];
  without: QualityRule[];
  done: boolean;
}

/** The examination of all tables as the page shows it: it fills in part by part, can be stopped and goes on where it was. */
export class QualityExamination {
  plan = $state.raw<QualityPlan | undefined>();
  running = $state(false);
  stopped = $state(false);
  /** The finding whose remedy is being put in force or taken back. */
  changing = $state<string | undefined>();
  failure = $state.raw<ErrorData | undefined>();
  #parts = $state.raw<ReadonlyMap<string, TablePart>>(new Map());
  #run: AbortController | undefined;
  readonly #session: Session;
  readonly #workbench: Workbench;

  constructor(session: Session, workbench: Workbench) {
    this.#session = session;
    this.#workbench = workbench;
  }

  /** How many looks there are to take, and how many have been taken. */
  get progress(): { done: number; total: number } {
    return { done: this.#parts.size, total: this.#steps.length };
  }

  get tables(): ShownTable[] {
    return (this.plan?.tables ?? []).map((table) => {
      const parts = table.parts.flatMap((part) => this.#parts.get(`${table.table}/${part}`) ?? []);
      const findings = parts.flatMap((part) => part.findings).sort(weightiestFirst);
      const found = new Set(findings.map(({ rule }) => rule));
      const applied = new Set(parts.flatMap((part) => part.applied));
      return {
        ...table,
        findings,
        score: Math.max(0, Math.round(100 - findings.reduce((sum, { points }) => sum + points, 0))),
        passed: [...applied].filter((rule) => !found.has(rule)),
        without: [...new Set(parts.flatMap((part) => part.without))].filter((rule) => !applied.has(rule)),
        done: parts.length === table.parts.length,
      };
    });
  }

  get remedies(): RemedyState[] {
    return this.plan?.remedies ?? [];
  }

  /** Begins anew: mapping, tables or remedies have changed. */
  async start(): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    this.running = true;
    this.stopped = false;
    this.failure = undefined;
    try {
      const plan = await this.#workbench.qualityPlan({ signal: run.signal });
      if (run !== this.#run) return;
      this.#parts = new Map();
      this.plan = plan;
      for (const { table, part } of this.#steps) {
        const found = await this.#workbench.examine(table, part, { signal: run.signal });
        if (run !== this.#run) return;
        this.#parts = new Map(this.#parts).set(`${table}/${part}`, found);
      }
    } catch (error) {
      if (run !== this.#run) return;
      if (isCancelled(error)) this.stopped = true;
      else this.failure = toErrorData(error);
    } finally {
      if (run === this.#run) this.running = false;
    }
  }

  /** What has been found stays; going on does not read it again. */
  stop(): void {
    this.#run?.abort();
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.running = false;
  }

  /** @throws what kept it from being put in force; then nothing has changed */
  async apply(offer: RemedyOffer): Promise<void> {
    await this.#change(offer, () => this.#workbench.applyRemedy(offer));
  }

  /** @throws AppError `remedy-gone` */
  async undo({ table, finding }: Pick<RemedyOffer, 'table' | 'finding'>): Promise<void> {
    await this.#change({ table, finding }, () => this.#workbench.undoRemedy({ table, finding }));
  }

  async #change(
    { table, finding }: Pick<RemedyOffer, 'table' | 'finding'>,
    work: () => Promise<unknown>,
  ): Promise<void> {
    this.changing = `${table}/${finding}`;
    this.stop();
    try {
      await work();
    } finally {
      this.changing = undefined;
      // The session tells every page that answers are other ones now; this one begins anew by it.
      await this.#session.refresh();
    }
  }

  /** The first look at every table comes before the second at any. */
  get #steps(): { table: PlannedTable['table']; part: PlannedTable['parts'][number] }[] {
    const all = (this.plan?.tables ?? []).flatMap(({ table, parts }) =>
      parts.map((part, round) => ({ table, part, round })),
    );
    return all.sort((a, b) => a.round - b.round);
  }
}
