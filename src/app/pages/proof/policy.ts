export interface Directive {
  name: string;
  sources: readonly string[];
}

/** The directives of a Content-Security-Policy in their order. */
export function readPolicy(policy: string): Directive[] {
  return policy
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .filter(([name]) => name)
    .map(([name, ...sources]) => ({ name: name!, sources }));
}

/** Where data could go: without a source outside this address nothing can. */
export function isClosed(policy: readonly Directive[]): boolean {
  const sourcesOf = (name: string): readonly string[] | undefined =>
    policy.find((directive) => directive.name === name)?.sources;
  const closed = ["'none'", "'self'", 'data:', 'blob:', "'unsafe-inline'", "'wasm-unsafe-eval'"];
  return (
    sourcesOf('default-src')?.join() === "'none'" &&
    sourcesOf('form-action')?.join() === "'none'" &&
    policy.every(({ sources }) => sources.every((source) => closed.includes(source)))
  );
}

/** The policy that the built page carries; undefined in development. */
export function policyOfPage(page: Document): string | undefined {
  const meta = page.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  return meta?.content;
}
