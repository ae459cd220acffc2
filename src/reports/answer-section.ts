import type { Check } from '../core/answer.ts';
import { nextTask } from '../core/next-task.ts';
import { estimateCards } from './estimate-cards.ts';
import { markup, type Markup } from './markup.ts';
import type { Figure, FigureTable, ReportItem } from './report.ts';
import type { ReportWords } from './report-words.ts';
import { sanitiseSvg } from './sanitise-svg.ts';
import type { Withheld } from './suppress.ts';

interface Place {
  number: number;
  title: string;
  smallest: number;
}

/** Verdict, eligibility, headline numbers, note, figures, checks, and what was withheld. Every figure in a task of its own. */
export async function answerSection(
  item: ReportItem,
  { number, title, smallest }: Place,
  words: ReportWords,
): Promise<Markup> {
  const { answer, note, figures, undrawn, withheld } = item;
  const drawn: Markup[] = [];
  for (const [i, figure] of figures.entries()) {
    await nextTask();
    drawn.push(figureOf(figure, `a${number}f${i + 1}-`, words));
  }
  const paragraphs = (note ?? '').split(/\n{2,}/).filter((text) => text.trim());
  return markup`<section class="answer" id="answer-${number}" aria-labelledby="answer-${number}-title">
<h2 id="answer-${number}-title">${title}</h2>
<p class="verdict">${words.marked(answer.verdict)}</p>
<p class="eligibility">${words.message(answer.eligibility)}${answer.checks.length > 0 && markup` · ${checksInOne(answer.checks, words)}`}</p>
${estimateCards(answer, words)}
${paragraphs.length > 0 && markup`<div class="note">${paragraphs.map((text) => markup`<p>${text}</p>`)}</div>`}
${undrawn && markup`<p class="small withheld">${words.say('reports.undrawn')}</p>`}
${drawn}
${answer.checks.length > 0 && checkList(answer.checks, words)}
${withheldNote(answer.question, withheld, smallest, words)}
</section>
`;
}

function checksInOne(checks: readonly Check[], { say }: ReportWords): Markup {
  const open = (status: Check['status']) => checks.filter((check) => check.status === status).length;
  const worst = open('failed') > 0 ? 'failed' : open('warned') > 0 ? 'warned' : 'passed';
  const text = say(`ui.eligibility.${worst}`, { count: checks.length, open: open(worst) });
  return markup`<span class="${worst}">${text}</span>`;
}

/** A table of this size at most is printed with its figure: it is short, and fits on the paper. */
const PRINTED = { rows: 24, columns: 8 };

function figureOf({ title, subtitle, badge, svg, failed, table }: Figure, prefix: string, words: ReportWords): Markup {
  const picture =
    svg !== undefined &&
    markup`<div class="picture" role="img" aria-label="${words.say('reports.figure', { title, subtitle })}">${sanitiseSvg(svg, prefix)}</div>`;
  return markup`<figure>
<div class="whole"><figcaption><h3>${title}${badge && markup` <span class="badge">${words.say(`ui.badge.${badge}`)}</span>`}</h3>${subtitle && markup`<p>${subtitle}</p>`}</figcaption>
${picture}</div>
${failed && markup`<p class="small">${words.say('reports.figure.failed')}</p>`}
${table && (svg === undefined ? tableOf(title, table, words) : foldedTable(title, table, words))}
</figure>
`;
}

function foldedTable(title: string, table: FigureTable, words: ReportWords): Markup {
  const isShort = table.total <= PRINTED.rows && table.head.length <= PRINTED.columns;
  return markup`<details class="${isShort ? 'short' : 'long'}"><summary>${words.say('reports.table')}</summary>
${tableOf(title, table, words)}</details>`;
}

function tableOf(caption: string, { head, rows, total }: FigureTable, words: ReportWords): Markup {
  const kind = (i: number) => head[i]?.numeric && markup` class="number"`;
  return markup`<div class="scroll"><table>
<caption>${caption}</caption>
<thead><tr>${head.map(({ text }, i) => markup`<th scope="col"${kind(i)}>${text}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${row.map((text, i) => markup`<td${kind(i)}>${text}</td>`)}</tr>\n`)}</tbody>
</table></div>
${rows.length < total && markup`<p class="small">${words.say('reports.table.rows', { shown: rows.length, total })}</p>`}`;
}

const SIGNS = { passed: '✓', warned: '!', failed: '✗' } as const;

function checkList(checks: readonly Check[], words: ReportWords): Markup {
  const lines = checks.map(
    ({ status, message }) =>
      markup`<li class="${status}"><b aria-hidden="true">${SIGNS[status]}</b> <span><span class="status">${words.say(`ui.evidence.check.${status}`)}:</span> ${words.message(message)}</span></li>
`,
  );
  return markup`<div class="checks"><h3>${words.say('ui.evidence.checks')}</h3><ul>${lines}</ul></div>`;
}

/** Said also where nothing had to be withheld: the reader knows by which rule. */
function withheldNote(question: string, withheld: Withheld, smallest: number, { say, sayOr }: ReportWords): Markup {
  const { numbers, estimates, sentences, isWhole, lists, tables } = withheld;
  const titles = (names: readonly string[]) => names.map((name) => sayOr([`table.${question}.${name}`], name));
  const small = numbers + estimates + sentences > 0;
  const lines = [
    small
      ? say('reports.withheld.some', { smallest, numbers, estimates, sentences, mark: `<${smallest}` })
      : say('reports.withheld.none', { smallest }),
    ...(isWhole ? [say('reports.withheld.whole', { smallest })] : []),
    ...(numbers > 0 ? [say('reports.withheld.sums')] : []),
    ...(lists.length > 0 ? [say('reports.withheld.lists', { lists: titles(lists) })] : []),
    ...(tables.length > 0 ? [say('reports.withheld.tables', { tables: titles(tables) })] : []),
  ];
  return markup`<p class="small withheld">${lines.join(' ')}</p>`;
}
