import { describe, expect, it, vi } from 'vitest';
import { ROWS_KEPT } from '../../../src/app/report-item.ts';
import { Report, reportOf } from '../../../src/app/report.svelte.ts';
import { Session } from '../../../src/app/session.svelte.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { Row } from '../../../src/core/json.ts';
import { message } from '../../../src/core/message.ts';
import type { StoredReport } from '../../../src/reports/stored-report.ts';
import { Speech } from '../../../src/ui/speech.svelte.ts';
import type { Workbench } from '../../../src/workbench/client.ts';

function stage(stored?: unknown) {
  const kept: StoredReport[] = [];
  const workbench = {
    report: vi.fn(() => Promise.resolve(kept.at(-1) ?? stored)),
    keepReport: vi.fn((report: StoredReport) => {
      kept.push(structuredClone(report));
      return Promise.resolve();
    }),
  };
  const session = new Session(workbench as unknown as Workbench, new Speech());
  return { session, report: new Report(session), workbench, kept };
}

function answerWith(first: number, customers: Row[] = []): Answer {
  return {
    status: 'answered',
    question: 'lifetime-value',
    parameters: { horizon: 52 },
    verdict: message('ui.retry', { first }),
    eligibility: message('ui.retry'),
    estimates: [{ basis: 'counted', value: first, unit: 'customers', name: 'customers' }],
    tables: { customers, decile: [{ decile: 1 }] },
    checks: [],
    evidence: {
      ...{ steps: [], queries: [], methods: [], assumptions: [], inputs: [], seed: 1, versions: {} },
      elapsedMs: first,
    },
  };
}

const order = (report: Report) => report.items.map(({ answer }) => answer.verdict.values.first);

