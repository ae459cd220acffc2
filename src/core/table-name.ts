/** Names of tables that are looked at before they come in begin so. */
export const PREVIEW = '_preview_';

const NAME = /^[\p{L}\p{N}\p{M}_]{1,128}$/u;
/** Tables in the bin, on their way in, or looked at before they come in. */
const RESERVED = /^_(?:bin|coming|sample|preview)_/i;

/** Whether a raw table may be called so: letters with their marks, digits and `_`, at most 128, and none of our own names. */
export function isTableName(name: string): boolean {
  return NAME.test(name) && !RESERVED.test(name);
}
