import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/json.ts';
import { readStateOfFile } from '../../../src/workbench/state-schemas.ts';

const remedy = {
  ...{ kind: 'leave-out', table: 'orders', finding: 'outliers.amount', parameters: { limit: 900 } },
  ...{ raw: 'orders', rows: 2 },
};

describe('readStateOfFile', () => {
  it('gives remedies back as they were', () => {
    expect(readStateOfFile({ remedies: [remedy] }, [])).toEqual({ remedies: [remedy] });
  });

  it('gives back which tables a remedy lessened', () => {
    const lessening = { ...remedy, lessened: ['orders', 'order_items'] };
    expect(readStateOfFile({ remedies: [lessening] }, [])).toEqual({ remedies: [lessening] });
  });

  it.each<Record<string, Json>>([
    { kind: 'drop' },
    { lessened: ['passwords'] },
    { table: 'passwords' },
    { rows: -1 },
    { parameters: { limit: { sql: 'true' } } },
    { finding: 'x'.repeat(2_000) },
  ])('refuses a file with a remedy of %j', (broken) => {
    expect(() => readStateOfFile({ remedies: [{ ...remedy, ...broken }] }, [])).toThrow(
      expect.objectContaining({ code: 'workspace-file-broken' }),
    );
  });
});
