/** How a column of a DuckDB type is learned from; undefined for lists, structs, blobs and the like. */
export function kindOf(type: string): 'number' | 'text' | 'date' | undefined {
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT\w*|FLOAT|REAL|DOUBLE|DECIMAL.*|BOOLEAN)$/.test(type)) {
    return 'number';
  }
  if (/^(DATE|TIMESTAMP)/.test(type)) return 'date';
  return /^(VARCHAR|ENUM|UUID)/.test(type) ? 'text' : undefined;
}

/** More different values than this, and than half the rows, and a column of text names its rows. */
const NAMING_LEVELS = 50;

/** Text that differs in nearly every row: an id, a name, an address. It describes nobody else, so nothing can be learned from it. */
export function isIdLike(values: readonly (string | null)[]): boolean {
  const known = values.filter((value) => value !== null);
  const different = new Set(known).size;
  return different > NAMING_LEVELS && different > known.length / 2;
}

/** Whole numbers that are all different and are called an id, or count the rows. */
export function isNumberedId(name: string, values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 2 || !known.every(Number.isInteger) || new Set(known).size < known.length) return false;
  const low = known.reduce((least, value) => Math.min(least, value), Infinity);
  const high = known.reduce((most, value) => Math.max(most, value), -Infinity);
  return high - low === known.length - 1 || /(^|[^a-z])(id|codigo|código|number|num|no)$/i.test(separated(name));
}

/** `customerId` as `customer id`. */
function separated(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
}
