import type { Answer } from '../core/answer.ts';
import type { Json } from '../core/json.ts';
import type { Message } from '../core/message.ts';
import { references } from '../core/references.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportItem } from './report.ts';
import type { ReportWords } from './report-words.ts';

/** How an answer came about: enough to do it again elsewhere. */
export function evidenceSection(
  { answer }: ReportItem,
  { number, title }: { number: number; title: string },
  words: ReportWords,
): Markup {
  const { evidence } = answer;
  return markup`<article aria-labelledby="evidence-${number}">
<h3 id="evidence-${number}">${number}. ${title}</h3>
${part(words.say('reports.parameters'), definitions(parametersOf(answer, words)))}
${evidence.steps.length > 0 && part(words.say('ui.evidence.steps'), sentences('ol', evidence.steps, words))}
${evidence.assumptions.length > 0 && part(words.say('ui.evidence.assumptions'), sentences('ul', evidence.assumptions, words))}
${evidence.methods.length > 0 && part(words.say('ui.evidence.methods'), methods(answer, words))}
${evidence.queries.length > 0 && part(words.say('ui.evidence.queries', { count: evidence.queries.length }), queries(answer, words))}
${evidence.inputs.length > 0 && part(words.say('ui.evidence.inputs'), inputs(answer, words))}
${part(words.say('ui.evidence.run'), definitions(runOf(answer, words)))}
</article>
`;
}

function part(title: string, content: Markup): Markup {
  return markup`<section><h4>${title}</h4>
${content}</section>
`;
}

function definitions(pairs: readonly (readonly [string, string])[]): Markup {
  return markup`<dl>${pairs.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function sentences(kind: 'ol' | 'ul', messages: readonly Message[], words: ReportWords): Markup {
  const lines = messages.map((message) => markup`<li>${words.message(message)}</li>`);
  return kind === 'ol' ? markup`<ol>${lines}</ol>` : markup`<ul>${lines}</ul>`;
}

function parametersOf({ question, parameters }: Answer, words: ReportWords): [string, string][] {
  return Object.entries(parameters)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [
      words.sayOr([`parameter.${question}.${name}`, `parameter.${name}`], name),
      shown(name, value, words),
    ]);
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function shown(name: string, value: Json, words: ReportWords): string {
  if (typeof value === 'string' && ISO_DATE.test(value)) return words.date(value);
  if (typeof value === 'string') return words.sayOr([`parameter.${name}.choice.${value}`], value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return typeof value === 'number' ? words.number(value, 'number') : JSON.stringify(value);
}

function methods({ evidence }: Answer, words: ReportWords): Markup {
  const cited = [...new Set(evidence.methods.flatMap(({ citations }) => citations))].map((key) => references[key]);
  return markup`<ul>${evidence.methods.map(({ name }) => markup`<li>${words.message(name)}</li>`)}</ul>
${cited.map(
  ({ authors, year, title, where }) =>
    markup`<p class="source">${authors} (${year}). <cite>${title}</cite>. ${where}.</p>
`,
)}`;
}

function queries({ evidence }: Answer, words: ReportWords): Markup {
  const count = evidence.queries.length;
  return markup`<div class="queries">${evidence.queries.map(({ sql, elapsedMs }, i) => {
    const label = words.say('ui.evidence.query', { number: i + 1, count, seconds: elapsedMs / 1000 });
    return markup`<p class="small">${label}</p><pre${mayFlow(sql) && markup` class="flows"`} tabindex="0"><code>${sql}</code></pre>
`;
  })}</div>`;
}

const QUOTED = /'[^']*'|"[^"]*"/g;

/** Whether line breaks and rows of blanks mean nothing in it, so that paper can be spared: no line comment, no such text. */
export function mayFlow(sql: string): boolean {
  if (sql.includes('--') || sql.includes('$$')) return false;
  return !(sql.match(QUOTED) ?? []).some((text) => /\s\s|[^\S ]/.test(text));
}

function inputs({ evidence }: Answer, words: ReportWords): Markup {
  const lines = evidence.inputs.map(({ table, file, rows, hash }) => {
    const read = words.say('ui.evidence.input', { rows });
    return markup`<li>${file} <span class="small">${table} · ${read} · <code>${hash}</code></span></li>`;
  });
  return markup`<ul>${lines}</ul>`;
}

function runOf({ evidence }: Answer, words: ReportWords): [string, string][] {
  return [
    [words.say('ui.evidence.seed'), String(evidence.seed)],
    ...Object.entries(evidence.versions),
    [words.say('ui.evidence.elapsed'), words.say('ui.evidence.seconds', { seconds: evidence.elapsedMs / 1000 })],
  ];
}
