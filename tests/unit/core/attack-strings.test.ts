import { describe, expect, it } from 'vitest';
import { withoutExcerpt } from '../../../src/app/pages/sql/error-place.ts';
import { oneLine } from '../../../src/app/pages/sql/sql-history.svelte.ts';
import { readPolicy } from '../../../src/app/pages/proof/policy.ts';
import { csvCell } from '../../../src/core/csv.ts';
import { readTypedNumber } from '../../../src/core/typed-number.ts';
import { madeTable } from '../../../src/database/made-tables.ts';
import { refuseReach } from '../../../src/database/reach.ts';
import { onlyReads } from '../../../src/database/read-only.ts';
import { tableName } from '../../../src/files/table-name.ts';
import { markedParts } from '../../../src/i18n/marked-text.ts';
import { nameInSentence, shownName } from '../../../src/i18n/shown-name.ts';
import { mayFlow } from '../../../src/reports/evidence-section.ts';
import { sanitiseSvg } from '../../../src/reports/sanitise-svg.ts';
import { headerText } from '../../../src/semantics/header-match.ts';
import { fileNameOf } from '../../../src/ui/download.ts';
import { formatCell } from '../../../src/ui/grid-format.ts';
import { escapeHtml } from '../../../src/ui/tooltip-html.ts';

/** What grows with the square takes ten seconds for as many, and a thousand for ten times as many. */
const LENGTH = 100_000;
const MOST_MS = 1_500;
const PIECES = [
  ...[
    ' ',
    '\t',
    '\n',
    ';',
    '"',
    "'",
    '=',
    '-',
    '0',
    '1',
    '1,',
    '1.',
    '.',
    'a',
    'aB',
    '/*',
    '--',
    '(',
    '\u202E',
    '\u200B',
  ],
  ...[
    '; ',
    ' ;"',
    '\t"',
    '=\t',
    '-1;',
    '<',
    '<a ',
    '<a b="',
    '&',
    '<k>',
    '</k>',
    'é',
    '👩',
    '$$',
    "''",
    'LINE 1: ',
    '__',
  ],
];
/** The end makes what began in vain. */
const ENDS = ['', '!'];

const READERS: Record<string, (text: string) => unknown> = {
  csvCell,
  shownName: (text) => shownName(text, Infinity),
  nameInSentence: (text) => nameInSentence(text, 'table'),
  fileNameOf: (text) => fileNameOf(text, 'csv'),
  escapeHtml,
  markedParts: (text) => markedParts(nameInSentence(text, 'reason')),
  formatCell: (text) => formatCell(text, 'decimal', 'es'),
  formatTime: (text) => formatCell(text, 'timestamp', 'en'),
  onlyReads,
  refuseReach: (text) => {
    try {
      refuseReach(text);
    } catch {
      // Refused is as good as read.
    }
  },
  madeTable: (text) => madeTable(`create table a as ${text}`),
  withoutExcerpt,
  oneLine: (text) => oneLine(text),
  readPolicy,
  mayFlow,
  sanitiseSvg: (text) => sanitiseSvg(`<svg width="1" height="1"><text>${text}</text></svg>`, 'a'),
  headerText,
  tableName: (text) => tableName(text),
  readTypedNumber: (text) => readTypedNumber(text, ','),
};

describe('a text of a hundred thousand characters that is made to take long', () => {
  it.each(Object.keys(READERS))('is read by %s in a moment', (name) => {
    const slow: string[] = [];
    for (const piece of PIECES) {
      for (const end of ENDS) {
        const text = piece.repeat(LENGTH / piece.length) + end;
        const start = performance.now();
        READERS[name]!(text);
        if (performance.now() - start > MOST_MS) slow.push(JSON.stringify(piece + end));
      }
    }
    expect(slow).toEqual([]);
  });
});
