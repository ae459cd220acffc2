import type { Source } from '../../../semantics/mapping.ts';

/** A source as one choice of a list: `column:` and its name, or one of the other kinds. */
export type SourceChoice = 'none' | 'row' | 'expression' | 'value' | `column:${string}`;

export function choiceOf(source: Source | undefined): SourceChoice {
  if (source === undefined) return 'none';
  if (typeof source === 'string') return `column:${source}`;
  if ('row' in source) return 'row';
  return 'expression' in source ? 'expression' : 'value';
}

/** The source that a choice begins with; what was there is kept where it makes sense. */
export function sourceOf(choice: SourceChoice, before: Source | undefined): Source | undefined {
  switch (choice) {
    case 'none':
      return undefined;
    case 'row':
      return { row: true };
    case 'expression':
      return { expression: typeof before === 'string' ? quoted(before) : '' };
    case 'value':
      return { value: '' };
    default:
      return choice.slice('column:'.length);
  }
}

/** Text that is a number becomes one. */
export function valueSource(text: string): Source {
  return { value: /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text };
}

function quoted(column: string): string {
  return /^[A-Za-z_]\w*$/.test(column) ? column : `"${column.replaceAll('"', '""')}"`;
}
