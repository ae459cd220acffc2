import { identifier, join, sql } from '../../database/sql.ts';
import type { ExamineContext, ExaminedTable } from './examined.ts';
import { clip, columnLabel, ruleMessage } from './finding.ts';
import type { Found } from './quality.ts';

/** A table shorter than this says nothing by having one value in a column. */
const FEWEST_ROWS = 20;
/** Where two values are among these, the column is none of one value, and it is not read to the end. */
const FIRST_ROWS = 2_048;

/** Columns that have one value by their nature, or are allowed to. */
const ONE_IS_ENOUGH = [
  'currency',
  'kind',
  'separator',
  'metric',
  'unit',
  'initiative',
  'event',
  'nulls',
  'renewed',
  'cost',
];

/** Columns that say the same in every row. */
export async function findConstants(
  { database, options }: ExamineContext,
  table: ExaminedTable,
  rows: number,
): Promise<Found[]> {
  const columns = table.columns.filter(({ name, isFixed }) => !isFixed && !ONE_IS_ENOUGH.includes(name));
  if (rows < FEWEST_ROWS || columns.length === 0) return [];
  const names = columns.map(({ name }) => name);
  const distinct = join(names.map((name, i) => sql`count(DISTINCT ${identifier(name)}) AS ${identifier(`c${i}`)}`));
  const list = join(names.map((name) => identifier(name)));
  const [first] = await database.rows<Record<string, number>>(
    sql`SELECT ${distinct} FROM (SELECT ${list} FROM ${table.from} LIMIT ${FIRST_ROWS})`,
    options,
  );
  const candidates = names.filter((_, i) => first[`c${i}`] <= 1);
  if (candidates.length === 0) return [];
  const ends = candidates.map((name, i) => {
    const column = identifier(name);
    return sql`CAST(min(${column}) AS VARCHAR) AS ${identifier(`low${i}`)}, min(${column}) = max(${column}) AS ${identifier(`same${i}`)}, count(${column}) AS ${identifier(`n${i}`)}`;
  });
  const query = sql`SELECT ${join(ends)} FROM ${table.from}`;
  const [seen] = await database.rows(query, options);
  return candidates.flatMap((name, i): Found[] => {
    // Where some rows say nothing, a single value still tells the others from them.
    if (seen[`same${i}`] !== true || Number(seen[`n${i}`]) < rows) return [];
    return [
      {
        id: `constant.${name}`,
        rule: 'constants',
        table: table.business,
        column: name,
        severity: 'note',
        message: ruleMessage('constants', { column: columnLabel(table, name), value: clip(String(seen[`low${i}`])) }),
        sql: sql`SELECT min(${identifier(name)}), max(${identifier(name)}) FROM ${table.from}`.text,
      },
    ];
  });
}
