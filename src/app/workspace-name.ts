import type { Speech } from '../ui/speech.svelte.ts';
import type { WorkspaceInfo } from '../workbench/contract.ts';

/** What a workspace is called: its label, or its number as long as it has none. */
export function workspaceLabel({ id, name }: WorkspaceInfo, speech: Speech): string {
  return name || speech.say('keeping.unnamed', { number: id.replace(/^\D+/, '') || '1' });
}
