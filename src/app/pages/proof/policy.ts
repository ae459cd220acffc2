export interface Directive {
  name: string;
  sources: readonly string[];
}

/** The directives of a Content-Security-Policy in their order. A comma separates several policies of one header. */
export function readPolicy(policy: string): Directive[] {
  return policy
    .split(/[;,]/)
    .map((part) => part.trim().split(/\s+/))
    .filter(([name]) => name)
    .map(([name, ...sources]) => ({ name: name!, sources }));
}

/** The policy that the built page carries; undefined in development. */
export function policyOfPage(page: Document): string | undefined {
  const meta = page.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  return meta?.content;
}
