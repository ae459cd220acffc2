import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { completionSchema } from '../../../src/app/pages/sql/completion-schema.ts';
import { createEditor, type EditorOptions, type SqlEditor } from '../../../src/app/pages/sql/editor.ts';

const tables = [
  {
    name: 'telco',
    rows: 3,
    columns: [
      { name: 'MonthlyCharges', type: 'DOUBLE' },
      { name: 'Unit Price', type: 'DOUBLE' },
    ],
    source: { file: 'telco.csv', format: 'csv' },
    notices: [],
    rejectedRows: 0,
  },
];

let editor: SqlEditor;
let stage: HTMLElement;

function open(options: Partial<EditorOptions> = {}): void {
  stage = document.createElement('div');
  document.body.append(stage);
  editor = createEditor(stage, {
    text: '',
    describedBy: 'help',
    onChange: () => undefined,
    onRun: () => undefined,
    ...options,
  });
  editor.speak('Query', {});
  editor.complete(completionSchema(tables, {}));
  editor.focus();
}

const offered = (): string[] => [...document.querySelectorAll('.cm-completionLabel')].map((item) => item.textContent);

afterEach(() => {
  editor.destroy();
  stage.remove();
});

describe('createEditor', () => {
  it('completes columns and tables', async () => {
    open();
    await userEvent.keyboard('from telco select avg(Mont');
    await expect.poll(() => offered()[0]).toBe('MonthlyCharges');
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Enter}from tel');
    await expect.poll(() => offered()).toContain('telco');
  });

  it('quotes a completed name that needs it', async () => {
    const onChange = vi.fn();
    open({ onChange });
    await userEvent.keyboard('from telco select Unit');
    await expect.poll(() => offered()[0]).toBe('Unit Price');
    await new Promise((resolve) => setTimeout(resolve, 120));
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onChange.mock.lastCall?.[0] as string).toBe('from telco select "Unit Price"');
  });

  it('runs all, or what is selected', async () => {
    const onRun = vi.fn();
    open({ text: 'abc def', onRun });
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onRun).toHaveBeenLastCalledWith('abc def', 0);
    await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}{Control>}{Enter}{/Control}');
    expect(onRun).toHaveBeenLastCalledWith('def', 4);
  });

  it('underlines an error at its place and takes the mark away again', async () => {
    open({ text: 'slect 1' });
    editor.mark({ offset: 0, message: 'Parser Error' });
    await expect.poll(() => document.querySelector('.cm-lintRange-error')?.textContent).toBe('slect');
    editor.mark(undefined);
    await expect.poll(() => document.querySelector('.cm-lintRange-error')).toBeNull();
  });

  it('changes its name and its words with the language', async () => {
    open({ text: 'x' });
    editor.speak('Consulta', { Find: 'Buscar' });
    expect(stage.querySelector('[role=textbox]')?.getAttribute('aria-label')).toBe('Consulta');
    await userEvent.keyboard('{Control>}f{/Control}');
    await expect
      .poll(() => stage.querySelector('.cm-search [name=search]')?.getAttribute('placeholder'))
      .toBe('Buscar');
  });

  it('says its name and lets the tabulator leave', async () => {
    open({ text: 'x' });
    expect(stage.querySelector('[role=textbox]')?.getAttribute('aria-label')).toBe('Query');
    await userEvent.tab();
    expect(stage.contains(document.activeElement)).toBe(false);
  });
});
