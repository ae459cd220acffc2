import { describe, expect, it } from 'vitest';
import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { columnSource, completionSchema, quoted } from '../../../../../src/app/pages/sql/completion-schema.ts';
import { oneLine, queryOn } from '../../../../../src/app/pages/sql/sql-history.svelte.ts';
import type { TableInfo } from '../../../../../src/core/table-info.ts';

const table = (name: string, ...columns: string[]): TableInfo => ({
  name,
  rows: 1,
  columns: columns.map((column) => ({ name: column, type: 'VARCHAR' })),
  source: { file: `${name}.csv`, format: 'csv' },
  notices: [],
  rejectedRows: 0,
});

const schema = completionSchema([table('orders', 'customer_id', 'Unit Price'), table('people', 'age')], {
  orders: { table: 'orders', columns: { customer_id: 'customer_id' } },
});

function labels(text: string): string[] {
  const state = EditorState.create({ doc: text });
  const result = columnSource(schema)(new CompletionContext(state, text.length, false));
  return result?.options.map(({ label }) => label) ?? [];
}

describe('completionSchema', () => {
  it('has raw tables by their names and business views below business', () => {
    expect(Object.keys(schema.namespace)).toEqual(['orders', 'people', 'business']);
    expect((schema.namespace as Record<string, unknown>)['business']).toEqual({ orders: ['customer_id'] });
  });
});

describe('columnSource', () => {
  it('gives the columns of the tables that the query names', () => {
    expect(labels('from people select a')).toEqual(['age']);
  });

  it('gives all columns while the query names no table', () => {
    expect(labels('select a')).toEqual(['customer_id', 'Unit Price', 'age']);
  });

  it('is silent after a dot, where the schema speaks', () => {
    expect(labels('select people.a')).toEqual([]);
  });
});

describe('quoted', () => {
  it('quotes what is no plain name, and doubles quotes', () => {
    expect([quoted('age'), quoted('Unit Price'), quoted('a"b')]).toEqual(['age', '"Unit Price"', '"a""b"']);
  });
});

describe('queryOn', () => {
  it('keeps the name inside its quotes', () => {
    expect(queryOn('a"; drop')).toBe('from "a""; drop"\nlimit 100');
  });
});

describe('oneLine', () => {
  it('joins lines and shortens', () => {
    expect(oneLine('a\n  b')).toBe('a b');
    expect(oneLine('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
