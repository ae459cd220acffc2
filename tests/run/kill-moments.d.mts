export interface KillResult {
  kind: string;
  delayMs: number;
  acknowledged: boolean;
  openedMs?: number;
  problems: string[];
}
export const OPERATIONS: readonly string[];
export function killAtMoments(options: {
  address: string;
  kinds: readonly string[];
  seed: number;
  onResult?: (result: KillResult) => void;
  power?: { env: Record<string, string>; cut: (profile: string) => void };
}): Promise<KillResult[]>;
