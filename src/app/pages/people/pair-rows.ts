import type { PeopleRole } from '../../../semantics/people/people.ts';
import type { ReviewPair } from '../../../semantics/people/review.ts';
import { PEOPLE_ROLES } from './people-draft.ts';

export interface PairRow {
  role: PeopleRole;
  left: Word[];
  right: Word[];
  /** undefined where one of the two has no value. */
  agreement?: 'same' | 'alike' | 'differs';
}

/** A word of a value, and whether the other value lacks it. */
export interface Word {
  text: string;
  marked: boolean;
}

/** What agrees by its role, in the words of `ReviewPair.agreed`. */
const AGREED_AS: Partial<Record<PeopleRole, string>> = {
  email: 'email',
  phone: 'phone',
  name: 'name',
  given: 'name',
  family: 'name',
  birth: 'birth',
};

/** The two records side by side, a row for each role that one of them has. */
export function pairRows({ left, right, agreed }: Pick<ReviewPair, 'left' | 'right' | 'agreed'>): PairRow[] {
  const [a, b] = [wholeNames(left.values, right.values), wholeNames(right.values, left.values)];
  return PEOPLE_ROLES.flatMap((role) => {
    const [one, other] = [a[role], b[role]];
    if (one === undefined && other === undefined) return [];
    const row: PairRow = { role, left: wordsOf(one), right: wordsOf(other) };
    // Ids of two tables differ as a matter of course.
    if (role === 'id' || one === undefined || other === undefined) return [row];
    if (plain(one) === plain(other)) return [{ ...row, agreement: 'same' }];
    const agrees = agreed.includes(AGREED_AS[role] ?? '');
    if (AGREED_AS[role] !== 'name') {
      // An address or a date that agrees is only written differently; the digits of two dates may be the same and the day not.
      const [left, right] = [one, other].map((value) => [{ text: value, marked: !agrees }]);
      return [{ role, left: left!, right: right!, agreement: agrees ? 'same' : 'differs' }];
    }
    const [left, right] = [wordsOf(one, other), wordsOf(other, one)];
    const isMarked = [...left, ...right].some(({ marked }) => marked);
    return [{ role, left, right, agreement: !isMarked ? 'same' : agrees ? 'alike' : 'differs' }];
  });
}

function wordsOf(value: string | undefined, other?: string): Word[] {
  const known = other === undefined ? undefined : new Set(plain(other).split(' '));
  return (value ?? '').split(/\s+/).map((text) => ({ text, marked: known !== undefined && !isKnown(text, known) }));
}

function isKnown(text: string, known: ReadonlySet<string>): boolean {
  return plain(text)
    .split(' ')
    .every((word) => word === '' || known.has(word));
}

/** Small letters and digits without accents: what is written differently and means the same. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();
}

/** One column of names against two: the two are read as one. */
function wholeNames(
  values: Partial<Record<PeopleRole, string>>,
  other: Partial<Record<PeopleRole, string>>,
): Partial<Record<PeopleRole, string>> {
  const { given, family, ...rest } = values;
  const isSplit = given !== undefined || family !== undefined;
  if (!isSplit || other.name === undefined) return values;
  return { ...rest, name: [given, family].filter(Boolean).join(' ') };
}

/** What a record is called: its name, its address, or its id. */
export function recordName({ key, values }: ReviewPair['left']): string {
  const { name, given, family, email } = values;
  return name ?? ([given, family].filter(Boolean).join(' ') || (email ?? key));
}
