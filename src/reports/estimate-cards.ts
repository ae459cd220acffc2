import type { Answer, Estimate } from '../core/answer.ts';
import { placeInterval } from '../core/interval-scale.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportWords } from './report-words.ts';

const MOST_CARDS = 4;

/** The headline numbers, each with its interval drawn. */
export function estimateCards({ question, estimates }: Answer, words: ReportWords): Markup | undefined {
  const shown = estimates.filter(({ headline }) => headline).slice(0, MOST_CARDS);
  if (shown.length === 0) return undefined;
  return markup`<ul class="cards">
${shown.map((estimate) => card(question, estimate, words))}</ul>`;
}

function card(question: string, estimate: Estimate, words: ReportWords): Markup {
  const { name, label: own, value, unit, basis, interval } = estimate;
  const label = own ? words.message(own) : words.sayOr([`estimate.${question}.${name}`], name);
  const show = (number: number): string => words.number(number, unit);
  const range =
    interval &&
    markup`${intervalBar(value, interval.low, interval.high)}
<p>${words.say('ui.estimate.range', { low: show(interval.low), high: show(interval.high) })}</p>
<p class="small">${words.say(`ui.estimate.${interval.kind}`, { level: interval.level })}</p>`;
  const counted = !interval && basis === 'counted' && markup`<p class="small">${words.say('ui.estimate.counted')}</p>`;
  return markup`<li><p class="label">${label}</p><p class="value">${show(value)}</p>${range}${counted}</li>
`;
}

/** Drawn to the width of its card; the numbers stand below as text. */
function intervalBar(value: number, low: number, high: number): Markup {
  const places = placeInterval(value, low, high);
  const at = (place: number): string => `${place.toFixed(2)}%`;
  const tick = (place: number, kind: string, from: number, to: number): Markup =>
    markup`<line class="${kind}" x1="${at(place)}" x2="${at(place)}" y1="${from}" y2="${to}"/>`;
  return markup`<svg class="interval" width="100%" height="16" aria-hidden="true"><line class="base" x1="0" x2="100%" y1="8" y2="8"/>${
    places.zero !== undefined && tick(places.zero, 'zero', 0, 16)
  }<rect class="bar" x="${at(places.low)}" y="4.5" width="${at(Math.max(places.high - places.low, 1))}" height="7" rx="3.5"/>${tick(
    places.value,
    'point',
    2,
    14,
  )}</svg>`;
}
