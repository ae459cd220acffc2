import type { Answer } from '../core/answer.ts';
import { AppError } from '../core/errors.ts';
import type { Row } from '../core/json.ts';
import { nextTask } from '../core/next-task.ts';
import type { Language } from '../i18n/translate.ts';
import { renderHtml } from '../reports/html.ts';
import type { Figure, FigureTable, ReportItem } from '../reports/report.ts';
import { discloseSafely, type Privacy } from '../reports/suppress.ts';
import { withheldText } from '../reports/suppress-table.ts';
import type { ChartContext, ChartTheme } from '../ui/chart-context.ts';
import { renderSvg } from '../ui/chart-engine.ts';
import type { ChartSpec } from '../ui/chart-spec.ts';
import { formatSql } from '../ui/format-sql.ts';
import { cellText, isNumeric } from '../ui/table-columns.ts';
import { fixedSpeech } from './fixed-speech.ts';
import { questionOf, questions } from './questions.ts';

export interface ReportRequest {
  title: string;
  language: Language;
  /** ISO date. */
  madeAt: string;
  privacy: Privacy;
  items: readonly RequestedItem[];
  theme: ChartTheme;
  onProgress?: (done: number, total: number) => void;
}

export interface RequestedItem {
  answer: Answer;
  /** Of its amounts: ISO 4217 or `none`. */
  currency: string;
  title?: string;
  note?: string;
}

/** The column of a report on a screen, in pixels; on A4 it is a little less. */
const WIDTH = 700;
const HEIGHT = 264;
/** A table in a report is read, not calculated with. */
const MOST_ROWS = 200;

/**
 * A report as one HTML file, in its language whatever the page's. Charts are drawn from what may leave, one per task.
 * @throws AppError `question-unknown`, `answer-invalid`.
 */
export async function buildReport(request: ReportRequest): Promise<Blob> {
  const { title, language, madeAt, privacy, theme, onProgress } = request;
  const parts: Prepared[] = [];
  for (const { answer, currency } of request.items) {
    await nextTask();
    parts.push(await prepare(answer, privacy, fixedSpeech({ language, currency })));
  }
  const total = parts.reduce((sum, { specs }) => sum + specs.length, 0);
  const items: ReportItem[] = [];
  let done = 0;
  for (const [i, { answer, withheld, undrawn, specs }] of parts.entries()) {
    const { currency, title: own, note } = request.items[i]!;
    const speech = fixedSpeech({ language, currency });
    const figures: Figure[] = [];
    for (const spec of specs) {
      await nextTask();
      figures.push(draw(spec, { theme, narrow: false, ...speech }, privacy.smallest));
      onProgress?.(++done, total);
    }
    items.push({ answer: await withReadableSql(answer), currency, withheld, undrawn, title: own, note, figures });
  }
  try {
    const html = await renderHtml({ title, language, madeAt, smallest: privacy.smallest, items });
    return new Blob([html], { type: 'text/html;charset=utf-8' });
  } catch (error) {
    throw new AppError('answer-invalid', { where: 'messages' }, { cause: error });
  }
}

type Speech = Pick<ChartContext, 'say' | 'number' | 'date'>;

interface Prepared extends Pick<ReportItem, 'answer' | 'withheld' | 'undrawn'> {
  specs: ChartSpec[];
}

async function prepare(answer: Answer, privacy: Privacy, speech: Speech): Promise<Prepared> {
  const entry = questionOf(answer.question);
  if (!entry) throw new AppError('question-unknown', { question: answer.question, known: knownQuestions() });
  const disclosed = discloseSafely(answer, entry.contract.tables, privacy);
  const { charts } = await entry.loadCharts();
  const specsOf = (shown: Answer) => charts(shown, speech).filter(({ rows }) => rows.length > 0);
  try {
    return { ...disclosed, specs: specsOf(disclosed.answer) };
  } catch (error) {
    // Either the tables make no sense, or they do and too much of them is withheld.
    if (!succeeds(() => specsOf(answer))) throw new AppError('answer-invalid', { where: 'tables' }, { cause: error });
    return { ...disclosed, specs: [], undrawn: true };
  }
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

function knownQuestions(): string {
  return questions.map(({ contract }) => contract.id).join(', ');
}

function draw(spec: ChartSpec, chart: ChartContext, smallest: number): Figure {
  const { title, subtitle, badge, option, height = HEIGHT } = spec;
  const figure: Figure = { title, subtitle, ...(badge && { badge }), table: readableTable(spec, smallest, chart) };
  if (!option) return figure;
  try {
    return { ...figure, svg: renderSvg(option(chart), WIDTH, height, chart.theme) };
  } catch {
    // A builder may find nothing to scale by once numbers are withheld: the report says that it has no chart, and why.
    return { ...figure, failed: true };
  }
}

/** @throws AppError `answer-invalid`: a cell is not what its column holds. */
function readableTable(spec: ChartSpec, smallest: number, speech: Speech): FigureTable {
  try {
    return tableOf(spec, smallest, speech);
  } catch (error) {
    throw new AppError('answer-invalid', { where: 'tables' }, { cause: error });
  }
}

function tableOf({ rows, columns }: ChartSpec, smallest: number, speech: Speech): FigureTable {
  const text = (row: Row): string[] =>
    columns.map((column) => withheldText(row, column.name, smallest) ?? cellText(row, column, speech));
  return {
    head: columns.map((column) => ({ text: column.label, numeric: isNumeric(column, rows) })),
    rows: rows.slice(0, MOST_ROWS).map(text),
    total: rows.length,
  };
}

async function withReadableSql(answer: Answer): Promise<Answer> {
  const queries: Answer['evidence']['queries'] = [];
  for (const query of answer.evidence.queries) {
    await nextTask();
    queries.push({ ...query, sql: await formatSql(query.sql) });
  }
  return { ...answer, evidence: { ...answer.evidence, queries } };
}
