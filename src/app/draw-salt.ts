const BYTES = 16;

/** 128 random bits as 32 hex digits: a salt nobody can guess. */
export function drawSalt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
