import { fromErrorData } from '../core/errors.ts';
import type { Session } from './session.svelte.ts';
import { askForCopy, askForWorkspace } from './tab-handover.ts';

/** Asks the tab that has the workspace for it, and opens it; the outcome is in `status` and `isUnanswered`. */
export async function takeOver(session: Session): Promise<void> {
  if (session.isReadOnly) await session.leaveCopy();
  session.isUnanswered = !(await askForWorkspace(session.workspaces.soughtId));
  await session.reopen();
}

/** A tab has given the workspace up: perhaps the one that was asked, long after the wait for it ended. */
export async function takeWhatIsGiven(session: Session, workspace: string | undefined): Promise<void> {
  if (session.status !== 'elsewhere' || !session.isUnanswered || workspace !== session.workspaces.soughtId) return;
  session.isUnanswered = false;
  await session.reopen();
}

/**
 * Opens a copy of what the other tab has, to look at; the outcome is in `status` and `isUnanswered`.
 * @throws AppError why the other tab cannot make one
 */
export async function lookAtCopy(session: Session): Promise<void> {
  const copy = await askForCopy(session.workspaces.soughtId);
  session.isUnanswered = copy === undefined;
  if (typeof copy === 'object') throw fromErrorData(copy);
  if (copy !== undefined) await session.reopen(copy);
}
