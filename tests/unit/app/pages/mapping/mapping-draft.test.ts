import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf, MappingDraft } from '../../../../../src/app/pages/mapping/mapping-draft.svelte.ts';
import type { Session } from '../../../../../src/app/session.svelte.ts';
import { AppError } from '../../../../../src/core/errors.ts';
import { message } from '../../../../../src/core/message.ts';
import type { Finding, Mapping } from '../../../../../src/semantics/mapping.ts';
import type { Workbench } from '../../../../../src/workbench/client.ts';

const orders = { table: 'log', columns: { customer_id: 'who', ordered_at: 'day', amount: 'paid' } };
const labels = { table: 'snapshot', columns: { label: 'churn' } };
const proposal = {
  table: 'orders',
  column: 'amount',
  confidence: 0.9,
  reason: message('mapping.reason.noAmount'),
} as const;
const known: Finding[] = [
  { table: 'orders', status: 'passed', message: message('finding.zeros', { rows: 1 }) },
  { table: 'labels', status: 'passed', message: message('finding.labels.groups') },
];
const broken: Finding = {
  table: 'orders',
  column: 'amount',
  status: 'failed',
  message: message('error.mapping-expression'),
};

function stage() {
  const session = {
    mapping: { mapping: { orders, labels } as Mapping, proposals: [proposal] },
    findings: known,
    failedCheck: undefined,
    tables: [
      { name: 'log', columns: [{ name: 'who' }, { name: 'paid' }] },
      { name: 'other', columns: [{ name: 'who' }] },
    ],
    map: vi.fn(() => Promise.resolve()),
    workspace: {},
  };
  const checkMapping = vi.fn((_: Mapping, _options: { signal: AbortSignal }) => Promise.resolve([broken]));
  const draft = new MappingDraft(session as unknown as Session, { checkMapping } as unknown as Workbench);
  return { draft, session, checkMapping };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('MappingDraft', () => {
  it('is the mapping in force until something is changed', () => {
    const { draft } = stage();
    expect(draft.mapping).toEqual({ orders, labels });
    expect(draft.changed).toBe(false);
    expect(draft.findings).toEqual(known);
  });

  it('looks at the changed table only, once the analyst pauses', async () => {
    const { draft, checkMapping } = stage();
    draft.setSource('orders', 'amount', { expression: 'pai' });
    draft.setSource('orders', 'amount', { expression: 'paid *' });
    expect(draft.checking).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(checkMapping).toHaveBeenCalledTimes(1);
    expect(Object.keys(checkMapping.mock.calls[0][0])).toEqual(['orders']);
    expect(draft.checking).toBe(false);
    expect(draft.findings).toEqual([known[1], broken]);
    expect(draft.obstacle).toBe(broken);
  });

  it('cancels a look that is overtaken', async () => {
    const { draft, checkMapping } = stage();
    checkMapping.mockImplementationOnce(() => new Promise(() => undefined));
    draft.setSource('orders', 'amount', { value: 1 });
    await vi.advanceTimersByTimeAsync(500);
    draft.setSource('orders', 'amount', { value: 2 });
    expect(checkMapping.mock.calls[0][1].signal.aborted).toBe(true);
  });

  it('says why a column was recognised as long as its source is the same', () => {
    const { draft } = stage();
    expect(draft.proposal('orders', 'amount')).toBe(proposal);
    draft.setSource('orders', 'amount', { value: 1 });
    expect(draft.proposal('orders', 'amount')).toBeUndefined();
    draft.discard();
    expect(draft.proposal('orders', 'amount')).toBe(proposal);
  });

  it('keeps columns of the same name when another table takes the place', () => {
    const { draft } = stage();
    draft.setTable('orders', 'other');
    expect(draft.mapping.orders).toEqual({ table: 'other', columns: { customer_id: 'who' } });
  });

  it('keeps what is recognised meanwhile', async () => {
    const { draft, session } = stage();
    draft.setSource('orders', 'amount', { value: 1 });
    draft.remove('labels');
    const surveys = { table: 'answers', columns: { score: 'nps' } };
    session.mapping = { mapping: { orders, labels, surveys }, proposals: [] };
    const edited = { table: 'log', columns: { ...orders.columns, amount: { value: 1 } } };
    expect(draft.mapping).toEqual({ orders: edited, surveys });
    await draft.apply();
    expect(session.map).toHaveBeenLastCalledWith({ orders: edited, surveys });
  });

  it('keeps what is changed while it applies', async () => {
    const { draft, session } = stage();
    draft.remove('labels');
    session.map.mockImplementationOnce(() => {
      draft.setSource('orders', 'amount', { value: 1 });
      return Promise.resolve();
    });
    await draft.apply();
    expect(draft.changed).toBe(true);
    expect(draft.mapping.orders?.columns['amount']).toEqual({ value: 1 });
  });

  it('is looked at again after the page was left', async () => {
    const { draft, checkMapping } = stage();
    draft.setSource('orders', 'amount', { value: 1 });
    draft.stop();
    await vi.advanceTimersByTimeAsync(500);
    expect(checkMapping).not.toHaveBeenCalled();
    draft.resume();
    await vi.advanceTimersByTimeAsync(500);
    expect(draft.findings).toContain(broken);
  });

  it('applies, and keeps the draft when that fails', async () => {
    const { draft, session } = stage();
    draft.remove('labels');
    session.map.mockRejectedValueOnce(new AppError('mapping-required', { columns: 'amount' }));
    expect(await draft.apply()).toBe(false);
    expect(draft.failure?.code).toBe('mapping-required');
    expect(draft.changed).toBe(true);
    expect(await draft.apply()).toBe(true);
    expect(session.map).toHaveBeenLastCalledWith({ orders });
    expect(draft.changed).toBe(false);
  });
});

describe('draftOf', () => {
  it('gives one draft until everything is forgotten', () => {
    const session = { workspace: {} } as unknown as Session;
    const workbench = {} as Workbench;
    const draft = draftOf(session, workbench);
    expect(draftOf(session, workbench)).toBe(draft);
    session.workspace = {};
    expect(draftOf(session, workbench)).not.toBe(draft);
  });
});
