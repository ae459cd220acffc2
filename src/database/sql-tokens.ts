export interface Token {
  kind: 'word' | 'quoted' | 'string' | 'sign';
  /** Of words and quoted names the name as DuckDB compares it, in small letters; of others as it is written. */
  text: string;
  /** Where it begins. */
  at: number;
}

/** Each part takes what it can from where it stands, so that the time is as long as the text. */
const PART =
  /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(e'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'?|'[^']*(?:''[^']*)*'?|\$([a-z_]\w*)?\$[\s\S]*?(?:\$\2\$|$))|("[^"]*(?:""[^"]*)*"?)|([\p{L}_][\p{L}\p{N}_$]*)|([\s\S])/giuy;

/** The parts of a statement without blanks and comments. What is not closed goes to the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PART)) {
    const [, string, , quoted, word, sign] = match;
    const at = match.index;
    if (string !== undefined) tokens.push({ kind: 'string', text: string, at });
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: unquoted(quoted), at });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word.toLowerCase(), at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
  }
  return tokens;
}

function unquoted(name: string): string {
  return name.slice(1).replace(/"$/, '').replaceAll('""', '"').toLowerCase();
}