describe('Report', () => {
  it('keeps what is added, and takes the same answer once', async () => {
    const { report, kept, session } = stage();
    expect(await report.add(answerWith(1))).toBe(true);
    expect(await report.add({ ...answerWith(1), eligibility: message('ui.undo') })).toBe(false);
    expect(await report.add(answerWith(2))).toBe(true);
    expect(kept.at(-1)!.items).toHaveLength(2);
    const later = new Report(session);
    await later.load();
    expect(order(later)).toEqual([1, 2]);
    expect(await later.add(answerWith(2))).toBe(false);
  });

  it('reads what is kept once, before anything is added to it', async () => {
    const first = stage();
    await first.report.add(answerWith(1));
    const { report, workbench, kept } = stage(first.kept.at(-1));
    await Promise.all([report.load(), report.add(answerWith(2))]);
    expect(workbench.report).toHaveBeenCalledOnce();
    expect(kept.at(-1)!.items).toHaveLength(2);
  });

  it('moves answers, and brings a removed one back to its place', async () => {
    const { report, kept } = stage();
    for (const first of [1, 2, 3]) await report.add(answerWith(first));
    await report.move(report.items[2]!.id, -1);
    expect(order(report)).toEqual([1, 3, 2]);
    await report.move(report.items[0]!.id, -1);
    await report.move(report.items[2]!.id, 1);
    expect(order(report)).toEqual([1, 3, 2]);
    const undo = await report.remove(report.items[1]!.id);
    expect(order(report)).toEqual([1, 2]);
    expect(kept.at(-1)!.items).toHaveLength(2);
    await undo();
    await undo();
    expect(order(report)).toEqual([1, 3, 2]);
    expect(kept.at(-1)!.items).toHaveLength(3);
  });

  it('leaves long lists of customers behind, and has their rows until the page is loaded anew', async () => {
    const { report, session, kept } = stage();
    const customers = Array.from({ length: ROWS_KEPT + 1 }, (_, i) => ({ customer_id: `c${i}`, clv: i }));
    await report.add(answerWith(1, customers));
    await report.add(answerWith(2, customers.slice(0, ROWS_KEPT)));
    const [long, short] = kept.at(-1)!.items.map(({ answer }) => answer.tables);
    expect(long!.customers).toEqual({
      rows: ROWS_KEPT + 1,
      columns: [
        { name: 'customer_id', type: 'string' },
        { name: 'clv', type: 'number' },
      ],
      stored: '',
    });
    expect(short!.customers).toHaveLength(ROWS_KEPT);
    expect(report.longLists(report.items[0]!)).toEqual({ names: ['customers'], here: true });
    expect(report.tablesOf(report.items[0]!).customers).toHaveLength(ROWS_KEPT + 1);
    const later = new Report(session);
    await later.load();
    expect(later.longLists(later.items[0]!)).toEqual({ names: ['customers'], here: false });
  });

  it('makes a salt with the first wish for hashes, and keeps it', async () => {
    const { report, kept } = stage();
    await report.hashIds();
    const { salt } = report;
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    report.ids = 'drop';
    await report.hashIds();
    expect(report.privacy).toEqual({ smallest: 5, ids: { salt } });
    expect(kept.at(-1)!.salt).toBe(salt);
  });

  it.each(['3000', '0', '2.5', '', 'five'])(
    'takes “%s” for no smallest count, and lets nothing leave',
    async (text) => {
      const { report, kept } = stage();
      await report.setSmallest(text);
      expect(report.fault).toMatchObject({ key: 'reports.privacy.smallest.error' });
      expect(report.smallest).toBe(5);
      await report.setSmallest('1000');
      expect(report.fault).toBeUndefined();
      expect(kept.at(-1)!.smallest).toBe(1000);
    },
  );

  it('lets nothing leave with a salt that is too short, unless ids are left out', async () => {
    const { report } = stage();
    await report.hashIds();
    const { salt } = report;
    await report.setSalt('short');
    expect(report.fault).toMatchObject({ key: 'reports.privacy.salt.error' });
    expect(report.salt).toBe(salt);
    await report.dropIds();
    expect(report.fault).toBeUndefined();
    await report.hashIds();
    expect(report.fault).toBeUndefined();
  });

  it('forgets what was wrong with the fields it stood in', async () => {
    const { report } = stage();
    await report.setSmallest('3000');
    report.forgetFaults();
    expect(report.fault).toBeUndefined();
  });

  it('keeps the currency that the amounts were in when an answer was added', async () => {
    const { report, kept, session } = stage();
    session.speech.currency = 'EUR';
    await report.add(answerWith(1));
    session.speech.currency = 'USD';
    expect(report.has(answerWith(1))).toBe(false);
    await report.add(answerWith(1));
    expect(kept.at(-1)!.items.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  });

  it('tells answers on other data apart', async () => {
    const { report } = stage();
    const on = (hash: string): Answer => {
      const answer = answerWith(1);
      const inputs = [{ table: 't', file: 't.csv', rows: 1, hash }];
      return { ...answer, evidence: { ...answer.evidence, inputs } };
    };
    expect(await report.add(on('aa'))).toBe(true);
    expect(await report.add(on('bb'))).toBe(true);
    expect(await report.add(on('aa'))).toBe(false);
  });

  it('draws a salt where the one kept is too short', async () => {
    const first = stage();
    await first.report.hashIds();
    const { report, kept } = stage({ ...first.kept.at(-1)!, salt: 'a' });
    await report.load();
    expect(report.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(kept.at(-1)!.salt).toBe(report.salt);
  });

  it('keeps what can be read, and what cannot as it is', async () => {
    const first = stage();
    for (const i of [1, 2, 3]) await first.report.add(answerWith(i));
    const stored = first.kept.at(-1)!;
    const broken = { ...stored.items[1]!, note: 'hours of work', answer: { changed: true } };
    const { report, kept } = stage({ ...stored, items: [stored.items[0], broken, stored.items[2]] });
    await report.load();
    expect(order(report)).toEqual([1, 3]);
    expect(report.unread).toEqual([broken]);
    await report.add(answerWith(4));
    expect(kept.at(-1)!.items).toHaveLength(3);
    expect(kept.at(-1)!.unread).toEqual([broken]);
  });

  it('takes two answers of the same id apart', async () => {
    const first = stage();
    for (const i of [1, 2]) await first.report.add(answerWith(i));
    const stored = first.kept.at(-1)!;
    const { report } = stage({ ...stored, items: stored.items.map((item) => ({ ...item, id: 'same' })) });
    await report.load();
    await report.remove(report.items[1]!.id);
    expect(order(report)).toEqual([1]);
  });

  it('reads again after it has failed', async () => {
    const first = stage();
    await first.report.add(answerWith(1));
    const { report, workbench } = stage(first.kept.at(-1));
    workbench.report.mockRejectedValueOnce(new AppError('worker-failed'));
    await expect(report.load()).rejects.toMatchObject({ code: 'worker-failed' });
    await report.load();
    expect(order(report)).toEqual([1]);
  });

  it('writes nothing into a workspace that is another one', async () => {
    const { report, session, kept } = stage();
    await report.add(answerWith(1));
    const undo = await report.remove(report.items[0]!.id);
    session.workspace = {};
    kept.length = 0;
    await undo();
    await report.keep();
    expect(kept).toEqual([]);
  });

  it('says so when what is kept cannot be read, and begins anew with the next answer', async () => {
    const { report, kept } = stage({ title: 3 });
    await expect(report.load()).rejects.toMatchObject({ code: 'report-unreadable' });
    await report.add(answerWith(1));
    await expect(report.load()).resolves.toBeUndefined();
    expect(kept.at(-1)!.items).toHaveLength(1);
  });

  it('overwrites nothing when the workspace cannot be reached', async () => {
    const { report, workbench, kept } = stage();
    workbench.report.mockRejectedValueOnce(new AppError('workspace-closed'));
    await expect(report.add(answerWith(1))).rejects.toMatchObject({ code: 'workspace-closed' });
    expect(kept).toEqual([]);
  });

  it('keeps the last change last, also after one that failed', async () => {
    const { report, workbench, kept } = stage();
    await report.add(answerWith(1));
    const { id } = report.items[0]!;
    report.change(id, { note: 'a' });
    workbench.keepReport.mockRejectedValueOnce(new AppError('disk-full'));
    const failing = report.keep();
    report.change(id, { note: 'b', title: 'T' });
    const last = report.keep();
    await expect(failing).rejects.toMatchObject({ code: 'disk-full' });
    await last;
    expect(kept.at(-1)!.items[0]).toMatchObject({ note: 'b', title: 'T' });
  });
});

describe('reportOf', () => {
  it('is the same one until everything is forgotten', () => {
    const { session } = stage();
    const report = reportOf(session);
    expect(reportOf(session)).toBe(report);
    session.workspace = {};
    expect(reportOf(session)).not.toBe(report);
  });
});
