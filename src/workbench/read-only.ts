import { AppError } from '../core/errors.ts';
import type { RequestName } from './contract.ts';

/** What leaves a workspace as it is. Whatever is not here may change it. */
const READS: ReadonlySet<RequestName> = new Set<RequestName>([
  ...(['open', 'release', 'storage', 'tables', 'tableHashes', 'page', 'profile', 'mapping', 'checkMapping'] as const),
  ...([
    'rejects',
    'query',
    'exportCsv',
    'ask',
    'storedRows',
    'report',
    'workspaces',
    'saveWorkspace',
    'qualityPlan',
    'examine',
    'previewFile',
    'peopleTables',
    'people',
    'peoplePairs',
    'peopleEffect',
  ] as const),
]);

/** @throws AppError `read-only` for a request that may change the workspace. */
export function mustOnlyRead(request: RequestName): void {
  if (!READS.has(request)) throw new AppError('read-only');
}
