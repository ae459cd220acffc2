import { answerSection } from './answer-section.ts';
import { evidenceSection } from './evidence-section.ts';
import { markup, type Markup } from './markup.ts';
import type { Report, ReportItem } from './report.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import { reportStyle } from './report-style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A report as one HTML document that needs nothing else: no script, no reference outside of itself. */
export function renderHtml(report: Report): string {
  const words = reportWords(report);
  const titles = report.items.map((item) => titleOf(item, words));
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
${report.items.map((item, i) => answerSection(item, { number: i + 1, title: titles[i]!, smallest: report.smallest }, words))}
</main>
<section class="appendix" aria-labelledby="evidence">
<h2 id="evidence">${words.say('reports.evidence')}</h2>
<p class="lead">${words.say('reports.evidence.lead')}</p>
${report.items.map((item, i) => evidenceSection(item, { number: i + 1, title: titles[i]! }, words))}
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
