import { AppError } from '../core/errors.ts';
import type { RequestName } from './contract.ts';

/** What leaves a workspace as it is. Whatever is not here may change it. */
const READS: ReadonlySet<RequestName> = new Set<RequestName>([
  ...(['open', 'release', 'storage', 'tables', 'page', 'profile', 'mapping', 'checkMapping'] as const),
  ...(['query', 'exportCsv', 'ask', 'storedRows', 'report', 'workspaces', 'saveWorkspace'] as const),
]);

/**
 * Operations that refuse what changes something as long as the workspace may only be looked at.
 * @throws AppError `read-only`
 */
export function guardReadOnly<T extends Record<RequestName, (...given: never[]) => Promise<unknown>>>(
  operations: T,
  isReadOnly: () => boolean,
): T {
  const guarded = Object.entries(operations).map(([name, work]) => [
    name,
    (...given: never[]) =>
      isReadOnly() && !READS.has(name as RequestName) ? Promise.reject(new AppError('read-only')) : work(...given),
  ]);
  return Object.fromEntries(guarded) as T;
}
