import { describe, expect, it } from 'vitest';
import type { WorkspaceContents } from '../../../src/core/workspace-file.ts';
import { tableName } from '../../../src/files/table-name.ts';
import { mustOpenAgain } from '../../../src/workbench/must-open-again.ts';

function contents(name: string, type = 'VARCHAR', state: WorkspaceContents['state'] = {}): WorkspaceContents {
  const columns = [{ name: 'a', type }];
  const source = { file: `${name}.csv`, format: 'csv' };
  const info = { name, rows: 1, columns, source, notices: [], rejectedRows: 0 };
  return { name: '', tables: [{ info, columns, entry: 'tables/1.parquet' }], rejects: [], state };
}

describe('what is saved', () => {
  it.each(['विक्री.csv', 'Ventas 2024.csv', '_bin_1.csv', '_coming_orders.csv', '🧾.csv', '_.csv'])(
    'may be a table of the file %s',
    (file) => expect(() => mustOpenAgain(contents(tableName(file)))).not.toThrow(),
  );

  it('names a table that could not be opened again', () => {
    const details = { what: 'table', table: 'orders' };
    expect(() => mustOpenAgain(contents('orders', 'JSON'))).toThrow(
      expect.objectContaining({ code: 'workspace-unsavable', details }),
    );
    expect(() => mustOpenAgain(contents('_coming_orders'))).toThrow(
      expect.objectContaining({ details: { what: 'table', table: '_coming_orders' } }),
    );
  });

  it('is refused when something else could not be opened again', () => {
    let deep: WorkspaceContents['state'] = {};
    for (let i = 0; i < 70; i += 1) deep = { deep };
    expect(() => mustOpenAgain(contents('orders', 'DATE', deep))).toThrow(
      expect.objectContaining({ code: 'workspace-unsavable', details: { what: 'rest', table: '' } }),
    );
  });
});
