import { sql, type Sql } from '../../database/sql.ts';
import { bound } from './bound.ts';
import { isAscii } from './email.ts';

/** Words that some write and others leave out: particles of surnames and titles, in Spanish, Portuguese, English and others. */
const LEFT_OUT =
  'de del la las los el y e i da das do dos du di van von der den ' +
  'ter le bin ibn al san santa sr sra srta don dona mr mrs ms miss dr dra prof jr sir lic ing';

/** Names that Spanish abbreviates. */
const WRITTEN_OUT = [
  ['ma', 'maria'],
  ['fco', 'francisco'],
  ['fca', 'francisca'],
  ['jse', 'jose'],
  ['ant', 'antonio'],
  ['gral', 'general'],
] as const;

/**
 * The words of a name in alphabetical order, so that “García López, Ana Mª” and “ana maria garcia lopez” read the same: small
 * letters without accents; particles and titles go, and abbreviated names are written out. An empty list where there are none.
 */
export function nameWords(value: Sql): Sql {
  const letters = bound('small', sql`lower(CAST(${value} AS VARCHAR))`, (small) => {
    const marked = sql`CASE WHEN contains(${small}, 'ª') THEN regexp_replace(${small}, '\\bm\\.?ª\\.?', ' maria ', 'g') ELSE ${small} END`;
    const plain = sql`replace(replace(replace(replace(strip_accents(${marked}), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'æ', 'ae')`;
    return sql`CASE WHEN ${isAscii(small)} THEN ${small} ELSE ${plain} END`;
  });
  // An apostrophe is part of a word: O'Hara is one.
  const whole = [`'`, '’', '`', '´'].reduce((text, sign) => sql`replace(${text}, ${sign}, '')`, letters);
  const words = sql`string_split(regexp_replace(${whole}, '[^\\p{L}]+', ' ', 'g'), ' ')`;
  const written = WRITTEN_OUT.reduce(
    (inner, [short, long]) => sql`WHEN word = ${short} THEN ${long} ${inner}`,
    sql`ELSE word`,
  );
  return sql`list_sort(list_transform(list_filter(${words}, lambda word: word <> '' AND word NOT IN ${LEFT_OUT.split(' ')}), lambda word: CASE ${written} END))`;
}

/**
 * How alike two names are, in [0, 1]: of the name with fewer words, the mean over its words of the best Jaro–Winkler similarity to
 * a word of the other (`mongeElkan1996`, `winkler1990`); of two with as many words, the lower of both ways. So order, second
 * surnames and second names that one of the two leaves out do not count. NULL where one of them has no word.
 * @param left a list of words as `nameWords` gives it
 */
export function nameSimilarity(left: Sql, right: Sql): Sql {
  const mean = (short: Sql, long: Sql): Sql =>
    sql`list_avg(list_transform(${short}, lambda one: list_max(list_transform(${long}, lambda other: jaro_winkler_similarity(one, other)))))`;
  return sql`CASE WHEN len(${left}) = 0 OR len(${right}) = 0 THEN NULL
    WHEN len(${left}) < len(${right}) THEN ${mean(left, right)} WHEN len(${left}) > len(${right}) THEN ${mean(right, left)}
    ELSE least(${mean(left, right)}, ${mean(right, left)}) END`;
}
