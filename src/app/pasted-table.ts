/** A larger page is not taken apart here, where it would hold up the page: its plain text is. */
const LARGEST_HTML = 2 << 20;
const MOST_TABLES = 20;
const WIDEST = 1000;

/**
 * The tables of what was copied, each as the text of a delimited file. A spreadsheet’s cells come as text with tabs; where
 * cells hold several lines, or only a web page’s markup was copied, the markup tells where they end.
 */
export function pastedTables(text: string, html: string): string[] {
  if (isGrid(text)) return [text];
  const tables = html.length > LARGEST_HTML ? [] : tablesOfHtml(html);
  if (tables.length > 0) return tables.map(toTabs);
  const isTable = text.includes('\n') && /[\t,;|]/.test(text);
  return isTable ? [text] : [];
}

/** Every line has the same number of tabs, and no quotation marks leave open where a cell ends. */
function isGrid(text: string): boolean {
  if (!text.includes('\t') || text.includes('"')) return false;
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const tabs = (line: string): number => line.split('\t').length;
  return lines.length > 1 && lines.every((line) => tabs(line) === tabs(lines[0]!));
}

/**
 * The cells of the tables in a piece of HTML, without those that only hold other tables or are too small to be one.
 * Nothing in it runs and nothing of it is loaded: the document is never shown.
 */
function tablesOfHtml(html: string): string[][][] {
  if (!/<table/i.test(html)) return [];
  const page = new DOMParser().parseFromString(withoutHandlers(html), 'text/html');
  const innermost = [...page.querySelectorAll('table')].filter((table) => !table.querySelector('table'));
  return innermost
    .map(cellsOf)
    .filter((rows) => rows.length > 1 && rows[0]!.length > 1)
    .slice(0, MOST_TABLES);
}

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;

/** They would not run, but the security policy reports each of them. */
function withoutHandlers(html: string): string {
  return html.replaceAll(TAG, (tag) => tag.replaceAll(/([\s/"'])on[a-z]+(\s*=)/gi, '$1data-on$2'));
}

/** A cell that goes over several columns stands in the first of them, one that goes over several rows in each of them. */
function cellsOf(table: HTMLTableElement): string[][] {
  const above: { text: string; left: number }[] = [];
  const rows = Array.from(table.rows, (row) => {
    const cells: string[] = [];
    const fill = (): void => {
      for (let held = above[cells.length]; held && held.left > 0; held = above[cells.length]) {
        held.left -= 1;
        cells.push(held.text);
      }
    };
    for (const cell of row.cells) {
      fill();
      const text = textOf(cell);
      for (let i = 0; i < Math.min(cell.colSpan, WIDEST) && cells.length < WIDEST; i += 1) {
        const shown = i === 0 ? text : '';
        if (cell.rowSpan > 1) above[cells.length] = { text: shown, left: cell.rowSpan - 1 };
        cells.push(shown);
      }
    }
    fill();
    return cells;
  });
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  return rows
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
}

function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  copy.querySelectorAll('script, style, template').forEach((unseen) => unseen.remove());
  copy.querySelectorAll('br').forEach((end) => end.replaceWith(' '));
  return (copy.textContent ?? '').replaceAll(/[\s\u00a0]+/g, ' ').trim();
}

function toTabs(rows: readonly string[][]): string {
  const quoted = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => `${cells.map(quoted).join('\t')}\n`).join('');
}
