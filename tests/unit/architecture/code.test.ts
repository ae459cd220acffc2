import { describe, expect, it } from 'vitest';
import { chanceAndClock, homeless, sqlOnThePage, sqlOutsideQueries, tooLong, unfinished } from './code-rules.ts';
import { allImports } from './imports.ts';
import { readSources, virtualFiles } from './source-files.ts';

const sources = readSources('src');
const tests = readSources('tests', ['.ts', '.mjs', '.js']);

const LIMITS = { typescript: 300, svelte: 200, excepted: {} };

describe('the sources', () => {
  it('hold no SQL on the page side', () => {
    expect(sqlOnThePage(sources)).toEqual([]);
  });

  it('keep the SQL of questions in queries.ts', () => {
    expect(sqlOutsideQueries(allImports(sources), sources)).toEqual([]);
  });

  it('take chance and clock as arguments below workbench and app', () => {
    expect(chanceAndClock(sources)).toEqual([]);
  });

  it('stay within the size budget', () => {
    expect(tooLong(sources, LIMITS)).toEqual([]);
  });

  it('are finished, tests included', () => {
    const itself = /^tests\/unit\/architecture\//;
    const judged = new Map([...sources, ...tests].filter(([file]) => !itself.test(file)));
    expect(unfinished(judged)).toEqual([]);
  });
});

describe('sqlOnThePage', () => {
  it.each([
    ['src/app/a.ts', 'const q = `SELECT ${a} FROM orders`'],
    ['src/ui/A.svelte', `<script>const q = 'DROP TABLE x'</script>`],
    ['src/questions/a/Page.svelte', '<Grid query="SELECT a FROM b" />'],
    ['src/questions/a/chart.ts', 'const q = `CREATE OR REPLACE VIEW v AS …`'],
  ])('catches it in %s', (file, text) => {
    expect(sqlOnThePage(virtualFiles({ [file]: text }))).toHaveLength(1);
  });

  it('takes sentences and comments for what they are', () => {
    const text = `// SELECT a FROM b\nconst hint = 'Select a table from the list';`;
    expect(sqlOnThePage(virtualFiles({ 'src/app/a.ts': text }))).toEqual([]);
  });
});

describe('sqlOutsideQueries', () => {
  it('catches a query in an answer', () => {
    const text = "import { sql } from '../../database/sql.ts';\nconst q = sql`SELECT 1`;";
    const files = virtualFiles({ 'src/questions/a/answer.ts': text, 'src/questions/a/queries.ts': text });
    expect(sqlOutsideQueries(allImports(files), files)).toEqual([
      'src/questions/a/answer.ts writes SQL outside queries.ts',
    ]);
  });
});

describe('chanceAndClock', () => {
  it.each(['Math.random()', 'Date.now()', 'new Date()', 'performance.now()', 'crypto.randomUUID()', 'Date()'])(
    'catches %s below the worker',
    (call) => {
      expect(chanceAndClock(virtualFiles({ 'src/statistics/a.ts': `const x = ${call};` }))).toHaveLength(1);
    },
  );

  it('lets dates be read and clocks be named in comments, and the app have both', () => {
    const files = {
      'src/core/time.ts': '/** no Date.now() here */ const d = new Date(iso);',
      'src/app/a.ts': 'Date.now()',
    };
    expect(chanceAndClock(virtualFiles(files))).toEqual([]);
  });
});

describe('tooLong', () => {
  it('catches a file over the limit and spares dictionaries', () => {
    const text = 'x\n'.repeat(301);
    const files = virtualFiles({
      'src/core/a.ts': text,
      'src/i18n/en/a.ts': text,
      'src/ui/A.svelte': 'x\n'.repeat(200),
    });
    expect(tooLong(files, LIMITS)).toEqual(['src/core/a.ts has 301 lines; 300 are the limit']);
  });
});

describe('unfinished', () => {
  it.each([
    '// TODO later',
    '// eslint-disable-next-line no-eval',
    '// @ts-ignore',
    "it.skip('x')",
    '{@html text}',
    "read('/home/someone/data')",
  ])('catches %s', (text) => {
    expect(unfinished(virtualFiles({ 'src/core/a.ts': text }))).toHaveLength(1);
  });
});

describe('homeless', () => {
  it('catches a folder architecture does not know', () => {
    expect(homeless(virtualFiles({ 'src/utils/a.ts': '', 'src/core/a.ts': '' }))).toHaveLength(1);
  });
});
