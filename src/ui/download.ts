/** Hands a file to the browser's downloads. */
export function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Text as a CSV file; the mark lets spreadsheets read it as UTF-8. */
export function csvBlob(text: string): Blob {
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
}

/**
 * A file name made of a title: letters and digits of any language, joined by hyphens. What a file says of itself in its
 * name (`remark`) stays whole, however long the title.
 */
export function fileNameOf(title: string, ending: string, remark = ''): string {
  const [stem, end] = [hyphenated(title.slice(0, 1_000)), hyphenated(remark)];
  const cut = [...stem].slice(0, LONGEST - end.length).join('');
  return `${[cut || 'export', end].filter(Boolean).join('-')}.${ending}`;
}

const LONGEST = 80;

function hyphenated(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
