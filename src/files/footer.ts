/** Lines below a table: totals and remarks. */
export const MOST_FOOTER_LINES = 10;
const TOTAL =
  /^(grand |gran |sub)?(totals?|totales|total general|suma|sum|soma|media|mean|average|promedio)( general| geral)?( [^\d]{0,20})?:?$/i;

/** What the rows of a table are like, by which those below it are told. */
export interface RowHabit {
  width: number;
  /** Columns in which none of the rows looked at is empty. */
  filled: readonly boolean[];
}

/** @param rows as wide as the table; those below it may be among them: they are left out. */
export function rowHabit(rows: readonly string[][], width: number): RowHabit {
  let filled: boolean[] | undefined;
  for (const row of rows) {
    if (row.length !== width || TOTAL.test(labelOf(row)) || filledCells(row) <= 1) continue;
    filled ??= Array.from({ length: width }, () => true);
    for (let i = 0; i < width; i += 1) if (row[i]!.trim() === '') filled[i] = false;
  }
  return { width, filled: filled ?? Array.from({ length: width }, () => false) };
}

/**
 * How many of the last records do not belong to the table: a total that leaves a column empty which no row does, or a
 * remark, which is the only cell of its line where rows have several, and more than a word.
 */
export function footerLength(last: readonly string[][], habit: RowHabit): number {
  let length = 0;
  while (length < Math.min(MOST_FOOTER_LINES, last.length - 1) && isFooter(last[last.length - 1 - length]!, habit))
    length += 1;
  return length;
}

/** Holds the last records of a table back until its end is known. */
export class TableEnd<T extends { fields: string[] }> {
  readonly #habit: RowHabit;
  readonly #take: (record: T) => void;
  #held: T[] = [];

  constructor(habit: RowHabit, take: (record: T) => void) {
    this.#habit = habit;
    this.#take = take;
  }

  push(record: T): void {
    this.#held.push(record);
    if (this.#held.length <= 2 * MOST_FOOTER_LINES) return;
    this.#held.slice(0, -MOST_FOOTER_LINES).forEach(this.#take);
    this.#held = this.#held.slice(-MOST_FOOTER_LINES);
  }

  /** Takes those that belong to the table and gives the ones below it. */
  end(): T[] {
    const fields = this.#held.map((record) => record.fields);
    const rows = this.#held.length - footerLength(fields, this.#habit);
    this.#held.slice(0, rows).forEach(this.#take);
    return this.#held.slice(rows);
  }
}

function isFooter(row: readonly string[], { width, filled }: RowHabit): boolean {
  const always = filled.filter(Boolean).length;
  const isRemark = width >= 3 && always >= 2 && filledCells(row) <= 1 && /\S\s+\S|:\s*$/.test(row[0] ?? '');
  const isTotal = TOTAL.test(labelOf(row)) && filled.some((is, i) => is && (row[i] ?? '').trim() === '');
  return isRemark || isTotal;
}

function labelOf(row: readonly string[]): string {
  return row.find((cell) => cell.trim() !== '')?.trim() ?? '';
}

function filledCells(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) if (cell.trim() !== '') count += 1;
  return count;
}
