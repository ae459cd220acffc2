import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  barrels,
  cycles,
  forbiddenImports,
  misplacedLibraries,
  missingFiles,
  pagesBesidesTheRegistry,
} from './import-rules.ts';
import { allImports, importsOf } from './imports.ts';
import { homeless } from './code-rules.ts';
import { readSources, virtualFiles } from './source-files.ts';

const root = join(import.meta.dirname, '../../..');
const sources = readSources('src');
const imports = allImports(sources);

const planted = (files: Record<string, string>) => allImports(virtualFiles(files));

describe('the sources', () => {
  it('stand in known folders', () => {
    expect(homeless(sources)).toEqual([]);
  });

  it('import only what the table allows', () => {
    expect(forbiddenImports(imports)).toEqual([]);
  });

  it('import only what is there', () => {
    expect(missingFiles(imports, (file) => existsSync(join(root, file)))).toEqual([]);
  });

  it('bring the pages of questions in through one lazy registry', () => {
    expect(pagesBesidesTheRegistry(imports)).toEqual([]);
  });

  it('have no cycles', () => {
    expect(cycles(imports)).toEqual([]);
  });

  it('have no barrels', () => {
    expect(barrels(imports)).toEqual([]);
  });

  it('keep echarts, DuckDB, Arrow and TensorFlow.js in their places', () => {
    expect(misplacedLibraries(imports)).toEqual([]);
  });
});

describe('importsOf', () => {
  it('finds static, type, dynamic, worker and re-exporting imports', () => {
    const text = `
      import { a } from './a.ts';
      import type { B } from '../core/b.ts';
      import { type C } from './c.ts';
      import './d.css';
      export { e } from './e.ts';
      const f = await import('./f.ts');
      new Worker(new URL('./g.worker.ts', import.meta.url), { type: 'module' });
      let h: import('./h.ts').H;
      import wasm from 'some/lib.wasm?url';`;
    const found = importsOf('src/ui/x.ts', text).map(
      ({ to, typeOnly, lazy }) => `${to}${typeOnly ? ' type' : ''}${lazy ? ' lazy' : ''}`,
    );
    expect(found).toEqual([
      'src/ui/a.ts',
      'src/core/b.ts type',
      'src/ui/c.ts type',
      'src/ui/d.css',
      'src/ui/e.ts',
      'src/ui/f.ts lazy',
      'src/ui/g.worker.ts lazy',
      'src/ui/h.ts type',
      'some/lib.wasm?url',
    ]);
  });

  it('reads scripts and markup of components', () => {
    const text = `<script module>import { a } from './a.ts'</script><script lang="ts">import B from './B.svelte'</script>
      {#await import('./C.svelte') then C}<C.default />{/await}`;
    expect(importsOf('src/ui/X.svelte', text).map(({ to }) => to)).toEqual([
      'src/ui/a.ts',
      'src/ui/B.svelte',
      'src/ui/C.svelte',
    ]);
  });
});

describe('forbiddenImports', () => {
  it.each([
    ['core imports anything', 'src/core/a.ts', `import '../statistics/b.ts'`],
    ['a widget knows the business', 'src/ui/a.ts', `import type { M } from '../semantics/mapping.ts'`],
    ['a question imports another one', 'src/questions/a/answer.ts', `import { x } from '../b/answer.ts'`],
    ['a page imports its maths', 'src/questions/a/Page.svelte', `<script>import { x } from './answer.ts'</script>`],
    [
      'a contract imports code of semantics',
      'src/questions/a/question.ts',
      `import { x } from '../../semantics/mapping.ts'`,
    ],
    ['the app imports the database', 'src/app/a.ts', `const x = import('../database/duckdb.ts')`],
    ['the worker imports a component', 'src/workbench/a.ts', `import X from '../questions/a/Page.svelte'`],
    ['the worker imports a widget', 'src/workbench/a.ts', `import { x } from '../ui/theme.ts'`],
    [
      'the page starts a worker of files',
      'src/app/a.ts',
      `new Worker(new URL('../files/reader.worker.ts', import.meta.url))`,
    ],
    ['the service worker imports anything', 'src/service-worker.ts', `import { x } from './core/json.ts'`],
    ['statistics import learning', 'src/statistics/a.ts', `import { x } from '../learning/b.ts'`],
  ])('catches that %s', (_, file, text) => {
    expect(forbiddenImports(planted({ [file]: text }))).toHaveLength(1);
  });

  it.each([
    ['a page takes a type of its answer', 'src/questions/a/chart.ts', `import type { X } from './answer.ts'`],
    [
      'the contract takes types of semantics',
      'src/workbench/contract.ts',
      `import type { M } from '../semantics/mapping.ts'`,
    ],
    ['an answer uses statistics', 'src/questions/a/answer.ts', `import { x } from '../../statistics/random.ts'`],
  ])('allows that %s', (_, file, text) => {
    expect(forbiddenImports(planted({ [file]: text }))).toEqual([]);
  });
});

describe('pagesBesidesTheRegistry', () => {
  it('catches a page imported elsewhere, or at once', () => {
    const page = `import P from '../questions/a/Page.svelte'`;
    expect(pagesBesidesTheRegistry(planted({ 'src/app/questions.ts': page, 'src/app/other.ts': page }))).toHaveLength(
      2,
    );
  });
});

describe('cycles', () => {
  it('finds a circle of three and names its files', () => {
    const files = {
      'src/core/a.ts': `import './b.ts'`,
      'src/core/b.ts': `import './c.ts'`,
      'src/core/c.ts': `import './a.ts'`,
    };
    expect(cycles(planted(files))).toEqual([['src/core/a.ts', 'src/core/b.ts', 'src/core/c.ts']]);
  });

  it('sees none in a diamond', () => {
    const files = {
      'src/core/a.ts': `import './b.ts'; import './c.ts'`,
      'src/core/b.ts': `import './d.ts'`,
      'src/core/c.ts': `import './d.ts'`,
    };
    expect(cycles(planted(files))).toEqual([]);
  });
});

describe('barrels', () => {
  it('catches a file that passes on another', () => {
    expect(
      barrels(planted({ 'src/core/index.ts': `export * from './a.ts'; export { b } from './b.ts'` })),
    ).toHaveLength(2);
  });
});

describe('misplacedLibraries', () => {
  it.each([
    ['src/ui/Chart.svelte', 'echarts/core'],
    ['src/workbench/a.ts', '@duckdb/duckdb-wasm'],
    ['src/learning/a.ts', 'apache-arrow'],
    ['src/questions/a/answer.ts', '@tensorflow/tfjs-core'],
  ])('catches in %s the library %s', (file, library) => {
    const text = file.endsWith('.svelte')
      ? `<script>import x from '${library}'</script>`
      : `import type { X } from '${library}'`;
    expect(misplacedLibraries(planted({ [file]: text }))).toHaveLength(1);
  });
});

describe('missingFiles', () => {
  it('catches an import of nothing', () => {
    expect(missingFiles(planted({ 'src/core/a.ts': `import './b.ts'` }), () => false)).toHaveLength(1);
  });
});
