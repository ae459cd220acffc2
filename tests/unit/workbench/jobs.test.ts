import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { Progress } from '../../../src/core/progress.ts';
import { Jobs, orCancelled } from '../../../src/workbench/jobs.ts';

const ignore = (): void => undefined;

describe('Jobs', () => {
  it('gives the value of a job that ends well, and errors as data', async () => {
    const jobs = new Jobs(() => 0);
    expect(await jobs.run(1, async () => 42, ignore)).toEqual({ ok: true, value: 42 });
    const failed = await jobs.run(2, () => Promise.reject(new Error('no')), ignore);
    expect(failed).toMatchObject({ ok: false, error: { code: 'unexpected', details: { reason: 'no' } } });
  });

  it('stops a job at its next report once it is cancelled', async () => {
    const jobs = new Jobs(() => 0);
    let steps = 0;
    const outcome = await jobs.run(
      7,
      async ({ progress }) => {
        for (;;) {
          steps += 1;
          if (steps === 3) jobs.cancel(7);
          await progress({ phase: 'reading', done: steps, total: 10 });
        }
      },
      ignore,
    );
    expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(steps).toBe(3);
  });

  it('says how long it will take once there is something to go by', async () => {
    let now = 0;
    const jobs = new Jobs(() => now);
    const reports: Progress[] = [];
    await jobs.run(
      1,
      async ({ progress }) => {
        for (const done of [1, 2, 3]) {
          await progress({ phase: 'reading', done, total: 4 });
          now += 1000;
        }
      },
      (report) => reports.push(report),
    );
    expect(reports.map(({ secondsLeft }) => secondsLeft)).toEqual([undefined, 1, 2 / 3]);
  });

  it('reports seldom, but every point of a trace', async () => {
    const jobs = new Jobs(() => 0);
    const reports: Progress[] = [];
    await jobs.run(
      1,
      async ({ progress }) => {
        for (let done = 0; done < 5; done += 1) await progress({ phase: 'reading', done, total: 5 });
        for (let x = 0; x < 3; x += 1) {
          await progress({ phase: 'reading', done: 5, total: 5, trace: { series: 'training', x, y: 1 } });
        }
      },
      (report) => reports.push(report),
    );
    expect(reports.length).toBe(4);
  });

  it('ends all others for the one that needs the workspace alone', async () => {
    const jobs = new Jobs(() => 0);
    const report = { phase: 'reading', done: 0, total: 1 };
    const endless = jobs.run(
      1,
      async ({ progress }) => {
        for (;;) await progress(report);
      },
      ignore,
    );
    const alone = await jobs.run(2, (job) => jobs.endOthers(job).then(() => job.signal.aborted), ignore);
    expect(alone).toEqual({ ok: true, value: false });
    expect(await endless).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('gives an operation that throws at once back as an error too', async () => {
    const thrower = (): Promise<never> => {
      throw new AppError('workspace-closed');
    };
    const outcome = await new Jobs(() => 0).run(1, thrower, ignore);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'workspace-closed' } });
  });
});

describe('orCancelled', () => {
  it('lets go of what others wait for as well', async () => {
    const controller = new AbortController();
    const waiting = orCancelled(new Promise(ignore), controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await expect(orCancelled(Promise.resolve(1), controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await orCancelled(Promise.resolve(1), new AbortController().signal)).toBe(1);
  });
});
