export interface MarkedPart {
  text: string;
  key: boolean;
}

/** Splits a sentence at its `<k>…</k>` marks. */
export function markedParts(text: string): MarkedPart[] {
  return text
    .split(/(<k>.*?<\/k>)/s)
    .filter(Boolean)
    .map((part) =>
      part.startsWith('<k>') ? { text: part.replace(/^<k>|<\/k>$/g, ''), key: true } : { text: part, key: false },
    );
}
