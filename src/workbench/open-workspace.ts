import { AppError } from '../core/errors.ts';
import type { OpenedPage } from './contract.ts';
import { isHeld } from './locks.ts';
import { openPage } from './workspace-copy.ts';
import { Workspace } from './workspace.ts';

/** They may come of the log: it is half, or there is no room to carry it over. */
const OF_THE_LOG = new Set(['storage-unreadable', 'disk-full', 'workspace-broken']);

/**
 * Opens what a page wants with all that was done in it. What its log holds was never called saved: one that cannot be opened with
 * it is opened as it was last saved.
 * @param today ISO date: what remedies about the future are held against
 */
export async function openWorkspace(page: OpenedPage, today: () => string): Promise<Workspace> {
  try {
    return await open(page, today, false);
  } catch (error) {
    // A copy has gone by now, and one in memory has no log.
    if (page.inMemory || page.copy !== undefined || !isOfTheLog(error)) throw error;
    return open(page, today, true);
  }
}

/** Opens it as it was last saved. */
export function openAsSaved(page: OpenedPage, today: () => string): Promise<Workspace> {
  return open(page, today, true);
}

function isOfTheLog(error: unknown): boolean {
  return error instanceof AppError && OF_THE_LOG.has(error.code) && !isHeld(error);
}

async function open(page: OpenedPage, today: () => string, asSaved: boolean): Promise<Workspace> {
  const storage = await openPage(page, asSaved);
  try {
    return await Workspace.read(storage, today);
  } catch (error) {
    await storage.database.terminate();
    storage.release();
    throw error;
  }
}
