import { Markup } from './markup.ts';

/**
 * On screen a column of paper; in print A4 with the title at the foot of each page. Light in either. The reader may not have
 * the font, and another one is wider: no number and no word may depend on its width to stay in one piece.
 */
export function reportStyle(title: string): Markup {
  return new Markup(`${STYLE}
@page { size: A4; margin: 16mm 16mm 20mm;
  @bottom-left { content: ${cssString(title)}; font: 9pt/1.3 ${FONT}; color: #6b675e; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt/1.3 ${FONT}; color: #6b675e; }
}
`);
}

/** Every character but letters and digits as its number: nothing can end the text or the style. */
function cssString(text: string): string {
  const escaped = [...text].map((character) =>
    /[\p{L}\p{N} ]/u.test(character) ? character : `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}

const FONT = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

const STYLE = `
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light; background: #f7f6f3; color: #1d1c1a; font: 400 15px/1.5 ${FONT};
  font-variant-numeric: tabular-nums; text-size-adjust: 100%; }
body { max-width: 52rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 34px; font-weight: 650; line-height: 1.15; letter-spacing: -.021em; text-wrap: balance; }
h2 { font-size: 15px; font-weight: 600; color: #5c5952; }
h3 { font-size: 15px; font-weight: 620; line-height: 1.35; }
h4 { font-size: 13px; font-weight: 500; color: #5c5952; margin-bottom: .35rem; }
a { color: #0f6b5c; text-underline-offset: 3px; }
.brand { color: #0f6b5c; font-weight: 680; letter-spacing: -.02em; margin-bottom: 1.5rem; }
.lead { color: #5c5952; margin-top: .5rem; }
.small { color: #6b675e; font-size: 12px; }
.cover { padding-bottom: 1.5rem; border-bottom: 1px solid #cfcbc1; }
.cover ol { list-style: decimal; padding-left: 2.2em; margin-top: 1rem; }
.answer, .appendix { padding-top: 2.5rem; }
.answer + .answer, .appendix { margin-top: 2.5rem; border-top: 1px solid #cfcbc1; }
.verdict { margin-top: .35rem; font-size: 28px; font-weight: 620; line-height: 1.18; letter-spacing: -.021em; text-wrap: balance; }
.verdict strong { color: #0f6b5c; font-weight: inherit; }
.eligibility { margin-top: .5rem; color: #5c5952; text-wrap: pretty; }
.passed { color: #0f6b5c; } .warned { color: #8a5700; } .failed { color: #b4432f; }
.cards { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 1.25rem; }
.cards li { flex: 1 1 9.5rem; padding: 12px 14px; border: 1px solid #e3e0d8; border-radius: 10px; background: #fffefb; font-size: 13px;
  color: #5c5952; break-inside: avoid; }
.cards .value { margin: 2px 0 6px; color: #1d1c1a; font-size: 24px; font-weight: 620; line-height: 1.25; letter-spacing: -.018em;
  white-space: nowrap; }
.interval { display: block; overflow: visible; margin-bottom: 4px; }
.interval .base { stroke: #e3e0d8; } .interval .zero { stroke: #5c5952; }
.interval .bar { fill: #dcebe6; stroke: #0f6b5c; } .interval .point { stroke: #0f6b5c; stroke-width: 2; }
.note { margin-top: 1.25rem; padding-left: 1rem; border-left: 3px solid #0f6b5c; white-space: pre-line; overflow-wrap: anywhere; }
.note p + p { margin-top: .6rem; }
figure { margin-top: 1.25rem; padding: 14px 16px 16px; border: 1px solid #e3e0d8; border-radius: 10px; background: #fffefb; }
figcaption { margin-bottom: 12px; break-after: avoid; }
figcaption p { color: #5c5952; font-size: 13px; line-height: 1.4; text-wrap: pretty; }
.badge { padding: 1px 8px; border: 1px solid #e3e0d8; border-radius: 99px; color: #5c5952; font-size: 12px; font-weight: 400;
  white-space: nowrap; }
.picture { overflow-x: auto; }
.picture svg { display: block; width: 100%; min-width: 640px; height: auto; }
details { margin-top: 8px; font-size: 13px; }
summary { color: #0f6b5c; cursor: pointer; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 5px 8px; border-bottom: 1px solid #e3e0d8; text-align: left; max-width: 24em; overflow-wrap: break-word; }
th { color: #5c5952; font-weight: 500; vertical-align: bottom; }
td:first-child:not(.number) { min-width: 6em; }
.number { text-align: right; } td.number { white-space: nowrap; }
.checks { margin-top: 1.25rem; }
.checks li { display: grid; grid-template-columns: 14px 1fr; gap: 8px; margin-top: 6px; font-size: 13px; color: #1d1c1a; }
.checks .passed b, .checks .passed .status { color: #0f6b5c; } .checks .warned b, .checks .warned .status { color: #8a5700; }
.checks .failed b, .checks .failed .status { color: #b4432f; }
.withheld { margin-top: 1rem; }
.appendix > h2 { color: #1d1c1a; font-size: 22px; letter-spacing: -.012em; }
.appendix article { margin-top: 1.75rem; font-size: 13px; overflow-wrap: anywhere; }
.appendix article section { margin-top: 1rem; }
.appendix ol { list-style: decimal; padding-left: 2.2em; } .appendix ul { list-style: '–  '; padding-left: .8rem; }
.appendix li + li { margin-top: 4px; }
.source { margin-top: 4px; color: #5c5952; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 2px 24px; }
dl div { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 12px; }
dt { color: #5c5952; }
pre { margin: 4px 0 10px; padding: 10px 12px; border-radius: 6px; background: #f0eee9; white-space: pre-wrap; overflow-wrap: anywhere;
  line-height: 1.5; }
.queries pre { max-height: 15rem; overflow-y: auto; }
code { font: 12px/1.5 ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, monospace; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid #e3e0d8; color: #6b675e; font-size: 12px; }
@media (max-width: 559.9px) {
  body { padding-inline: 1rem; }
  .cards .value { font-size: 20px; }
}
@media print {
  html { background: #fff; font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  .answer, .appendix { padding-top: 1.2rem; }
  .answer + .answer { margin-top: 0; padding-top: 0; border-top: 0; break-before: page; }
  p, li, pre { orphans: 3; widows: 3; }
  figure, .note, .checks li, .cards { break-inside: avoid; }
  figure:has(> .scroll), figure:has(> details.short) { break-inside: auto; }
  figure .whole, tr, dl { break-inside: avoid; }
  h2, h3, h4, .verdict, .appendix > .lead, .queries p { break-after: avoid; }
  .withheld, footer, .checks li:nth-last-child(-n+3) { break-before: avoid; }
  .checks li { margin-top: 4px; font-size: 8.5pt; }
  .cards .value { font-size: 19px; }
  figure { margin-top: 10px; padding: 10px 12px; }
  .picture { overflow: visible; } .picture svg { width: 92%; min-width: 0; }
  tbody tr:nth-child(-n+3), tbody tr:nth-last-child(-n+2) { break-before: avoid; }
  thead { display: table-header-group; }
  details.long, summary { display: none; }
  details.short::details-content { display: block; content-visibility: visible; height: auto; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { max-width: 16em; padding: 3px 5px; }
  pre { background: none; padding: 0; font-size: 8.5pt; }
  .queries { columns: 2; column-gap: 6mm; }
  .queries p { font-size: 6.5pt; }
  .queries pre { max-height: none; margin: 0 0 4pt; overflow: visible; line-height: 1.2; }
  .queries .flows { white-space: normal; }
  .queries code { font-size: 6.5pt; line-height: 1.2; }
  a { color: inherit; text-decoration: none; }
}
`;
