import { describe, expect, it } from 'vitest';
import { readSources, scriptOf, withoutComments } from './source-files.ts';

/**
 * Every way by which data leave the page: as a file through `download`, the one function that hands files over, or to the
 * clipboard. Each by its rule; a new one has to be thought about and written here.
 */
const WAYS_OUT: Record<string, string> = {
  // Reports: `discloseSafely` before anything is written.
  'src/app/pages/reports/ExportBar.svelte': 'safe: the HTML report',
  'src/app/pages/reports/save-table.ts': 'safe: tables of a report as CSV and XLSX, through `tableFile`',
  // Cards and lists of an answer: the rules of reports; raw values by an entry of their own, said in the file’s name.
  'src/ui/card-files.svelte.ts': 'safe: CSV through `AnswerFiles.card`; raw CSV on request',
  'src/ui/chart-files.ts': 'safe: PNG and SVG drawn from what `AnswerFiles.card` gives',
  'src/ui/LongTable.svelte': 'safe: CSV through `AnswerFiles.list`; with ids on request',
  'src/questions/rfm-segments/ExportDialog.svelte': 'safe: ids hashed; with ids on request, for a campaign',
  'src/app/pages/people/matches-file.ts':
    'safe: the table of matches as CSV through `tableFile`, ids hashed; it holds ids only',
  // What is made of data as they are: asked before, and said in the file’s name.
  'src/app/pages/sql/SqlPage.svelte': 'raw on request: the result of a query',
  'src/app/file-desk.svelte.ts': 'raw on request: the whole workspace as a file, which says that it holds the data',
  'src/app/pages/proof/ProofRecord.svelte': 'no data: what the browser keeps to, and hashes',
  // To the clipboard.
  'src/ui/DataGrid.svelte': 'one cell that is on the screen, guarded against formulas',
  'src/ui/SqlBlock.svelte': 'the text of a query that is on the screen',
};

const WAY_OUT = /\bdownload\(|\bclipboard\.write|\bcreateObjectURL\(|\bshowSaveFilePicker\(/;

describe('what leaves the page', () => {
  const sources = [...readSources('src')].filter(([file]) => file !== 'src/ui/download.ts');
  const found = sources.filter(([file, text]) => WAY_OUT.test(withoutComments(scriptOf(file, text))));

  it('leaves by a way that is known, and each of them is there', () => {
    expect(found.map(([file]) => file).sort()).toEqual(Object.keys(WAYS_OUT).sort());
  });

  it('is made into a file by one function', () => {
    const makers = found.filter(([, text]) => /\bcreateObjectURL\(|\.download = /.test(text));
    expect(makers).toEqual([]);
  });
});
