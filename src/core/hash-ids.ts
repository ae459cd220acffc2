/** Characters of the shortest salt that is taken: a shorter one is found by trying them all. */
export const LEAST_SALT = 8;

/**
 * Ids as the first 16 hex digits of SHA-256 over the salt followed by the id, in UTF-8: the same id and salt give the same
 * text in every file, and without the salt it is not found by hashing all ids there can be. 64 bits: among a million
 * customers two share a text with a chance of 3 in 100 million. Fixture: `tests/fixtures/core/hash-ids.py`.
 */
export async function hashIds(ids: readonly string[], salt: string): Promise<string[]> {
  const encoder = new TextEncoder();
  const hashed: string[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const part = ids.slice(start, start + AT_ONCE);
    const digests = await Promise.all(part.map((id) => crypto.subtle.digest('SHA-256', encoder.encode(salt + id))));
    for (const digest of digests) hashed.push(hex(new Uint8Array(digest, 0, DIGEST_BYTES)));
  }
  return hashed;
}

const DIGEST_BYTES = 8;
/** As many digests are under way together: the page stays responsive in between. */
const AT_ONCE = 500;

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
