import { describe, expect, it, vi } from 'vitest';
import type { Job } from '../../../src/workbench/jobs.ts';
import { typedQueries } from '../../../src/workbench/typed-queries.ts';
import type { Workspace } from '../../../src/workbench/workspace.ts';

/** A workspace whose database does not let itself be stopped. */
function stuck(isStored: boolean): { workspace: Workspace; end: (error: Error) => void } {
  let end: (error: Error) => void = () => undefined;
  const reading = new Promise<never>((_, reject) => (end = reject));
  const workspace = {
    views: () => Promise.resolve(),
    storage: { entry: isStored ? { id: 'w' } : undefined },
    database: { readOnly: () => reading },
  } as unknown as Workspace;
  return { workspace, end: (error) => end(error) };
}

const cancelledJob = (): Job =>
  ({ signal: AbortSignal.timeout(1), progress: () => Promise.resolve() }) as unknown as Job;

describe('a query that goes on after it was cancelled', () => {
  it('is ended with its database, which is opened again as it was saved', async () => {
    const { workspace, end } = stuck(true);
    const reopen = vi.fn(() => {
      end(new Error('ended'));
      return Promise.resolve();
    });
    const queries = typedQueries({ opened: () => workspace, reopen, timed: (work) => work() as never });
    await expect(queries.query(cancelledJob(), 'SELECT 1', 10)).rejects.toThrow('ended');
    expect(reopen).toHaveBeenCalledWith(workspace);
  });

  it('is said to go on where the workspace would be lost with its database', async () => {
    const { workspace, end } = stuck(false);
    const reopen = vi.fn(() => Promise.resolve());
    const queries = typedQueries({ opened: () => workspace, reopen, timed: (work) => work() as never });
    await expect(queries.query(cancelledJob(), 'SELECT 1', 10)).rejects.toMatchObject({ code: 'query-goes-on' });
    expect(reopen).not.toHaveBeenCalled();
    end(new Error('at last'));
  });
});
