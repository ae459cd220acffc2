export interface HeaderRule {
  pattern: RegExp;
  headers: [string, string][];
}
export function readHeaderRules(file: string | URL): HeaderRule[];
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string>;
