import { escapeText, Markup } from './markup.ts';

const ELEMENTS = new Set(
  'svg g defs clipPath linearGradient radialGradient stop path rect circle ellipse line polyline polygon text tspan'.split(
    ' ',
  ),
);
/** Elements that go with all that is in them, in small letters. */
const OPAQUE = new Set('style script foreignobject title desc metadata'.split(' '));
const ATTRIBUTES = new Set(
  (
    'width height viewBox x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity fill-rule clip-path clip-rule id ' +
    'stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'opacity offset stop-color stop-opacity gradientUnits gradientTransform dominant-baseline text-anchor font-size ' +
    'font-family font-weight font-style letter-spacing xml:space'
  ).split(' '),
);
const STYLES = new Set('font-size font-family font-weight font-style opacity white-space'.split(' '));

const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<[^>]*>?/g;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * A picture of the chart engine as a part of a page that has several: what is not known to draw is left out (scripts,
 * styles, references), and ids get `prefix`, so that pictures do not meet. The result has a `viewBox` and no `xmlns`.
 * Time grows with the length, whatever the picture holds.
 */
export function sanitiseSvg(svg: string, prefix: string): Markup {
  const open: string[] = [];
  let result = '';
  let end = 0;
  const keepText = (text: string): void => {
    if (open.length > 0) result += escapeText(decode(text));
  };
  const tag = new RegExp(TAG);
  for (let match = tag.exec(svg); match; match = tag.exec(svg)) {
    keepText(svg.slice(end, match.index));
    end = match.index + match[0].length;
    const [, closing, name, attributes, selfClosing] = match;
    const opened = /^<([a-z]+)/i.exec(match[0])?.[1] ?? '';
    if (!selfClosing && OPAQUE.has(opened.toLowerCase())) tag.lastIndex = end = endOf(opened, svg, end);
    if (name === undefined || !ELEMENTS.has(name)) continue;
    if (!closing) {
      result += `<${name}${attributesOf(attributes ?? '', prefix)}${selfClosing ? '/' : ''}>`;
      if (!selfClosing) open.push(name);
    } else if (open.at(-1) === name) {
      open.pop();
      result += `</${name}>`;
    }
  }
  // Whatever was left open ends here, and so inside the picture.
  return new Markup(
    result +
      open
        .reverse()
        .map((name) => `</${name}>`)
        .join(''),
  );
}

/** Behind the closing tag of an element, or the end where there is none. */
function endOf(name: string, svg: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.test(svg) ? closing.lastIndex : svg.length;
}

function attributesOf(text: string, prefix: string): string {
  return [...text.matchAll(ATTRIBUTE)]
    .map(([, name = '', double, single]) => {
      const value = decode(double ?? single ?? '');
      if (name === 'style') return attribute('style', safeStyle(value));
      if (!ATTRIBUTES.has(name)) return '';
      return attribute(name, name === 'id' ? prefix + value : localOnly(value, prefix));
    })
    .join('');
}

function attribute(name: string, value: string | undefined): string {
  return value ? ` ${name}="${escapeText(value)}"` : '';
}

/** `url(#id)` points into the picture; any other function that fetches has no place in it. */
function localOnly(value: string, prefix: string): string | undefined {
  const local = /^url\(\s*['"]?#([\w-]+)['"]?\s*\)$/.exec(value);
  if (local) return `url(#${prefix}${local[1]})`;
  return /url|image|expression|javascript:|\\/i.test(value) ? undefined : value;
}

function safeStyle(value: string): string {
  return value
    .split(';')
    .map((part) => part.split(':'))
    .filter(([property = '', ...rest]) => STYLES.has(property.trim()) && /^[\w\s.,%'"#-]*$/.test(rest.join(':')))
    .map(([property = '', ...rest]) => `${property.trim()}:${rest.join(':').trim()}`)
    .join(';');
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, named?: string) => {
      if (named !== undefined) return NAMED[named] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
