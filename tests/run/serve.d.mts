export interface Served {
  address: string;
  close(): Promise<void>;
}
export function serve(directory: string, options?: { port?: number; tries?: number; base?: string }): Promise<Served>;
