/** `CustomerID`, `customer_id` and `Customer Id` as lower-case words without accents: `customer id`. */
export function headerText(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export interface HeaderMatch {
  confidence: number;
  /** The known name that the header matched. */
  name: string;
}

const SURE = 0.9;
const MAYBE = 0.55;
const WITHIN = 0.65;
const WITHIN_ONE_WORD = 0.4;

const lists = new Map<string, string[]>();

function listed(names: string | undefined): string[] {
  if (!names) return [];
  let list = lists.get(names);
  if (!list) lists.set(names, (list = names.split(';')));
  return list;
}

/**
 * How well a header fits the names of a business column, in [0, 1): the whole header is one of the names, or it holds one
 * (`shop order date` holds `order date`). Spaces do not matter: `USERID` is `user id`.
 */
export function matchHeader(header: string, names: { sure: string; maybe?: string }): HeaderMatch | undefined {
  const text = headerText(header);
  const joined = text.replaceAll(' ', '');
  const same = (name: string): boolean => name.replaceAll(' ', '') === joined;
  const sure = listed(names.sure).find(same);
  if (sure) return { confidence: SURE, name: sure };
  const maybe = listed(names.maybe).find(same);
  if (maybe) return { confidence: MAYBE, name: maybe };
  const held = listed(names.sure)
    .filter((name) => ` ${text} `.includes(` ${name} `))
    .sort((a, b) => b.length - a.length)[0];
  return held ? { confidence: held.includes(' ') ? WITHIN : WITHIN_ONE_WORD, name: held } : undefined;
}
