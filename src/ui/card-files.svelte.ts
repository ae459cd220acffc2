import { toCsv } from '../core/csv.ts';
import type { Row } from '../core/json.ts';
import { useAnswerFiles, type AnswerFiles, type SafeCard } from './answer-files.ts';
import type { ChartContext } from './chart-context.ts';
import type { ChartOption, MountedChart } from './chart-engine.ts';
import { savePicture } from './chart-files.ts';
import { csvBlob, download, fileNameOf } from './download.ts';
import { useSpeech, type Speech } from './speech.svelte.ts';
import type { TableColumn } from './table-columns.ts';

interface Card {
  id: string | undefined;
  title: string;
  subtitle: string;
  rows: readonly Row[];
  columns: readonly TableColumn[];
  drawn: ChartOption;
  chart: MountedChart | undefined;
  context: ChartContext;
}

/** The files of a card: of an answer's card by the rules of reports, and its raw values by a name of their own. */
export class CardFiles {
  /** What the file that was just saved holds, and what it does not. */
  notice = $state('');
  readonly #card: () => Card;
  readonly #files: AnswerFiles | undefined;
  readonly #speech: Speech;

  /** Within a component. */
  constructor(card: () => Card) {
    this.#card = card;
    this.#files = useAnswerFiles();
    this.#speech = useSpeech();
  }

  /** Whether files are other than what the card shows. */
  get areSafe(): boolean {
    return this.#files !== undefined;
  }

  async saveChart(kind: 'png' | 'svg'): Promise<void> {
    const safe = this.#files && (await this.#safeCard(this.#files));
    const { title, subtitle, chart, context, drawn } = this.#card();
    const option = this.#files ? safe?.option?.(context) : drawn;
    if (!option) this.notice = this.#speech.say('ui.chart.safe.nothing');
    else if (chart) await savePicture(kind, chart, option, { title, subtitle }, context.theme);
  }

  async saveCsv(): Promise<void> {
    if (!this.#files) return this.saveRaw();
    const safe = await this.#safeCard(this.#files);
    if (safe) download(csvBlob(toCsv(safe.columns, safe.rows)), fileNameOf(this.#card().title, 'csv'));
  }

  saveRaw(): void {
    const { title, rows, columns } = this.#card();
    const names = columns.map(({ name }) => name);
    const cells = rows.map((row) => names.map((name) => row[name]));
    const remark = this.#files ? this.#speech.say('ui.file.raw') : '';
    download(csvBlob(toCsv(names, cells)), fileNameOf(title, 'csv', remark));
    if (this.#files) this.notice = this.#speech.say('ui.file.raw.said');
  }

  /** Undefined when nothing of the card may leave, which is said. */
  async #safeCard(files: AnswerFiles): Promise<SafeCard | undefined> {
    const safe = await files.card(this.#card().id ?? '');
    const { say } = this.#speech;
    this.notice = safe ? say('ui.chart.safe', { smallest: safe.smallest }) : say('ui.chart.safe.nothing');
    return safe;
  }
}
