import { nextTask } from '../core/next-task.ts';
import { answerSection } from './answer-section.ts';
import { evidenceSection } from './evidence-section.ts';
import { markup, type Markup } from './markup.ts';
import type { Report, ReportItem } from './report.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import { reportStyle } from './report-style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A report as one HTML document that needs nothing else: no script, no reference outside of itself. Made in parts, each in
 * a task of its own.
 */
export async function renderHtml(report: Report): Promise<string> {
  const { language } = report;
  const words = reportWords({ language, currency: 'none' });
  const titles = report.items.map((item) => titleOf(item, words));
  const answers: Markup[] = [];
  const evidence: Markup[] = [];
  for (const [i, item] of report.items.entries()) {
    const place = { number: i + 1, title: titles[i]!, smallest: report.smallest };
    const own = reportWords({ language, currency: item.currency });
    answers.push(await answerSection(item, place, own));
    await nextTask();
    evidence.push(evidenceSection(item, place, own));
  }
  await nextTask();
  const page = markup`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="generator" content="Rédito">
<title>${report.title}</title>
<style>${reportStyle(report.title)}</style>
</head>
<body>
${cover(report, titles, words)}
<main>
${answers}
</main>
<section class="appendix" aria-labelledby="evidence">
<h2 id="evidence">${words.say('reports.evidence')}</h2>
<p class="lead">${words.say('reports.evidence.lead')}</p>
${evidence}
</section>
<footer>${words.say('reports.made', { date: report.madeAt })}</footer>
</body>
</html>
`;
  return page.text;
}

function titleOf({ title, answer }: ReportItem, { sayOr }: ReportWords): string {
  return title?.trim() || sayOr([`question.${answer.question}.title`], answer.question);
}

function cover({ title, madeAt, items }: Report, titles: readonly string[], words: ReportWords): Markup {
  const contents = titles.map((text, i) => markup`<li><a href="#answer-${i + 1}">${text}</a></li>`);
  return markup`<header class="cover">
<p class="brand">rédito</p>
<h1>${title}</h1>
<p class="lead">${words.say('reports.cover', { date: madeAt, count: items.length })}</p>
${items.length > 1 && markup`<nav aria-label="${words.say('reports.contents')}"><ol>${contents}</ol></nav>`}
</header>`;
}
