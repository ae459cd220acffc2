export const root: string;
export const dist: string;
export function isNodeRecent(): boolean;
export function ensureInstalled(): boolean;
export function ensureBuilt(): Promise<boolean>;
export function runNode(
  parameters: string[],
  environment?: Record<string, string>,
  options?: { minutes?: number },
): Promise<number>;
