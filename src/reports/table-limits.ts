/** Rows that make a workbook at most: it is made in one piece. */
export const ROWS_IN_XLSX = 50_000;
